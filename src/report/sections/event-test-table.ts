import type { EventContrast } from '../../domain/finding.ts';
import type { Cell, Table } from '../block.ts';
import { balanceCell, type ReportContext, targetCell } from '../report-context.ts';

/** The tests of one event, by target and class; null where none was made. */
export function eventTestTable(context: ReportContext, contrasts: readonly EventContrast[]): Table | null {
  const { messages } = context;
  const { tests, word } = messages;
  const tested = contrasts.filter((one) => one.step?.kind === 'estimate');
  const [first] = tested;
  if (first === undefined) return null;
  return {
    caption: tests.caption(first.label),
    columns: [
      { label: word.target, numeric: false },
      { label: word.class, numeric: false },
      { label: tests.step, numeric: true },
      { label: tests.probability, numeric: true },
      { label: tests.otherDates, numeric: true },
      { label: tests.detectable, numeric: true },
      { label: tests.reading, numeric: false },
    ],
    rows: tested.map((one) => [
      targetCell(context, one.target),
      classCell(context, one),
      one.step === undefined ? { text: '—', muted: true } : balanceCell(context, one.step),
      probabilityCell(context, one),
      datesCell(context, one),
      detectableCell(context, one),
      verdictCell(context, one),
    ]),
  };
}

function classCell({ messages, label, finding }: ReportContext, one: EventContrast): Cell {
  const { target, stratum, control, isPlacebo } = one;
  const text = label.stratum(stratum);
  const isTarget = finding.study.targets.some((each) => each.id === target && each.placebo);
  const notes = [
    ...(isPlacebo === true && !isTarget ? [messages.tests.placeboClass] : []),
    ...(control === null || control === undefined ? [] : [messages.tests.control(label.controlled(control))]),
  ];
  return notes.length === 0 ? { text } : { text, note: notes.join(messages.word.separator) };
}

function probabilityCell({ messages, format }: ReportContext, one: EventContrast): Cell {
  const { pAdjusted, pPlacebo } = one;
  if (pAdjusted === null || pAdjusted === undefined || pPlacebo === null) return { text: '—', muted: true };
  return {
    text: format.probability(pAdjusted),
    note: messages.tests.unadjusted(format.probability(pPlacebo)),
  };
}

function detectableCell({ format }: ReportContext, { minimumDetectableEffect: size }: EventContrast): Cell {
  return typeof size === 'number' ? { text: format.size(size) } : { text: '—', muted: true };
}

function datesCell({ messages, format }: ReportContext, { placebo }: EventContrast): Cell {
  if (placebo === null || placebo === undefined) return { text: '—', muted: true };
  const { nDatesAsLarge, nDates } = placebo;
  return { text: messages.tests.ofDates(format.count(nDatesAsLarge), format.count(nDates)) };
}

function verdictCell(context: ReportContext, one: EventContrast): Cell {
  const { text, note } = readingCell(context, one);
  const notes = [...(note === undefined ? [] : [note]), ...labelsNote(context, one)];
  return notes.length === 0 ? { text } : { text, note: notes.join(context.messages.word.separator) };
}

/** What the test of labels says, where the verdict rests on corrected numbers. */
function labelsNote({ messages, format }: ReportContext, { variants }: EventContrast): string[] {
  const test = variants?.find((one) => one.test !== undefined)?.test;
  if (test?.step?.kind !== 'estimate') return [];
  const step = `${format.points(test.step.value)} ${format.interval(test.step.interval)}`;
  return [messages.tests.ofLabels({ step, verdict: messages.tests.verdict[test.verdict] })];
}

function readingCell({ messages, format, label }: ReportContext, one: EventContrast): Cell {
  const text = messages.tests.verdict[one.verdict];
  if (one.verdict === 'cannot-separate')
    return {
      text,
      note: format.list(one.inseparableFrom.map((id) => messages.word.quoted(label.event(id)))),
    };
  if (one.verdict === 'other-date' && one.changeDate)
    return { text, note: messages.tests.largest(format.period(one.changeDate.date)) };
  return { text };
}

/** What the test of the headline's event says, for the first screen. */
export function testSentences({ messages, format, label }: ReportContext, one: EventContrast): string[] {
  const words = messages.tests.lead;
  const { placebo, pAdjusted, verdict, changeDate, minimumDetectableEffect } = one;
  if (one.step === undefined || verdict === 'not-estimable') return [];
  if (verdict === 'not-tested' || !placebo || typeof pAdjusted !== 'number') return [words['not-tested']];
  const { nDates, nDatesAsLarge } = placebo;
  const facts = {
    share: format.wholePercent(
      nDates === 0 ? 0 : Math.floor((100 * (nDates - nDatesAsLarge)) / nDates) / 100,
    ),
    isLargest: nDatesAsLarge === 0,
    dates: format.count(nDates),
    looks: format.count(one.looks),
    probability: format.probability(pAdjusted),
    detectable: format.size(minimumDetectableEffect ?? 0),
  };
  const events = format.list(one.inseparableFrom.map((id) => messages.word.quoted(label.event(id))));
  switch (verdict) {
    case 'unconfirmed':
    case 'no-change-seen':
      return [words[verdict](facts)];
    case 'other-date':
      return [words['other-date'](changeDate ? format.period(changeDate.dateInterval) : '—')];
    case 'cannot-separate':
      return [words.moved(facts), words['cannot-separate'](events)];
    case 'gradual':
    case 'supported':
    case 'contradicted':
      return [words.moved(facts), words[verdict]];
  }
}
