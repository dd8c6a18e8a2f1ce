import { axisX, dot, gridX, link, type Markish, ruleX, text } from '@observablehq/plot';
import type { Estimated } from '../../domain/estimate.ts';
import type { LocaleFormat } from '../locale-format.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { lineColor, SYMBOLS } from './line-style.ts';
import { niceTicks } from './nice-ticks.ts';

/** One or two estimates of net balance with their names, the earlier first. */
export interface HeadlineChart {
  readonly rows: readonly { readonly label: string; readonly estimate: Estimated }[];
  readonly format: LocaleFormat;
}

/** Estimates as dots with their intervals on one axis in points; zero is always on it. */
export function drawHeadlineChart({ rows, format }: HeadlineChart): Drawing {
  const ends = rows.flatMap(({ estimate }) => [estimate.interval.lower, estimate.interval.upper]);
  const ticks = niceTicks(Math.min(0, ...ends), Math.max(0, ...ends), 5);
  const n = rows.length;
  const marks: Markish[] = [
    gridX([...ticks], { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ruleX([0], { stroke: 'var(--ink-soft)' }),
    ...rows.flatMap(({ label, estimate }, index): Markish[] => {
      const y = n - index - 0.62;
      const stroke = lineColor(index === n - 1 ? 0 : 1);
      const { lower, upper } = estimate.interval;
      return [
        text([label], { frameAnchor: 'left', textAnchor: 'start', y: y + 0.36, fill: 'currentColor' }),
        link([0], { x1: lower, x2: upper, y1: y, y2: y, stroke, strokeWidth: 3 }),
        dot([0], { x: estimate.value, y, r: 6, fill: stroke, symbol: SYMBOLS[index === n - 1 ? 0 : 1] }),
      ];
    }),
    axisX([...ticks], {
      tickFormat: (value: number) => format.points(value).replace(/[.,]0$/, ''),
      label: null,
      tickSize: 0,
    }),
  ];
  return drawPlot({
    width: 340,
    height: n * 62 + 34,
    marginLeft: 22,
    marginRight: 22,
    marginTop: 4,
    marginBottom: 28,
    fontSize: 13,
    x: { domain: [ticks[0] ?? -1, ticks.at(-1) ?? 1] },
    y: { domain: [0, n], axis: null },
    marks,
  });
}
