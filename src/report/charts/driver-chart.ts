import { axisX, gridX, link, type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { Interval } from '../../domain/estimate.ts';
import type { ChartWidth } from '../block.ts';
import type { LocaleFormat } from '../locale-format.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { lineColor } from './line-style.ts';
import { niceTicks } from './nice-ticks.ts';
import { wrapped } from './printed-width.ts';

/** One part of a change. */
interface ChartPart {
  readonly label: string;
  readonly value: number;
  readonly interval: Interval;
}

/** A level before, what was added to it part by part, and the level after. */
export interface DriverChart {
  readonly before: { readonly label: string; readonly value: number };
  readonly parts: readonly ChartPart[];
  readonly after: { readonly label: string; readonly value: number };
  readonly axis: string;
  readonly width: ChartWidth;
  readonly format: LocaleFormat;
}

const SIZES = {
  narrow: { width: 380, left: 128, right: 52, row: 40, ticks: 4, fontSize: 12 },
  wide: { width: 940, left: 230, right: 70, row: 34, ticks: 8, fontSize: 13 },
} as const;

/** Half the height of a bar, in rows. */
const HALF = 0.28;

/** A waterfall from the level before to the level after: each bar goes on where the one above ends, with the interval of its size. */
export function drawDriverChart({ before, parts, after, axis, width, format }: DriverChart): Drawing {
  const size = SIZES[width];
  let at = before.value;
  const steps = parts.map((part): Step => {
    const from = at;
    at += part.value;
    return { part, from, to: at };
  });
  const n = parts.length + 2;
  const y = (row: number): number => n - row - 0.5;
  const ends = steps.flatMap(({ part, from }) => [from + part.interval.lower, from + part.interval.upper]);
  const reach = [before.value, after.value, ...ends];
  const ticks = niceTicks(Math.min(0, ...reach), Math.max(0, ...reach), size.ticks);
  const marks: Markish[] = [
    gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ruleX([0], { stroke: 'var(--ink-soft)' }),
    bar(y(0), { from: 0, to: before.value, fill: 'var(--hatch)' }),
    bar(y(n - 1), { from: 0, to: after.value, fill: 'var(--hatch)' }),
    ...steps.flatMap((step, i) => stepMarks(step, y(i + 1))),
    ...[before, ...parts, after].flatMap(({ label, value }, row): Markish[] => {
      const at = {
        y: y(row),
        textAnchor: 'end',
        fontWeight: row === 0 || row === n - 1 ? 600 : 400,
      } as const;
      return [
        text([wrapped(label, size.left - 24)], { ...at, frameAnchor: 'left', dx: -8 }),
        text([format.points(value)], { ...at, frameAnchor: 'right', dx: size.right - 4 }),
      ];
    }),
    axisX(ticks, {
      label: null,
      tickSize: 0,
      tickFormat: (value: number) => format.points(value).replace(/[.,]0$/, ''),
    }),
    text([axis], { frameAnchor: 'top-left', textAnchor: 'start', dx: 4 - size.left, dy: -14 }),
  ];
  return drawPlot({
    width: size.width,
    height: n * size.row + 58,
    marginLeft: size.left,
    marginRight: size.right,
    marginTop: 28,
    marginBottom: 30,
    fontSize: size.fontSize,
    x: { domain: [ticks[0] as number, ticks.at(-1) as number] },
    y: { domain: [0, n], axis: null },
    marks,
  });
}

interface Step {
  readonly part: ChartPart;
  readonly from: number;
  readonly to: number;
}

function stepMarks({ part, from, to }: Step, y: number): Markish[] {
  const { lower, upper } = part.interval;
  return [
    link([0], { x1: from, x2: from, y1: y + 1 - HALF, y2: y - HALF, stroke: 'var(--rule)' }),
    bar(y, { from, to, fill: lineColor(part.value < 0 ? 1 : 0) }),
    link([0], { x1: from + lower, x2: from + upper, y1: y, y2: y, stroke: 'var(--ink)', strokeWidth: 1.5 }),
  ];
}

function bar(y: number, of: { readonly from: number; readonly to: number; readonly fill: string }): Markish {
  const [x1, x2] = [Math.min(of.from, of.to), Math.max(of.from, of.to)];
  return rect([0], { x1, x2, y1: y - HALF, y2: y + HALF, fill: of.fill });
}
