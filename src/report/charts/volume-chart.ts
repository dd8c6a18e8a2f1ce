import type { Drawing } from './drawing.ts';
import type { IndexChart } from './index-chart.ts';
import { drawLines } from './line-chart.ts';
import { niceTicks } from './nice-ticks.ts';

/** Share of collected documents that mention a target, in percent from zero. */
export function drawVolumeChart(chart: IndexChart): Drawing {
  const ends = chart.scaleOf.flatMap((line) =>
    line.estimates.flatMap((e) => (e.kind === 'estimate' ? [e.interval.upper] : [])),
  );
  const ticks = niceTicks(0, Math.max(1e-4, ...ends), 4);
  return drawLines({
    ...chart,
    ticks,
    printTick: (value) => chart.format.percent(value).replace(/[.,]0(?=\D*$)/, ''),
  });
}
