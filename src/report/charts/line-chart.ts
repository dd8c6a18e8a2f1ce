import {
  areaY,
  axisX,
  axisY,
  dot,
  gridY,
  line,
  type Markish,
  rect,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
import type { ChangePoint } from '../../domain/change-point.ts';
import type { Estimate, Period } from '../../domain/estimate.ts';
import type { ChartWidth } from '../block.ts';
import type { LocaleFormat } from '../locale-format.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { estimateRuns, type Run, silentStretches } from './estimate-runs.ts';
import { type ChartEvent, eventMarks, eventRows } from './event-marks.ts';
import { levelPath } from './level-path.ts';
import { DASHES, lineColor, SYMBOLS } from './line-style.ts';
import { wrapped } from './printed-width.ts';
import { middle, timeTicks, utcDay } from './time-axis.ts';

/** One series on a chart. */
export interface ChartLine {
  readonly label: string;
  /** Index into colours, dashes and symbols. */
  readonly style: number;
  readonly estimates: readonly Estimate[];
  /** Holes in single sources of the series: shown beside it, because they touch it. */
  readonly holes: readonly Period[];
  /** Lasting changes of the level, by date. */
  readonly changes?: readonly ChangePoint[];
}

/** Series over time with intervals, gaps and events. */
export interface LineChart {
  readonly lines: readonly ChartLine[];
  /** Lines that share the vertical axis, drawn here or in neighbouring panels. */
  readonly scaleOf: readonly ChartLine[];
  readonly period: Period;
  readonly events: readonly ChartEvent[];
  readonly ticks: readonly number[];
  readonly printTick: (value: number) => string;
  readonly axis: string;
  readonly width: ChartWidth;
  readonly format: LocaleFormat;
}

/** Frames in user units; `left` is room for the longest tick label. */
export const CHART_SIZES = {
  narrow: { width: 380, height: 240, most: 5, left: 54, fontSize: 14 },
  wide: { width: 940, height: 330, most: 10, left: 60, fontSize: 13 },
} as const;

const MARGIN_BOTTOM = 38;

/** More points than this and only lone ones get a marker. */
const MOST_MARKERS = { narrow: 20, wide: 60 } as const;

/** Draws lines that stop at every gap, intervals as bands (whiskers where a point stands alone) and events. */
export function drawLines(chart: LineChart): Drawing {
  const size = CHART_SIZES[chart.width];
  const [low, high] = [chart.ticks[0] ?? 0, chart.ticks.at(-1) ?? 1];
  const strip = (high - low) * 0.06;
  const nStrips = stripCount(chart);
  const bottom = low - (nStrips === 0 ? 0 : nStrips + 0.6) * strip;
  const direct = chart.width === 'wide' && chart.lines.length > 1;
  const marginRight = direct ? 180 : 20;
  const inner = size.width - size.left - marginRight;
  const rows = eventRows(chart.events, { period: chart.period, inner });
  const marginTop = 34 + rows.nRows * 18;
  const height = size.height + nStrips * 8 + rows.nRows * 18;
  const ticks = timeTicks(chart.period, { most: size.most, format: chart.format });
  const marks: Markish[] = [
    gridY([...chart.ticks], { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ...(low <= 0 && high >= 0 ? [ruleY([0], { stroke: 'var(--ink-soft)' })] : []),
    ...chart.lines.flatMap((one, index) =>
      gapMarks(one, { from: bottom + index * strip, strip, whole: chart.lines.length === 1 ? high : null }),
    ),
    ...eventMarks(rows.placed, { top: high, bottom, wide: chart.width === 'wide' }),
    ...chart.lines.flatMap((one) => changeMarks(one, { low, high })),
    ...chart.lines.flatMap((one) => lineMarks(one, MOST_MARKERS[chart.width])),
    ...(direct ? directLabels(chart, (high - bottom) / (height - marginTop - MARGIN_BOTTOM)) : []),
    axisY([...chart.ticks], { tickFormat: chart.printTick, tickSize: 0, label: null }),
    axisX([...ticks.values], { tickFormat: ticks.label, label: null, tickSize: 4 }),
    text([chart.axis], {
      frameAnchor: 'top-left',
      dx: -size.left + 4,
      dy: 8 - marginTop,
      textAnchor: 'start',
    }),
  ];
  return drawPlot({
    width: size.width,
    height,
    marginLeft: size.left,
    marginRight,
    marginTop,
    marginBottom: MARGIN_BOTTOM,
    fontSize: size.fontSize,
    x: { type: 'utc', domain: [utcDay(chart.period.start), utcDay(chart.period.end)] },
    y: { domain: [bottom, high] },
    marks,
  });
}

/** Neighbouring panels get the same frame: a strip in one is a strip in all. */
function stripCount({ lines, scaleOf }: LineChart): number {
  if (lines.length === 1) return scaleOf.some((one) => one.holes.length > 0) ? 1 : 0;
  const any = lines.some((one) => one.holes.length > 0 || silentStretches(one.estimates).length > 0);
  return any ? lines.length : 0;
}

interface Point {
  readonly at: Date;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly run: number;
}

function pointsOf(runs: readonly Run[]): Point[] {
  return runs.flatMap((run, index) =>
    run.map((e) => ({
      at: middle(e.period),
      value: e.value,
      lower: e.interval.lower,
      upper: e.interval.upper,
      run: index,
    })),
  );
}

function lineMarks(one: ChartLine, mostMarkers: number): Markish[] {
  const runs = estimateRuns(one.estimates);
  const [lone, joined] = [runs.filter((r) => r.length === 1), runs.filter((r) => r.length > 1)];
  const color = lineColor(one.style);
  const points = pointsOf(runs);
  const marked = points.length <= mostMarkers ? points : pointsOf(lone);
  return [
    areaY(pointsOf(joined), { x: 'at', y1: 'lower', y2: 'upper', z: 'run', fill: color, fillOpacity: 0.2 }),
    line(pointsOf(joined), {
      x: 'at',
      y: 'value',
      z: 'run',
      stroke: color,
      strokeWidth: 2,
      strokeDasharray: DASHES[one.style % DASHES.length] ?? 'none',
    }),
    ruleX(pointsOf(lone), { x: 'at', y1: 'lower', y2: 'upper', stroke: color, strokeWidth: 1.5 }),
    dot(marked, {
      x: 'at',
      y: 'value',
      fill: color,
      r: 3,
      symbol: SYMBOLS[one.style % SYMBOLS.length] ?? 'circle',
    }),
  ];
}

/** Days in which a change may have begun as a shaded span, and the level between changes. */
function changeMarks(one: ChartLine, frame: { readonly low: number; readonly high: number }): Markish[] {
  const changes = one.changes ?? [];
  if (changes.length === 0) return [];
  const stroke = lineColor(one.style);
  return [
    rect(changes, {
      x1: (change: ChangePoint) => utcDay(change.dateInterval.start),
      x2: (change: ChangePoint) => utcDay(change.dateInterval.end),
      y1: frame.low,
      y2: frame.high,
      fill: stroke,
      fillOpacity: 0.15,
    }),
    line(levelPath(one.estimates, changes), {
      x: 'at',
      y: 'value',
      stroke,
      strokeWidth: 3.5,
      strokeOpacity: 0.7,
    }),
  ];
}

/** Stretches without an estimate over the whole height where one line has the panel, else in a strip of its own. */
function gapMarks(one: ChartLine, place: { from: number; strip: number; whole: number | null }): Markish[] {
  const silent = silentStretches(one.estimates);
  if (silent.length + one.holes.length === 0) return [];
  const to = place.from + place.strip;
  const box = (reason: string, periods: readonly Period[], top: number): Markish =>
    rect(periods, {
      x1: (p: Period) => utcDay(p.start),
      x2: (p: Period) => utcDay(p.end),
      y1: place.from,
      y2: top,
      fill: `url(#hatch-${reason})`,
    });
  const first = silent[0] ?? one.holes[0];
  return [
    box('hole', one.holes, to),
    box(
      'no-collection',
      silent.filter((s) => s.uncollected).map((s) => s.period),
      place.whole ?? to,
    ),
    box(
      'too-few',
      silent.filter((s) => !s.uncollected).map((s) => s.period),
      place.whole ?? to,
    ),
    ...(place.whole === null && first !== undefined
      ? [
          dot([0], {
            frameAnchor: 'left',
            dx: -10,
            y: place.from + place.strip / 2,
            fill: lineColor(one.style),
            r: 3,
            symbol: SYMBOLS[one.style % SYMBOLS.length] ?? 'circle',
          }),
        ]
      : []),
  ];
}

/**
 * Names at the right edge, at the height of the last estimate, pushed apart where they would overlap.
 * @param unit what one user unit of height is on the axis
 */
function directLabels(chart: LineChart, unit: number): Markish[] {
  const placed = chart.lines
    .flatMap((one) => {
      const last = one.estimates.findLast((e) => e.kind === 'estimate');
      const label = wrapped(one.label, 164);
      return last === undefined ? [] : [{ one, label, y: last.value, half: label.includes('\n') ? 18 : 11 }];
    })
    .sort((a, b) => a.y - b.y || a.one.style - b.one.style);
  let floor = Number.NEGATIVE_INFINITY;
  return placed.map(({ one, label, y, half }) => {
    const at = Math.max(y, floor + half * unit);
    floor = at + half * unit;
    return text([label], {
      frameAnchor: 'right',
      textAnchor: 'start',
      dx: 8,
      y: at,
      fill: lineColor(one.style),
      fontWeight: 600,
    });
  });
}
