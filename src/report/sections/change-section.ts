import type { ChangePoint, NotTestedReason, Trend } from '../../domain/change-point.ts';
import type { Correction, Series } from '../../domain/estimate.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { type ReportContext, targetCell } from '../report-context.ts';

const REASONS: readonly NotTestedReason[] = ['too-few-periods', 'no-variation'];

/** Lasting changes of the series, how many were searched, and the smoothed level of each. */
export function composeChanges(context: ReportContext): Section | null {
  const { finding, messages, format } = context;
  const words = messages.changes;
  const trends = finding.trends ?? [];
  const searched = trends.filter((one) => one.notTested === null);
  if (trends.length === 0) return null;
  const looks = format.count(searched.length);
  const rate = finding.changePoints[0]?.falseAlarmRate ?? 0.05;
  const blocks: Block[] = [];
  if (searched.length > 0) {
    const expected = format.weight(Math.round(10 * rate * searched.length) / 10);
    blocks.push({
      kind: 'paragraph',
      text: words.intro({ looks, rate: format.wholePercent(rate), expected }),
    });
    blocks.push(
      finding.changePoints.length === 0
        ? { kind: 'paragraph', text: words.none(looks), tone: 'note' }
        : { kind: 'table', table: changeTable(context) },
      { kind: 'paragraph', text: words.limits(finding.study.bin), tone: 'note' },
      { kind: 'table', table: trendTable(context, searched) },
      trendNote(context, searched),
    );
  }
  return {
    id: 'changes',
    heading: words.heading,
    blocks: [...blocks, ...REASONS.flatMap((reason) => notTestedNote(context, reason))],
  };
}

function changeTable(context: ReportContext): Table {
  const { finding, messages, format, label } = context;
  const words = messages.changes;
  return {
    caption: captioned(
      context,
      words.caption,
      finding.changePoints.map(({ size }) => size),
    ),
    columns: [
      { label: messages.word.target, numeric: false },
      { label: messages.word.class, numeric: false },
      { label: words.change, numeric: false },
      { label: words.began, numeric: false },
      { label: words.size, numeric: true },
    ],
    rows: finding.changePoints.map((change) => [
      targetCell(context, change.target),
      { text: label.stratum(change.stratum) },
      kindCell(context, change),
      { text: day(context, change.date), note: words.between(format.period(change.dateInterval)) },
      { text: format.points(change.size.value), note: format.interval(change.size.interval) },
    ]),
  };
}

/** A caption that says so where a figure under it is not corrected. */
function captioned(
  { messages }: ReportContext,
  caption: string,
  figures: readonly { readonly correction: Correction }[],
): string {
  const { comma, uncorrected } = messages.word;
  return figures.some((one) => one.correction === 'none') ? `${caption}${comma}${uncorrected}` : caption;
}

function kindCell(context: ReportContext, { kind, until }: ChangePoint): Cell {
  const words = context.messages.changes;
  return kind === 'step'
    ? { text: words.kind.step }
    : { text: words.kind.slope, note: words.until(day(context, until)) };
}

function day({ format }: ReportContext, date: string): string {
  return format.instant(`${date}T00:00:00Z`, 'day');
}

function trendTable(context: ReportContext, searched: readonly Trend[]): Table {
  const { messages, format, label } = context;
  const words = messages.changes;
  return {
    caption: captioned(context, words.trendCaption, searched),
    columns: [
      { label: messages.word.target, numeric: false },
      { label: messages.word.class, numeric: false },
      { label: words.nowcast, numeric: true },
      { label: words.recent, numeric: true },
    ],
    rows: searched.flatMap((trend) => {
      const series = seriesOf(context, trend);
      const last = trend.level.at(-1);
      if (series === undefined || last === undefined) return [];
      const { recentChange } = trend;
      return [
        [
          targetCell(context, series.target),
          { text: label.stratum(series.stratum) },
          { text: format.points(last.value), note: format.interval(last.interval) },
          recentChange === null
            ? { text: '—', muted: true }
            : { text: format.wholePercent(Math.round(100 * recentChange.probability) / 100) },
        ],
      ];
    }),
  };
}

function trendNote({ messages, format }: ReportContext, searched: readonly Trend[]): Block {
  const periods = searched.find((one) => one.recentChange !== null)?.recentChange?.periods ?? 0;
  return { kind: 'paragraph', text: messages.changes.trendNote(format.count(periods)), tone: 'note' };
}

function notTestedNote(context: ReportContext, reason: NotTestedReason): Block[] {
  const { finding, messages, label } = context;
  const series = (finding.trends ?? [])
    .filter((one) => one.notTested === reason)
    .flatMap((one) => seriesOf(context, one) ?? []);
  const names = [...Map.groupBy(series, ({ target }) => target)].map(
    ([target, mine]) =>
      `${label.target(target)} (${mine.map(({ stratum }) => label.stratum(stratum)).join(messages.word.comma)})`,
  );
  if (names.length === 0) return [];
  const text = messages.changes.notTested[reason](names.join(messages.word.separator));
  return [{ kind: 'paragraph', text, tone: 'note' }];
}

function seriesOf({ finding }: ReportContext, trend: Trend): Series | undefined {
  return finding.series.find(({ id }) => id === trend.series);
}
