import { axisX, dot, gridX, link, type Markish, text } from '@observablehq/plot';
import type { Score } from '../../domain/evaluation.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { lineColor, SYMBOLS } from './line-style.ts';
import { wrapped } from './printed-width.ts';

/** Scores of one stratum, one per name of the key. */
export interface ScoreRow {
  readonly label: string;
  readonly scores: readonly Score[];
}

/** Scores between 0 and 1 by stratum. */
export interface ScoreChart {
  /** What each score of a row is called. */
  readonly key: readonly string[];
  readonly rows: readonly ScoreRow[];
  readonly width: number;
}

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const LEFT = 190;
const ROW = 40;
/** Distance of the scores of one row, in rows. */
const APART = 0.3;

/** Scores as dots with their intervals, one row a stratum; a score that cannot be given is said to be none. */
export function drawScoreChart({ key, rows, width }: ScoreChart): Drawing {
  const n = rows.length;
  const place = (row: number, score: number): number =>
    n - row - 0.5 - (score - (key.length - 1) / 2) * APART;
  const marks: Markish[] = [
    gridX(TICKS, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ...keyMarks(key),
    ...rows.flatMap(({ label, scores }, row): Markish[] => [
      text([wrapped(label, LEFT - 20)], {
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -10,
        y: n - row - 0.5,
      }),
      ...scores.flatMap((score, index) => scoreMarks(score, { index, y: place(row, index) })),
    ]),
    axisX(TICKS, { label: null, tickSize: 0, tickFormat: (value: number) => value.toFixed(1) }),
  ];
  return drawPlot({
    width,
    height: n * ROW + 66,
    marginLeft: LEFT,
    marginRight: 20,
    marginTop: 34,
    marginBottom: 28,
    fontSize: 13,
    x: { domain: [0, 1] },
    y: { domain: [0, n], axis: null },
    marks,
  });
}

function scoreMarks(score: Score, { index, y }: { readonly index: number; readonly y: number }): Markish[] {
  const stroke = lineColor(index);
  if (score.value === null)
    return [text(['not estimable'], { x: 0, y, dx: 6, textAnchor: 'start', fontSize: 11, fill: stroke })];
  return [
    link([0], { x1: score.lower, x2: score.upper, y1: y, y2: y, stroke, strokeWidth: 2.5 }),
    dot([0], { x: score.value, y, r: 5, fill: stroke, symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle' }),
  ];
}

function keyMarks(key: readonly string[]): Markish[] {
  return key.flatMap((name, index) => {
    const at = { frameAnchor: 'top-left', dx: 6 + index * 170, dy: -18 } as const;
    const fill = lineColor(index);
    return [
      dot([0], { ...at, r: 5, fill, symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle' }),
      text([name], { ...at, dx: at.dx + 12, textAnchor: 'start', lineAnchor: 'middle' }),
    ];
  });
}
