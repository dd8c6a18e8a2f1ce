import type { ChoiceEffect } from '../../domain/multiverse.ts';
import type { Cell, Section } from '../block.ts';
import { MULTIVERSE_MESSAGES } from '../messages/multiverse-messages.ts';
import { countCell, type ReportContext } from '../report-context.ts';

/** How the headline stands under other choices; null where they were not tried. */
export function composeMultiverse(context: ReportContext): Section | null {
  const { multiverse, finding, format } = context;
  if (multiverse === null) return null;
  const words = MULTIVERSE_MESSAGES[finding.study.language];
  const { summary, choices } = multiverse;
  const count = format.count;
  const agreement = words.agreement({
    specifications: count(summary.nSpecifications),
    estimable: count(summary.nEstimable),
    sameSign: count(summary.nSameSign),
    excludeZero: count(summary.nExcludeZero),
    opposite: count(summary.nExcludeZeroOpposite),
  });
  const { minimum, median, maximum } = summary;
  const spread =
    minimum === null || median === null || maximum === null
      ? []
      : [
          words.spread({
            minimum: format.points(minimum),
            median: format.points(median),
            maximum: format.points(maximum),
          }),
        ];
  return {
    id: 'multiverse',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...[agreement, ...spread].map((text) => ({ kind: 'paragraph', text }) as const),
      {
        kind: 'table',
        table: {
          caption: words.caption,
          columns: [
            { label: words.choice, numeric: false },
            { label: words.number, numeric: true },
            { label: words.sameSign, numeric: true },
            { label: words.excludeZero, numeric: true },
            { label: words.median, numeric: true },
          ],
          rows: choices.map((one): Cell[] => [
            { text: choiceText(context, one) },
            countCell(context, one.nEstimable),
            countCell(context, one.nSameSign),
            countCell(context, one.nExcludeZero),
            one.median === null ? { text: '—', muted: true } : { text: format.points(one.median) },
          ]),
        },
      },
      { kind: 'paragraph', text: words.note, tone: 'note' },
    ],
  };
}

function choiceText(context: ReportContext, one: ChoiceEffect): string {
  const { dimension, choice } = choiceWords(context, one);
  return `${dimension}${context.messages.word.colon}${choice}`;
}

/** A choice and what it is about, in the language of the report; a source by its label. */
export function choiceWords(
  { finding, label }: ReportContext,
  { dimension, choice }: Pick<ChoiceEffect, 'dimension' | 'choice'>,
): Pick<ChoiceEffect, 'dimension' | 'choice'> {
  const words = MULTIVERSE_MESSAGES[finding.study.language];
  const [number = ''] = /^\d+/.exec(choice) ?? [];
  const pattern = number === '' ? choice : choice.replace(number, '#');
  const known = words.choices[`${dimension}: ${pattern}`] ?? words.choices[pattern];
  const text = known?.replace('#', number) ?? (dimension === 'left out' ? label.source(choice) : choice);
  return { dimension: words.dimensions[dimension] ?? dimension, choice: text };
}
