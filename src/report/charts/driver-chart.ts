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
  const steps = parts.map((part) => {
    const from = at;
    at += part.value;
    return { part, from, to: at };
  });
  const n = parts.length + 2;
  const ends = steps.flatMap(({ part, from }) => [from + part.interval.lower, from + part.interval.upper]);
  const reach = [before.value, after.value, ...ends];
  const ticks = niceTicks(Math.min(0, ...reach), Math.max(0, ...reach), size.ticks);
  const y = (row: number): number => n - row - 0.5;
  const bar = (row: number, from: number, to: number, fill: string): Markish =>
    rect([0], { x1: Math.min(from, to), x2: Math.max(from, to), y1: y(row) - HALF, y2: y(row) + HALF, fill });
  const marks: Markish[] = [
    gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ruleX([0], { stroke: 'var(--ink-soft)' }),
    bar(0, 0, before.value, 'var(--hatch)'),
    bar(n - 1, 0, after.value, 'var(--hatch)'),
    ...steps.flatMap(({ part, from, to }, i): Markish[] => {
      const row = y(i + 1);
      return [
        link([0], { x1: from, x2: from, y1: row + 1 - HALF, y2: row - HALF, stroke: 'var(--rule)' }),
        bar(i + 1, from, to, lineColor(part.value < 0 ? 1 : 0)),
        link([0], {
          x1: from + part.interval.lower,
          x2: from + part.interval.upper,
          y1: row,
          y2: row,
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
        }),
      ];
    }),
    ...[before, ...parts, after].flatMap(({ label, value }, row): Markish[] => [
      text([wrapped(label, size.left - 24)], {
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        y: y(row),
        fontWeight: row === 0 || row === n - 1 ? 600 : 400,
      }),
      text([format.points(value)], {
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: size.right - 4,
        y: y(row),
        fontWeight: row === 0 || row === n - 1 ? 600 : 400,
      }),
    ]),
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
    style: { fontSize: `${size.fontSize}px` },
    x: { domain: [ticks[0] as number, ticks.at(-1) as number] },
    y: { domain: [0, n], axis: null },
    marks,
  });
}
