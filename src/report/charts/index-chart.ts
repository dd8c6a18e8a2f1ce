import type { Drawing } from './drawing.ts';
import { drawLines, type LineChart } from './line-chart.ts';
import { niceTicks } from './nice-ticks.ts';

/** What an index chart shows: net balance in shares, −1…1. */
export type IndexChart = Omit<LineChart, 'ticks' | 'printTick'>;

/** Net balance over time in points. Zero is always on the axis. */
export function drawIndexChart(chart: IndexChart): Drawing {
  const ends = chart.scaleOf.flatMap((line) =>
    line.estimates.flatMap((e) => (e.kind === 'estimate' ? [e.interval.lower, e.interval.upper] : [])),
  );
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const ticks = ends.length === 0 ? [-0.2, -0.1, 0, 0.1, 0.2] : niceTicks(low, high, 5);
  return drawLines({
    ...chart,
    ticks,
    printTick: (value) => chart.format.points(value).replace(/[.,]0$/, ''),
  });
}
