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
const LEFT = 176;
/** Letters of the grid are smaller than those that widths are reckoned for. */
const ROOM = 205;

/** Draws the curve above the grid of choices; what cannot be estimated is left out of both. */
export function drawSpecificationCurve({ specifications, choicesOf, width }: SpecificationChart): Drawing {
  const curve = specifications
    .flatMap((one) => (one.estimate.kind === 'estimate' ? [{ one, estimate: one.estimate }] : []))
    .sort((a, b) => a.estimate.value - b.estimate.value || (a.one.id < b.one.id ? -1 : 1));
  const rows = gridRows(curve.map(({ one }) => choicesOf(one)));
  const limits = curve.flatMap(({ estimate }) => [
    estimate.interval.lower * 100,
    estimate.interval.upper * 100,
  ]);
  const ticks = niceTicks(Math.min(0, ...limits), Math.max(0, ...limits), 6);
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  // One axis for both parts: the rows of choices go on below the lowest tick.
  const step = ((high - low) / CURVE) * ROW;
  const yOf = (row: number): number => low - step * (row + 1.6);
  const bottom = yOf(rows.length);
  const points = curve.map(({ one, estimate }, x) => ({
    x,
    value: estimate.value * 100,
    lower: estimate.interval.lower * 100,
    upper: estimate.interval.upper * 100,
    color: estimate.interval.lower > 0 || estimate.interval.upper < 0 ? 'var(--line-0)' : 'var(--hatch)',
    isStudy: one.isStudy,
    choices: choicesOf(one),
  }));
  const marks: Markish[] = [
    gridY(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ruleY([0], { stroke: 'var(--ink-soft)' }),
    link(points, {
      x1: 'x',
      x2: 'x',
      y1: 'lower',
      y2: 'upper',
      stroke: 'color',
      strokeOpacity: 0.55,
      strokeWidth: 1.5,
    }),
    dot(points, { x: 'x', y: 'value', fill: 'color', r: 2.2 }),
    dot(
      points.filter(({ isStudy }) => isStudy),
      { x: 'x', y: 'value', r: 6, stroke: 'var(--line-1)', strokeWidth: 2 },
    ),
    ...rows.map(({ dimension, choice, isFirst }, row) =>
      text([isFirst ? wrapped(`${dimension}: ${choice}`, ROOM) : wrapped(choice, ROOM)], {
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        y: yOf(row),
        fontSize: 11,
      }),
    ),
    dot(
      rows.flatMap(({ dimension, choice }, row) =>
        points
          .filter(({ choices }) => choices[dimension] === choice)
          .map(({ x, color }) => ({ x, y: yOf(row), color })),
      ),
      { x: 'x', y: 'y', fill: 'color', r: 1.6 },
    ),
    axisY(ticks, {
      label: null,
      tickSize: 0,
      tickFormat: (value: number) => `${value > 0 ? '+' : ''}${value}`.replace('-', '−'),
    }),
  ];
  return drawPlot({
    width,
    height: CURVE + ROW * (rows.length + 2.6) + 16,
    marginLeft: LEFT,
    marginRight: 12,
    marginTop: 10,
    marginBottom: 6,
    style: { fontSize: '12px' },
    x: { domain: [-1, Math.max(points.length, 1)], axis: null },
    y: { domain: [bottom, high] },
    marks,
  });
}

interface GridRow {
  readonly dimension: string;
  readonly choice: string;
  readonly isFirst: boolean;
}

/** Dimensions with more than one choice, each choice a row. */
function gridRows(all: readonly Readonly<Record<string, string>>[]): GridRow[] {
  return Object.keys(all[0] ?? {}).flatMap((dimension) => {
    const choices = [...new Set(all.map((one) => one[dimension] as string))].sort();
    return choices.length < 2 ? [] : choices.map((choice, i) => ({ dimension, choice, isFirst: i === 0 }));
  });
}
