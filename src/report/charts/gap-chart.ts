import type { Drawing } from './drawing.ts';
import { drawIndexChart, type IndexChart } from './index-chart.ts';

/** Difference of two net balances over time in points: an index chart of one line. */
export function drawGapChart(chart: Omit<IndexChart, 'scaleOf'>): Drawing {
  return drawIndexChart({ ...chart, scaleOf: chart.lines });
}
