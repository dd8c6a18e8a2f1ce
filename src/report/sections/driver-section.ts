import type {
  ContributionKind,
  Decomposition,
  DecompositionLevel,
  PartOfChange,
  ShiftedWord,
} from '../../domain/decomposition.ts';
import type { Estimate, Estimated } from '../../domain/estimate.ts';
import { CELL_AUTHORS } from '../../domain/smallest-cell.ts';
import type { Block, Cell, Figure, Section, Table } from '../block.ts';
import { drawDriverChart } from '../charts/driver-chart.ts';
import { levelName } from '../level-name.ts';
import { asked, type ReportContext } from '../report-context.ts';

/** A place is said to be sure from this probability on. */
const SURE = 0.95;
const NO_PART: Cell = { text: '—', muted: true };
const KINDS = ['mix', 'within', 'interaction', 'entry', 'remainder'] as const;

/** What the changes at declared events are made of; only those that can be told from none are shown. */
export function composeDrivers(context: ReportContext): Section | null {
  const { finding, messages } = context;
  const words = messages.drivers;
  const order = finding.study.classes.map((one) => one.id);
  const rank = ({ stratum: { class: name } }: Decomposition): number =>
    name === undefined ? order.length : order.indexOf(name);
  const sorted = finding.decompositions.toSorted((a, b) => rank(a) - rank(b));
  const changes = [
    ...Map.groupBy(sorted, (one) => JSON.stringify([one.event, one.target, one.stratum])).values(),
  ];
  if (changes.length === 0) return null;
  const shown = changes.filter(([first]) => first !== undefined && isSplit(context, first));
  const unclear = changes.filter((one) => !shown.includes(one)).flatMap(([first]) => first ?? []);
  const note: Block[] =
    unclear.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: words.unclear(unclear.map((one) => nameOf(context, one)).join(messages.word.separator)),
            tone: 'note',
          },
        ];
  return {
    id: 'drivers',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...shown.flatMap((one) => changeBlocks(context, one)),
      ...note,
      { kind: 'paragraph', text: words.method, tone: 'note' },
    ],
  };
}

/** Whether there is a change to split: one that stands after correction, too, where codings correct it. */
function isSplit({ finding }: ReportContext, { event, target, stratum, change }: Decomposition): boolean {
  const corrected = finding.events.flatMap(({ effect, ...one }) =>
    one.event === event &&
    one.target === target &&
    (stratum['class'] === undefined || one.stratum['class'] === stratum['class']) &&
    effect.kind === 'estimate' &&
    effect.correction !== 'none'
      ? [effect]
      : [],
  );
  return isClear(change) && (corrected.length === 0 || corrected.some(isClear));
}

function isClear(change: Estimate): boolean {
  return change.kind === 'estimate' && (change.interval.lower > 0 || change.interval.upper < 0);
}

/** Chart and tables of one change; the first dimension, themes where there are any, is the one charted. */
function changeBlocks(context: ReportContext, splits: readonly Decomposition[]): Block[] {
  const [main, ...others] = splits as readonly [Decomposition, ...Decomposition[]];
  return [
    { kind: 'figure', figure: driverFigure(context, main) },
    ...correctedNote(context, main),
    ...leadingSentences(context, main).map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'table', table: levelTable(context, main) },
    ...(main.words.length === 0 ? [] : [{ kind: 'table', table: wordTable(context, main) } as const]),
    ...others
      .filter((one) => one.dimension === 'discovered')
      .map((one): Block => ({ kind: 'table', table: levelTable(context, one) })),
    ...(others.length === 0 ? [] : [{ kind: 'table', table: kindTable(context, splits) } as const]),
  ];
}

function correctedNote(context: ReportContext, { change, corrected, measurement }: Decomposition): Block[] {
  const { messages, format } = context;
  if (corrected?.kind !== 'estimate' || change.kind !== 'estimate' || measurement === null) return [];
  const text = messages.drivers.corrected({
    raw: format.estimate(change),
    corrected: format.estimate(corrected),
    measurement: partText(context, measurement),
  });
  return [{ kind: 'paragraph', text, tone: 'note' }];
}

function driverFigure(context: ReportContext, split: Decomposition): Figure {
  const { messages, format } = context;
  const words = messages.drivers;
  const parts = split.levels.map((one) => ({
    label: levelName(context, split, one.level),
    ...one.contribution,
  }));
  const chart = {
    before: { label: messages.contrasts.before, value: balanceOf(split.before) },
    parts,
    after: { label: messages.contrasts.after, value: balanceOf(split.after) },
    axis: words.axis,
    format,
  };
  const description = words.description({
    before: format.points(balanceOf(split.before)),
    after: format.points(balanceOf(split.after)),
    parts: parts.map((part) => words.part(part.label, partText(context, part))).join(' '),
  });
  return {
    title: words.figure({
      target: context.label.target(split.target),
      class: strataName(context, split),
      event: split.event === null ? '' : context.label.event(split.event),
    }),
    panels: [{ label: '', description, draw: (width) => drawDriverChart({ ...chart, width }) }],
    key: [{ symbol: { kind: 'band' }, text: words.key(context.level) }],
    table: termTable(context, split),
  };
}

/** Names what leads, or says that it is not settled; then what adds more than its size would. */
function leadingSentences(context: ReportContext, split: Decomposition): string[] {
  const { messages, format } = context;
  const words = messages.drivers;
  const [first] = split.levels;
  if (first === undefined) return [];
  const name = (one: DecompositionLevel): string => levelName(context, split, one.level);
  const leading = words.leading({
    level: name(first),
    contribution: partText(context, first.contribution),
    change: format.points(balanceOf(split.change)),
    probability: certainty(context, first.probabilityFirst),
  });
  const rivals = split.levels.filter((one) => one.probabilityFirst > 1 - SURE);
  const list = (levels: readonly DecompositionLevel[], note: (one: DecompositionLevel) => string): string =>
    levels.map((one) => `${name(one)} (${note(one)})`).join(messages.word.separator);
  const direction = balanceOf(split.change) < 0 ? -1 : 1;
  const beyond = split.levels.filter(
    ({ excess: { interval } }) => (direction < 0 ? interval.upper : -interval.lower) < 0,
  );
  return [
    first.probabilityFirst >= SURE
      ? leading
      : words.notSure(list(rivals, (one) => certainty(context, one.probabilityFirst))),
    ...(beyond.length === 0 ? [] : [words.beyond(list(beyond, (one) => partText(context, one.excess)))]),
  ];
}

function levelTable(context: ReportContext, split: Decomposition): Table {
  const { messages, format } = context;
  const words = messages.drivers;
  return {
    caption: words.levelsCaption,
    columns: [
      { label: words.dimension[split.dimension], numeric: false },
      { label: words.share, numeric: true },
      { label: words.balance, numeric: true },
      { label: words.contribution, numeric: true },
      { label: words.excess, numeric: true },
      { label: words.first, numeric: true },
    ],
    rows: split.levels.map((one) => [
      { text: levelName(context, split, one.level) },
      pairCell(context, [one.shareBefore, one.shareAfter], format.share),
      pairCell(context, [one.balanceBefore, one.balanceAfter], ({ value, interval }) => ({
        value: format.points(value),
        interval: format.interval(interval),
      })),
      partCell(context, one.contribution),
      partCell(context, one.excess),
      { text: certainty(context, one.probabilityFirst) },
    ]),
  };
}

/** A probability from draws in whole percent; what no draw gave is not impossible. */
function certainty({ format }: ReportContext, probability: number): string {
  if (probability < 0.005) return `<${format.wholePercent(0.01)}`;
  if (probability > 0.995) return `>${format.wholePercent(0.99)}`;
  return format.wholePercent(Math.round(100 * probability) / 100);
}

function wordTable(context: ReportContext, split: Decomposition): Table {
  const { messages } = context;
  const words = messages.drivers;
  const cell = (list: readonly ShiftedWord[]): Cell =>
    list.length === 0
      ? { text: words.noWords, muted: true }
      : {
          text: list
            .map(
              ({ word, nAuthorsBefore, nAuthorsAfter }) =>
                `${word} (${authorsText(context, nAuthorsBefore)} → ${authorsText(context, nAuthorsAfter)})`,
            )
            .join(messages.word.separator),
        };
  return {
    caption: words.wordsCaption,
    columns: [
      { label: words.dimension.theme, numeric: false },
      { label: words.wordsMore, numeric: false },
      { label: words.wordsLess, numeric: false },
    ],
    rows: split.words.map((one) => [
      { text: levelName(context, split, one.level) },
      cell(one.more),
      cell(one.less),
    ]),
  };
}

function authorsText({ format }: ReportContext, nAuthors: number | null): string {
  return nAuthors === null ? `<${format.count(CELL_AUTHORS).text}` : format.count(nAuthors).text;
}

function termTable(context: ReportContext, split: Decomposition): Table {
  const words = context.messages.drivers;
  return {
    caption: words.termsCaption,
    columns: [
      { label: words.dimension[split.dimension], numeric: false },
      { label: words.term, numeric: false },
      { label: words.contribution, numeric: true },
    ],
    rows: split.contributions.map((one) => [
      { text: levelName(context, split, one.level) },
      { text: words.kind[one.kind] },
      partCell(context, one),
    ]),
  };
}

/** Mix, within and the other kinds as a whole, one row a dimension. */
function kindTable(context: ReportContext, splits: readonly Decomposition[]): Table {
  const words = context.messages.drivers;
  const kinds = KINDS.filter((kind) => splits.some((one) => one.kinds.some((part) => part.kind === kind)));
  const isMeasured = splits.some((one) => one.measurement !== null);
  const cell = (split: Decomposition, kind: ContributionKind): Cell => {
    const part = split.kinds.find((one) => one.kind === kind);
    return part === undefined ? NO_PART : partCell(context, part);
  };
  return {
    caption: words.otherCaption,
    columns: [
      { label: words.splitBy, numeric: false },
      ...kinds.map((kind) => ({ label: words.kind[kind], numeric: true })),
      ...(isMeasured ? [{ label: words.measurement, numeric: true }] : []),
    ],
    rows: splits.map((split) => [
      { text: words.dimension[split.dimension] },
      ...kinds.map((kind) => cell(split, kind)),
      ...(isMeasured ? [split.measurement === null ? NO_PART : partCell(context, split.measurement)] : []),
    ]),
  };
}

interface Printed {
  readonly value: string;
  readonly interval: string;
}

/** Two estimates with an arrow between them and their intervals below; a reason where one is missing. */
function pairCell(
  { messages }: ReportContext,
  pair: readonly [Estimate, Estimate],
  print: (estimate: Estimated) => Printed,
): Cell {
  const printed = pair.map((one) =>
    one.kind === 'estimate' ? print(one) : { value: messages.reason[one.reason], interval: '—' },
  );
  return {
    text: printed.map(({ value }) => value).join(' → '),
    note: printed.map(({ interval }) => interval).join(' → '),
  };
}

function partCell(context: ReportContext, part: PartOfChange): Cell {
  const { format } = context;
  return { text: format.points(part.value), note: format.interval(part.interval), ...asked(context, part) };
}

function partText({ format }: ReportContext, part: PartOfChange): string {
  return `${format.points(part.value)} ${format.interval(part.interval)}`;
}

function nameOf(context: ReportContext, split: Decomposition): string {
  return `${context.label.target(split.target)}${context.messages.word.comma}${strataName(context, split)}`;
}

function strataName(context: ReportContext, { stratum }: Decomposition): string {
  return Object.keys(stratum).length === 0
    ? context.messages.drivers.allClasses
    : context.label.stratum(stratum);
}

function balanceOf(estimate: Estimate): number {
  return estimate.kind === 'estimate' ? estimate.value : 0;
}
