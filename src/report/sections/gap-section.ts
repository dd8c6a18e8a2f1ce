import type { Series } from '../../domain/estimate.ts';
import type { Block, Section } from '../block.ts';
import { drawGapChart } from '../charts/gap-chart.ts';
import { gapEstimates } from '../class-gap.ts';
import { type ReportContext, seriesByClass } from '../report-context.ts';
import { timeBlock } from './time-figure.ts';

/** Difference between the net balances of two classes; only where exactly two classes can be estimated. */
export function composeGap(context: ReportContext): Section | null {
  const { messages, finding, label } = context;
  const gaps = finding.study.targets
    .filter((target) => !target.placebo)
    .flatMap((target): { readonly intro: string; readonly figure: Block }[] => {
      const measured = seriesByClass(context, target.id, 'net-balance').filter((series) =>
        series.estimates.some((e) => e.kind === 'estimate'),
      );
      const [first, second] = measured;
      if (measured.length !== 2 || first === undefined || second === undefined) return [];
      const names = [label.stratum(first.stratum), label.stratum(second.stratum)] as const;
      const figure = timeBlock(context, {
        title: messages.gap.figure(label.target(target.id), ...names),
        target: label.target(target.id),
        measure: 'net-balance',
        axis: messages.gap.axis,
        series: [gapSeries(first, second, messages.gap.line(...names))],
        draw: drawGapChart,
      });
      return [{ intro: messages.gap.intro(...names), figure }];
    });
  if (gaps.length === 0) return null;
  // Targets usually share their two classes: what the gap is of is said once.
  const blocks = gaps.flatMap(({ intro, figure }, index): Block[] =>
    intro === gaps[index - 1]?.intro ? [figure] : [{ kind: 'paragraph', text: intro }, figure],
  );
  return {
    id: 'gap',
    heading: messages.gap.heading,
    blocks: [...blocks, { kind: 'paragraph', text: messages.gap.method, tone: 'note' }],
  };
}

function gapSeries(first: Series, second: Series, name: string): Series {
  return {
    id: `${first.id} − ${second.id}`,
    target: first.target,
    stratum: { class: name },
    measure: first.measure,
    estimates: gapEstimates(first, second),
  };
}
