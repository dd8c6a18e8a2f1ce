import { axisX, axisY, dot, gridX, gridY, link, type Markish, text } from '@observablehq/plot';
import type { CalibrationBin } from '../../domain/evaluation.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { lineColor } from './line-style.ts';

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * Share of rows coded with the annotator's most probable class over the probability it gave, with intervals and the
 * number of rows. On the diagonal probabilities are honest; below it the annotator is too sure.
 */
export function drawReliabilityChart(bins: readonly CalibrationBin[], width: number): Drawing {
  const stroke = lineColor(0);
  const marks: Markish[] = [
    gridX(TICKS, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    gridY(TICKS, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    link([0], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: 'var(--ink-soft)', strokeDasharray: '4 4' }),
    ...bins.flatMap(({ meanProbability: x, n, shareRight }): Markish[] =>
      shareRight.value === null
        ? []
        : [
            link([0], { x1: x, x2: x, y1: shareRight.lower, y2: shareRight.upper, stroke, strokeWidth: 2.5 }),
            dot([0], { x, y: shareRight.value, r: 5, fill: stroke }),
            text([String(n)], { x, frameAnchor: 'bottom', dy: -6, fontSize: 10, fill: 'var(--ink-soft)' }),
          ],
    ),
    axisX(TICKS, { label: null, tickSize: 0, tickFormat: oneDigit }),
    axisY(TICKS, { label: null, tickSize: 0, tickFormat: oneDigit }),
    text(['share coded with that class'], { frameAnchor: 'top-left', textAnchor: 'start', dx: -38, dy: -18 }),
    text(['probability of the most probable class; small figures: rows'], {
      frameAnchor: 'bottom-right',
      textAnchor: 'end',
      dy: 38,
    }),
  ];
  return drawPlot({
    width,
    height: 430,
    marginLeft: 44,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 48,
    fontSize: 13,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks,
  });
}

function oneDigit(value: number): string {
  return value.toFixed(1);
}
