import type { Composition, Interval } from '../../domain/estimate.ts';
import type { PollPanel, PollWave } from '../../domain/poll.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import type { ReportContext } from '../report-context.ts';

/** Polls beside the series they are set against; only where the study names some. */
export function composePolls(context: ReportContext): Section | null {
  const { messages, finding } = context;
  const panels = finding.polls ?? [];
  if (panels.length === 0) return null;
  const words = messages.polls;
  return {
    id: 'polls',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...panels.flatMap((panel): Block[] => [
        { kind: 'table', table: pollTable(context, panel) },
        { kind: 'paragraph', text: agreementText(context, panel) },
      ]),
      { kind: 'paragraph', text: words.note, tone: 'note' },
    ],
  };
}

function pollTable(context: ReportContext, panel: PollPanel): Table {
  const { messages, label, format } = context;
  const words = messages.polls;
  return {
    caption: words.caption({
      poll: panel.label,
      measure: messages.measure[panel.measure],
      target: label.target(panel.target),
      class: label.stratum(panel.stratum),
    }),
    columns: [
      { label: words.asked, numeric: false },
      { label: words.fieldwork, numeric: false },
      { label: words.respondents, numeric: true },
      { label: words.poll, numeric: true },
      { label: words.index, numeric: true },
      { label: words.pollChange, numeric: true },
      { label: words.indexChange, numeric: true },
      { label: words.difference, numeric: true },
    ],
    rows: panel.waves.map((wave) => {
      const change = panel.changes.find(
        ({ source, question, to }) =>
          source === wave.source &&
          question === wave.question &&
          to.start === wave.period.start &&
          to.end === wave.period.end,
      );
      return [
        { text: wave.source, note: wave.question },
        { text: format.period(wave.period) },
        { text: format.count(wave.nRespondents).text },
        numberCell(context, wave),
        wave.index === null
          ? { text: reasonText(context, wave), muted: true }
          : numberCell(context, wave.index),
        partCell(context, change?.poll),
        partCell(context, change?.index),
        partCell(context, change?.difference),
      ];
    }),
  };
}

function numberCell(
  { format }: ReportContext,
  { value, interval }: { readonly value: number; readonly interval: Interval },
): Cell {
  return { text: format.points(value), note: format.interval(interval) };
}

function partCell(context: ReportContext, part: Composition | undefined): Cell {
  return part === undefined ? { text: '—', muted: true } : numberCell(context, part);
}

function reasonText({ messages }: ReportContext, { reason }: PollWave): string {
  if (reason === null) return '—';
  return reason === 'outside-period' ? messages.polls.outsidePeriod : messages.reason[reason];
}

function agreementText({ messages, format }: ReportContext, { agreement }: PollPanel): string {
  const words = messages.polls;
  const { sameSign, spearman, kendall } = agreement;
  if (sameSign === null) return words.noChanges;
  const share = `${format.percent(sameSign.value)} ${intervalText(format.percent, sameSign.interval)}`;
  const said = words.agreement({
    same: format.count(agreement.nSameSign),
    changes: format.count(agreement.nChanges),
    share,
    differ: format.count(agreement.nDiffer),
  });
  if (spearman === null || kendall === null) return said;
  const rank = ({ value, interval }: NonNullable<typeof spearman>): string =>
    `${format.probability(value)} ${intervalText(format.probability, interval)}`;
  return `${said} ${words.ranks({ spearman: rank(spearman), kendall: rank(kendall) })}`;
}

function intervalText(print: (value: number) => string, { lower, upper }: Interval): string {
  return `[${print(lower)}; ${print(upper)}]`;
}
