import type { Measure, Period, Series } from '../../domain/estimate.ts';
import type { Cell, Figure, Panel, Table, TimeBlock } from '../block.ts';
import type { Drawing } from '../charts/drawing.ts';
import { silentStretches } from '../charts/estimate-runs.ts';
import type { IndexChart } from '../charts/index-chart.ts';
import type { ChartLine } from '../charts/line-chart.ts';
import { asked, type ReportContext } from '../report-context.ts';

/** More series than this get a panel each. */
const MOST_LINES = 3;

/** A figure of series over time. */
export interface TimeFigure {
  readonly title: string;
  /** Words for a reader who cannot see the chart. */
  readonly target: string;
  readonly measure: Measure;
  readonly axis: string;
  readonly series: readonly Series[];
  /** Label of a series [its stratum]. */
  readonly nameOf?: (series: Series) => string;
  readonly draw: (chart: IndexChart) => Drawing;
}

/** The figure, or one line that says why there is none. */
export function timeBlock(context: ReportContext, figure: TimeFigure): TimeBlock {
  if (figure.series.some((one) => one.estimates.some((e) => e.kind === 'estimate'))) {
    return { kind: 'figure', figure: timeFigure(context, figure) };
  }
  return { kind: 'paragraph', text: context.messages.index.noneEstimable(figure.title), tone: 'note' };
}

/**
 * One panel for up to three series, else one panel a series; with key, description and the figures as a table. Series without any
 * estimate, and shares of talk that are zero throughout, are not drawn: the key names them, and the table has their reasons and intervals.
 */
function timeFigure(context: ReportContext, figure: TimeFigure): Figure {
  const estimable = figure.series.filter((one) => one.estimates.some((e) => e.kind === 'estimate'));
  const spoken = estimable.filter((one) => !isWithoutMentions(one));
  const drawn = spoken.length === 0 ? estimable : spoken;
  const empty = estimable.filter((one) => !drawn.includes(one));
  const lines = drawn.map((series, index) => ({
    ...chartLine(context, series, index),
    ...(figure.nameOf === undefined ? {} : { label: figure.nameOf(series) }),
  }));
  const together = lines.length <= MOST_LINES;
  const chart = (some: readonly ChartLine[]) => ({
    lines: some,
    scaleOf: lines,
    period: context.finding.study.period,
    events: eventsInPeriod(context),
    axis: figure.axis,
    format: context.format,
  });
  const panel = (label: string, some: readonly ChartLine[], series: readonly Series[]): Panel => ({
    label,
    description: describe(context, figure, series),
    draw: (width) => figure.draw({ ...chart(some), width }),
  });
  const panels = together
    ? [panel('', lines, drawn)]
    : lines.map((line, index) => panel(line.label, [{ ...line, style: 0 }], drawn.slice(index, index + 1)));
  return {
    title: figure.title,
    panels,
    key: [
      ...figureKey(context, lines, together),
      ...withoutMentions(context, figure, empty),
      ...withoutValues(context, figure),
    ],
    table: dataTable(context, figure),
    time: { span: context.finding.study.period, periods: periodsOf(figure) },
  };
}

function isWithoutMentions({ measure, estimates }: Series): boolean {
  return measure === 'mention-share' && estimates.every((e) => e.kind !== 'estimate' || e.value === 0);
}

function withoutMentions(
  { messages, label }: ReportContext,
  { nameOf }: TimeFigure,
  empty: readonly Series[],
): Figure['key'] {
  if (empty.length === 0) return [];
  const names = empty.map((one) => nameOf?.(one) ?? label.stratum(one.stratum));
  const text = messages.index.withoutMentions(names.join(messages.word.separator));
  return [{ symbol: { kind: 'tile', style: null, share: 1 }, text }];
}

function withoutValues({ messages, label }: ReportContext, { series, nameOf }: TimeFigure): Figure['key'] {
  const silent = series.filter((one) => one.estimates.every((e) => e.kind !== 'estimate'));
  if (silent.length === 0) return [];
  const names = silent.map((one) => nameOf?.(one) ?? label.stratum(one.stratum));
  const text = messages.index.withoutValues(names.join(messages.word.separator));
  return [{ symbol: { kind: 'hatch', reason: 'too-few' }, text }];
}

function chartLine(context: ReportContext, series: Series, style: number): ChartLine {
  const name = series.stratum['class'];
  // A hole of the whole class is a gap in the line already.
  const silent = silentStretches(series.estimates)
    .filter((stretch) => stretch.uncollected)
    .map((stretch) => stretch.period);
  const holes = context.finding.health
    .filter((source) => name === undefined || source.class === name)
    .flatMap((source) => source.holes)
    .filter((hole) => !silent.some(({ start, end }) => start <= hole.start && hole.end <= end));
  return {
    label: context.label.stratum(series.stratum),
    style,
    estimates: series.estimates,
    holes: joined(holes),
    changes: context.finding.changePoints.filter((change) => change.series === series.id),
  };
}

function eventsInPeriod(context: ReportContext): ReportContext['events'] {
  const { start, end } = context.finding.study.period;
  return context.events.filter(({ date }) => date.start < end && date.end > start);
}

/** Overlapping periods as one, so that the hatching of several sources is not drawn twice. */
function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const period of periods.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = result.at(-1);
    if (last === undefined || period.start > last.end) result.push(period);
    else if (period.end > last.end) result[result.length - 1] = { start: last.start, end: period.end };
  }
  return result;
}

function describe(context: ReportContext, figure: TimeFigure, series: readonly Series[]): string {
  const { messages, format, finding } = context;
  return messages.index.description({
    measure: messages.measure[figure.measure],
    target: figure.target,
    period: format.period(finding.study.period),
    series: series.map((one) => describeSeries(context, figure, one)).join(' · '),
  });
}

function describeSeries(
  { messages, format, label }: ReportContext,
  { measure, nameOf }: TimeFigure,
  one: Series,
): string {
  const values = one.estimates.flatMap((e) => (e.kind === 'estimate' ? [e.value] : []));
  const print = (value: number): string =>
    measure === 'mention-share' ? format.percent(value) : messages.word.points(format.points(value));
  return messages.index.descriptionSeries({
    name: nameOf?.(one) ?? label.stratum(one.stratum),
    estimable: format.count(values.length),
    bins: format.count(one.estimates.length),
    low: print(Math.min(...values)),
    high: print(Math.max(...values)),
  });
}

function figureKey(context: ReportContext, lines: readonly ChartLine[], together: boolean): Figure['key'] {
  const { messages, format } = context;
  const { word } = messages;
  const silent = lines.flatMap((line) => silentStretches(line.estimates));
  const key: Figure['key'][number][] = [];
  if (together) {
    for (const line of lines) key.push({ symbol: { kind: 'line', style: line.style }, text: line.label });
  }
  key.push({ symbol: { kind: 'band' }, text: word.bandKey(context.level) });
  if (lines.some((line) => (line.changes ?? []).length > 0)) {
    key.push({ symbol: { kind: 'change' }, text: messages.changes.key(context.level) });
  }
  if (silent.some((s) => s.uncollected)) {
    key.push({ symbol: { kind: 'hatch', reason: 'no-collection' }, text: word.noCollection });
  }
  if (silent.some((s) => !s.uncollected)) {
    key.push({ symbol: { kind: 'hatch', reason: 'too-few' }, text: word.tooFew });
  }
  if (lines.some((line) => line.holes.length > 0)) {
    key.push({ symbol: { kind: 'hatch', reason: 'hole' }, text: word.hole });
  }
  for (const event of eventsInPeriod(context)) {
    const kind = event.dashed ? word.rival : word.declared;
    key.push({
      symbol: { kind: 'letter', letter: event.letter, dashed: event.dashed },
      text: messages.index.event(event.label, format.period(event.date), kind),
    });
  }
  return key;
}

function periodsOf({ series }: TimeFigure): Period[] {
  return [...new Map(series.flatMap((s) => s.estimates).map((e) => [e.period.start, e.period]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, period]) => period);
}

function dataTable(context: ReportContext, figure: TimeFigure): Table {
  const { messages, format, label } = context;
  const cells = figure.series.map((one) => new Map(one.estimates.map((e) => [e.period.start, e])));
  return {
    caption: figure.title,
    columns: [
      { label: messages.word.period, numeric: false },
      ...figure.series.map((one) => ({
        label: figure.nameOf?.(one) ?? label.stratum(one.stratum),
        numeric: true,
      })),
    ],
    rows: periodsOf(figure).map((period) => [
      { text: format.period(period) },
      ...cells.map((byStart): Cell => {
        const estimate = byStart.get(period.start);
        if (estimate === undefined) return { text: '—', muted: true };
        const number = asked(context, estimate);
        if (estimate.kind === 'not-estimable')
          return { text: messages.reason[estimate.reason], muted: true, ...number };
        if (figure.measure === 'mention-share') {
          const share = format.share(estimate);
          return { text: `${share.value} ${share.interval}`, ...number };
        }
        return { text: format.estimate(estimate), ...number };
      }),
    ]),
  };
}
