import type { SpecificationResult } from '../../domain/multiverse.ts';
import { choicesOf } from '../../domain/specification-choices.ts';
import { type Cell, CURVE_MARKS, type Figure, type Section } from '../block.ts';
import { drawSpecificationCurve } from '../charts/specification-chart.ts';
import { MULTIVERSE_MESSAGES } from '../messages/multiverse-messages.ts';
import { balanceCell, type ReportContext } from '../report-context.ts';
import { choiceWords, composeMultiverse } from './multiverse-section.ts';

const WIDTHS = { narrow: 380, wide: 940 } as const;

/** The same with the curve of all combinations, where a page has room for it; one line with the command where they were not tried. */
export function composeMultiverseCurve(context: ReportContext): Section {
  const words = MULTIVERSE_MESSAGES[context.finding.study.language];
  const section = composeMultiverse(context);
  if (section === null)
    return {
      id: 'multiverse',
      heading: words.heading,
      blocks: [{ kind: 'paragraph', text: words.notTried, tone: 'note' }],
    };
  const specifications = context.multiverse?.specifications ?? [];
  if (specifications.every(({ estimate }) => estimate.kind !== 'estimate')) return section;
  const figure = { kind: 'figure', figure: curveFigure(context, specifications) } as const;
  const place = section.blocks.findIndex(({ kind }) => kind === 'table');
  return { ...section, blocks: section.blocks.toSpliced(place, 0, figure) };
}

function curveFigure(context: ReportContext, specifications: readonly SpecificationResult[]): Figure {
  const words = MULTIVERSE_MESSAGES[context.finding.study.language];
  const spoken = (one: SpecificationResult): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(choicesOf(one)).map(([dimension, choice]) => {
        const said = choiceWords(context, { dimension, choice });
        return [said.dimension, said.choice];
      }),
    );
  const title = words.curve;
  return {
    title,
    panels: [
      {
        label: '',
        description: words.curveDescription,
        draw: (width) => drawSpecificationCurve({ specifications, choicesOf: spoken, width: WIDTHS[width] }),
      },
    ],
    key: CURVE_MARKS.map((mark) => ({ symbol: { kind: 'choice', mark }, text: words.curveMarks[mark] })),
    table: {
      caption: title,
      columns: [
        { label: words.choice, numeric: false },
        { label: words.points, numeric: true },
      ],
      rows: specifications.map((one): Cell[] => [
        { text: Object.values(spoken(one)).join(' · ') },
        balanceCell(context, one.estimate),
      ]),
    },
  };
}
