import type { EventContrast } from '../../domain/finding.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { balanceCell, type ReportContext, targetCell } from '../report-context.ts';

/** Net balance before and after each event, one table an event, in order of their dates. */
export function composeContrasts(context: ReportContext): Section {
  const { messages, finding, format, events } = context;
  const looks = finding.events.reduce((most, one) => Math.max(most, one.looks), 0);
  const tables = events.flatMap(({ id }): Block[] => {
    const contrasts = finding.events.filter((one) => one.event === id);
    return [
      { kind: 'table', table: contrastTable(context, contrasts) },
      ...rivalsNote(context, id, contrasts),
    ];
  });
  return {
    id: 'events',
    heading: messages.contrasts.heading,
    blocks:
      tables.length === 0
        ? [{ kind: 'paragraph', text: messages.contrasts.none, tone: 'note' }]
        : [{ kind: 'paragraph', text: messages.contrasts.intro(format.count(looks)) }, ...tables],
  };
}

function contrastTable(context: ReportContext, contrasts: readonly EventContrast[]): Table {
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
    rows: contrasts.map((one) => [
      targetCell(context, one.target),
      { text: label.stratum(one.stratum) },
      balanceCell(context, one.before),
      balanceCell(context, one.after),
      balanceCell(context, one.effect),
      { text: `${format.count(one.before.nDocuments).text} / ${format.count(one.after.nDocuments).text}` },
      readingCell(context, one),
    ]),
  };
}

function readingCell(context: ReportContext, contrast: EventContrast): Cell {
  const { messages, format } = context;
  const { effect, pPlacebo } = contrast;
  if (effect.kind === 'not-estimable') return { text: '—', muted: true };
  const { lower, upper } = effect.interval;
  const words = messages.contrasts;
  const text = upper < 0 ? words.fall : lower > 0 ? words.rise : words.unclear;
  return pPlacebo === null ? { text } : { text, note: words.placebo(format.probability(pPlacebo)) };
}

/** Names once, under the table, the events that fall into the compared days of this one. */
function rivalsNote(context: ReportContext, id: string, contrasts: readonly EventContrast[]): Block[] {
  const { messages, format, label } = context;
  const rivals = [...new Set(contrasts.flatMap((one) => one.inseparableFrom))];
  if (rivals.length === 0) return [];
  const names = format.list(rivals.map((rival) => messages.word.quoted(label.event(rival))));
  return [{ kind: 'paragraph', text: messages.contrasts.inseparable(label.event(id), names), tone: 'note' }];
}
