import { axisY, dot, gridY, link, type Markish, ruleY, text } from '@observablehq/plot';
import type { SpecificationResult } from '../../domain/multiverse.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { niceTicks } from './nice-ticks.ts';
import { wrapped } from './printed-width.ts';

/** A specification curve: the estimates in order of size, and below each the choices that make it. */
export interface SpecificationChart {
  readonly specifications: readonly SpecificationResult[];
  /** The choices of a specification by dimension, and the dimensions that vary. */
  readonly choicesOf: (one: SpecificationResult) => Readonly<Record<string, string>>;
  readonly width: number;
}

const CURVE = 260;
const ROW = 17;
const TALL = 30;
const LEFT = 176;
/** Letters of the grid are smaller than those that widths are reckoned for. */
const ROOM = 205;

/** Draws the curve above the grid of choices; what cannot be estimated is left out of both. */
export function drawSpecificationCurve({ specifications, choicesOf, width }: SpecificationChart): Drawing {
  const points = curvePoints(specifications, choicesOf);
  const rows = gridRows(points.map(({ choices }) => choices));
  const ticks = niceTicks(
    Math.min(0, ...points.map(({ lower }) => lower)),
    Math.max(0, ...points.map(({ upper }) => upper)),
    6,
  );
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  // One axis for both parts: the rows of choices go on below the lowest tick, a name of two lines with more room.
  const down = rows.map((_, row) => rows.slice(0, row + 1).reduce((sum, { height }) => sum + height, 0));
  const below = (down.at(-1) ?? 0) + ROW;
  const yOf = (row: number): number => {
    const middle = (down[row] ?? below) - (rows[row]?.height ?? ROW) / 2;
    return low - ((high - low) / CURVE) * (ROW + middle);
  };
  return drawPlot({
    width,
    height: CURVE + ROW / 2 + below + 16,
    marginLeft: LEFT,
    marginRight: 12,
    marginTop: 10,
    marginBottom: 6,
    fontSize: 12,
    x: { domain: [-1, Math.max(points.length, 1)], axis: null },
    y: { domain: [yOf(rows.length), high] },
    marks: [...curveMarks(points, ticks), ...gridMarks(points, rows, yOf)],
  });
}

interface CurvePoint {
  readonly x: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly color: string;
  readonly isStudy: boolean;
  readonly choices: Readonly<Record<string, string>>;
}

function curvePoints(
  specifications: readonly SpecificationResult[],
  choicesOf: SpecificationChart['choicesOf'],
): CurvePoint[] {
  return specifications
    .flatMap((one) => (one.estimate.kind === 'estimate' ? [{ one, estimate: one.estimate }] : []))
    .sort((a, b) => a.estimate.value - b.estimate.value || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one, estimate: { value, interval } }, x) => ({
      x,
      value: value * 100,
      lower: interval.lower * 100,
      upper: interval.upper * 100,
      color: interval.lower > 0 || interval.upper < 0 ? 'var(--line-0)' : 'var(--hatch)',
      isStudy: one.isStudy,
      choices: choicesOf(one),
    }));
}

function curveMarks(points: readonly CurvePoint[], ticks: readonly number[]): Markish[] {
  const all = [...points];
  const own = all.filter(({ isStudy }) => isStudy);
  const whisker = { x1: 'x', x2: 'x', y1: 'lower', y2: 'upper', stroke: 'color' } as const;
  return [
    gridY(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ruleY([0], { stroke: 'var(--ink-soft)' }),
    link(all, { ...whisker, strokeOpacity: 0.55, strokeWidth: 1.5 }),
    dot(all, { x: 'x', y: 'value', fill: 'color', r: 2.2 }),
    dot(own, { x: 'x', y: 'value', r: 6, stroke: 'var(--line-1)', strokeWidth: 2 }),
    axisY(ticks, { label: null, tickSize: 0, tickFormat: tickText }),
  ];
}

function tickText(value: number): string {
  return `${value > 0 ? '+' : ''}${value}`.replace('-', '−');
}

function gridMarks(
  points: readonly CurvePoint[],
  rows: readonly GridRow[],
  yOf: (row: number) => number,
): Markish[] {
  const made = rows.flatMap(({ dimension, choice }, row) =>
    points
      .filter(({ choices }) => choices[dimension] === choice)
      .map(({ x, color }) => ({ x, y: yOf(row), color })),
  );
  return [
    ...rows.map(({ label }, row) =>
      text([label], {
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        y: yOf(row),
        fontSize: 11,
      }),
    ),
    dot(made, { x: 'x', y: 'y', fill: 'color', r: 1.6 }),
  ];
}

interface GridRow {
  readonly dimension: string;
  readonly choice: string;
  /** On one line or two. */
  readonly label: string;
  readonly height: number;
}

/** Dimensions with more than one choice, each choice a row. */
function gridRows(all: readonly Readonly<Record<string, string>>[]): GridRow[] {
  return Object.keys(all[0] ?? {}).flatMap((dimension) => {
    const choices = [...new Set(all.map((one) => one[dimension] as string))].sort();
    return choices.length < 2
      ? []
      : choices.map((choice, i): GridRow => {
          const label = wrapped(i === 0 ? `${dimension}: ${choice}` : choice, ROOM);
          return { dimension, choice, label, height: label.includes('\n') ? TALL : ROW };
        });
  });
}
