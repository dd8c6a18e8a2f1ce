import type { EventContrast } from '../../domain/finding.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { balanceCell, type ReportContext, shownCount, targetCell } from '../report-context.ts';
import { eventTestTable } from './event-test-table.ts';

/** Net balance before and after each event, one table an event: declared events first, then rivals, by date. */
export function composeContrasts(context: ReportContext): Section {
  const { messages, finding, format, events } = context;
  const looks = finding.events.reduce((most, one) => Math.max(most, one.looks), 0);
  const isTested = finding.events.some((one) => one.step?.kind === 'estimate');
  const estimated = finding.events.filter((one) => one.effect.kind === 'estimate').length;
  const declaredFirst = events.toSorted((a, b) => Number(a.dashed) - Number(b.dashed));
  const tables = declaredFirst.flatMap(({ id }): Block[] => {
    const contrasts = finding.events.filter((one) => one.event === id);
    const empty = contrasts.filter(
      ({ before, after }) => before.kind !== 'estimate' && after.kind !== 'estimate',
    );
    return [
      { kind: 'table', table: contrastTable(context, contrasts, empty) },
      ...emptyNote(context, empty),
      ...testBlocks(context, contrasts),
      ...rivalsNote(context, id, contrasts),
    ];
  });
  return {
    id: 'events',
    heading: messages.contrasts.heading,
    blocks:
      tables.length === 0
        ? [{ kind: 'paragraph', text: messages.contrasts.none, tone: 'note' }]
        : [
            {
              kind: 'paragraph',
              text: messages.contrasts.intro(format.count(estimated)),
            },
            ...(isTested
              ? [{ kind: 'paragraph' as const, text: messages.tests.intro(format.count(looks)) }]
              : []),
            ...tables,
          ],
  };
}

/** The comparisons of one event but those that are empty on both sides. */
function contrastTable(
  context: ReportContext,
  contrasts: readonly EventContrast[],
  empty: readonly EventContrast[],
): Table {
  const { messages, format, label } = context;
  const { word, contrasts: words } = messages;
  const [first] = contrasts;
  const kind = first?.kind === 'rival' ? word.rival : word.declared;
  return {
    caption:
      first === undefined
        ? ''
        : words.caption({
            event: first.label,
            date: format.period(first.date),
            kind: first.expected === null ? kind : `${kind}${word.comma}${words.expected[first.expected]}`,
            windowDays: format.count(Math.max(...contrasts.map((one) => one.windowDays))),
          }),
    columns: [
      { label: word.target, numeric: false },
      { label: word.class, numeric: false },
      { label: words.before, numeric: true },
      { label: words.after, numeric: true },
      { label: words.change, numeric: true },
      { label: words.mentionsBoth, numeric: true },
      { label: words.reading, numeric: false },
    ],
    rows: contrasts
      .filter((one) => !empty.includes(one))
      .map((one) => [
        targetCell(context, one.target),
        { text: label.stratum(one.stratum) },
        balanceCell(context, one.before),
        balanceCell(context, one.after),
        balanceCell(context, one.effect),
        {
          text: `${shownCount(context, one.before.nDocuments).text} / ${shownCount(context, one.after.nDocuments).text}`,
        },
        readingCell(context, one),
      ]),
  };
}

function readingCell(context: ReportContext, contrast: EventContrast): Cell {
  const { messages } = context;
  const { effect } = contrast;
  if (effect.kind === 'not-estimable') return { text: '—', muted: true };
  const { lower, upper } = effect.interval;
  const words = messages.contrasts;
  return { text: upper < 0 ? words.fall : lower > 0 ? words.rise : words.unclear };
}

function testBlocks(context: ReportContext, contrasts: readonly EventContrast[]): Block[] {
  const table = eventTestTable(context, contrasts);
  return table === null ? [] : [{ kind: 'table', table }];
}

/** Names once, under the table, the targets and classes with too little on both sides of the event. */
function emptyNote(context: ReportContext, empty: readonly EventContrast[]): Block[] {
  const { messages, label } = context;
  if (empty.length === 0) return [];
  const items = empty.map((one) =>
    messages.contrasts.neitherSideItem({
      target: label.target(one.target),
      class: label.stratum(one.stratum),
      before: shownCount(context, one.before.nDocuments),
      after: shownCount(context, one.after.nDocuments),
    }),
  );
  const text = messages.contrasts.neitherSide(items.join(messages.word.separator));
  return [{ kind: 'paragraph', text, tone: 'note' }];
}

/** Names once, under the table, the events that fall into the compared days of this one. */
function rivalsNote(context: ReportContext, id: string, contrasts: readonly EventContrast[]): Block[] {
  const { messages, format, label } = context;
  const untested = contrasts.filter((one) => one.step?.kind !== 'estimate');
  const rivals = [...new Set(untested.flatMap((one) => one.inseparableFrom))];
  if (rivals.length === 0) return [];
  const names = format.list(rivals.map((rival) => messages.word.quoted(label.event(rival))));
  return [{ kind: 'paragraph', text: messages.contrasts.inseparable(label.event(id), names), tone: 'note' }];
}
