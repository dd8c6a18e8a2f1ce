import {
  DELETION_STANCES,
  type Deletion,
  type DeletionCell,
  type DeletionEstimate,
} from '../../domain/deletion.ts';
import type { Period } from '../../domain/estimate.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { DELETION_MESSAGES } from '../messages/deletion-messages.ts';
import type { ReportContext } from '../report-context.ts';

const DAY = 86_400_000;

/** What a later look at the addresses found, by class and stance; null where none was made. */
export function composeDeletion(context: ReportContext): Section | null {
  const { deletion, finding, format } = context;
  if (deletion === null) return null;
  const words = DELETION_MESSAGES[finding.study.language];
  const { askedFrom, askedTo } = deletion;
  const isAsked = askedFrom !== null && askedTo !== null;
  const asked = deletion.cells.reduce((sum, { nAsked }) => sum + (nAsked ?? 0), 0);
  return {
    id: 'deletion',
    heading: words.heading,
    blocks: [
      {
        kind: 'paragraph',
        text: isAsked
          ? words.intro({ asked: format.count(asked), days: format.period(daysOf(askedFrom, askedTo)) })
          : words.notAsked,
      },
      ...(isAsked ? answerBlocks(context, deletion) : []),
    ],
  };
}

/** The UTC days of the first and last answer. */
function daysOf(first: string, last: string): Period {
  const next = new Date(Date.parse(`${last.slice(0, 10)}T00:00:00Z`) + DAY);
  return { start: first.slice(0, 10), end: next.toISOString().slice(0, 10) };
}

function answerBlocks(context: ReportContext, deletion: Deletion): Block[] {
  const words = DELETION_MESSAGES[context.finding.study.language];
  const whole = deletion.contrasts.find((one) => one.class === null)?.difference;
  return [
    ...(whole === undefined ? [] : [{ kind: 'paragraph', text: verdictText(context, whole) } as const]),
    ...[cellTable, pooledTable, contrastTable].map(
      (compose) => ({ kind: 'table', table: compose(context, deletion) }) as const,
    ),
    { kind: 'paragraph', text: words.note, tone: 'note' },
  ];
}

function verdictText({ finding, format }: ReportContext, whole: DeletionEstimate): string {
  const words = DELETION_MESSAGES[finding.study.language];
  if (whole.kind === 'not-estimable') return words.noVerdict(words.reason[whole.reason]);
  const { lower, upper } = whole.interval;
  const which = lower > 0 ? 'against' : upper < 0 ? 'favor' : 'open';
  return words.verdict[which](`${format.points(whole.value)} ${format.interval(whole.interval)}`);
}

function cellTable(context: ReportContext, deletion: Deletion): Table {
  const { messages, finding, level } = context;
  const { columns, caption } = DELETION_MESSAGES[finding.study.language];
  const classes = [...new Set(deletion.cells.map((cell) => cell.class))];
  return {
    caption: caption(level),
    columns: [
      { label: messages.word.class, numeric: false },
      { label: columns.stance, numeric: false },
      ...[
        columns.rate,
        columns.bounds,
        columns.gone,
        columns.there,
        columns.changed,
        columns.unknown,
        columns.withAddress,
      ].map((label) => ({ label, numeric: true })),
    ],
    rows: classes.flatMap((name) =>
      DELETION_STANCES.flatMap((of) => {
        const cell = deletion.cells.find((one) => one.class === name && one.stance === of);
        return cell === undefined ? [] : [cellRow(context, cell)];
      }),
    ),
  };
}

function cellRow(context: ReportContext, cell: DeletionCell): Cell[] {
  const { finding, format, label } = context;
  const { stance, withheld } = DELETION_MESSAGES[finding.study.language];
  const { outcomes, nAddresses, bounds } = cell;
  const unknown = outcomes === null ? null : outcomes.login + outcomes.unreachable;
  return [
    { text: label.class(cell.class) },
    { text: stance[cell.stance] },
    shareCell(context, cell.rate),
    bounds === null
      ? { text: '—', muted: true }
      : { text: `${format.percent(bounds[0])} – ${format.percent(bounds[1])}` },
    ...[outcomes?.gone, outcomes?.there, outcomes?.changed, unknown, nAddresses].map(
      (n): Cell =>
        n === undefined || n === null ? { text: withheld, muted: true } : { text: format.count(n).text },
    ),
  ];
}

function pooledTable(context: ReportContext, { pooled }: Deletion): Table {
  const { finding, format } = context;
  const words = DELETION_MESSAGES[finding.study.language];
  return {
    caption: words.pooledCaption,
    columns: [
      { label: words.columns.stance, numeric: false },
      { label: words.columns.rate, numeric: true },
      { label: words.coverage, numeric: true },
    ],
    rows: pooled.map(({ stance, rate, coverage }): Cell[] => [
      { text: words.stance[stance] },
      shareCell(context, rate),
      coverage === null ? { text: '—', muted: true } : { text: format.percent(coverage) },
    ]),
  };
}

function shareCell({ finding, format }: ReportContext, rate: DeletionEstimate): Cell {
  if (rate.kind === 'not-estimable')
    return { text: DELETION_MESSAGES[finding.study.language].reason[rate.reason], muted: true };
  const { lower, upper } = rate.interval;
  return { text: format.percent(rate.value), note: `${format.percent(lower)} – ${format.percent(upper)}` };
}

function contrastTable(context: ReportContext, { contrasts }: Deletion): Table {
  const { messages, finding, format, label } = context;
  const words = DELETION_MESSAGES[finding.study.language];
  return {
    caption: words.contrastCaption,
    columns: [
      { label: messages.word.class, numeric: false },
      { label: words.difference, numeric: true },
    ],
    rows: contrasts.map(({ class: name, difference }): Cell[] => [
      { text: name === null ? words.all : label.class(name) },
      difference.kind === 'not-estimable'
        ? { text: words.reason[difference.reason], muted: true }
        : { text: format.points(difference.value), note: format.interval(difference.interval) },
    ]),
  };
}
