import { axisX, type Markish, rect, text } from '@observablehq/plot';
import type { Period } from '../../domain/estimate.ts';
import type { SourceHealth } from '../../domain/finding.ts';
import type { ChartWidth } from '../block.ts';
import type { LocaleFormat } from '../locale-format.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { timeTicks, utcDay } from './time-axis.ts';

/** Calendar strips of collected documents, one row a source. */
export interface CoverageChart {
  readonly sources: readonly { readonly label: string; readonly health: SourceHealth }[];
  readonly period: Period;
  readonly width: ChartWidth;
  readonly format: LocaleFormat;
}

/** Steps of shade between one document and the source's maximum. */
const COVERAGE_LEVELS = [0.25, 0.5, 0.75, 1] as const;

const SIZES = {
  narrow: { width: 380, most: 5, fontSize: 12 },
  wide: { width: 940, most: 10, fontSize: 13 },
} as const;

/** Draws the strips: the shade is the number of documents against the source's own maximum, holes are hatched. */
export function drawCoverageChart(chart: CoverageChart): Drawing {
  const size = SIZES[chart.width];
  const ticks = timeTicks(chart.period, { most: size.most, format: chart.format });
  const n = chart.sources.length;
  const marks: Markish[] = chart.sources.flatMap(({ label, health }, index) => {
    const top = n - index;
    const row = { y1: top - 0.85, y2: top - 0.5 };
    const box = (periods: readonly Period[], style: object): Markish =>
      rect(periods, {
        x1: (p: Period) => utcDay(p.start),
        x2: (p: Period) => utcDay(p.end),
        ...row,
        ...style,
      });
    const runs = levelRuns(health);
    return [
      ...COVERAGE_LEVELS.map((share, level) =>
        box(
          runs.filter((r) => r.level === level).map((r) => r.period),
          { fill: 'var(--coverage)', fillOpacity: share },
        ),
      ),
      box(health.holes, { fill: 'url(#hatch-no-collection)' }),
      box([chart.period], { stroke: 'var(--ink-soft)', strokeWidth: 0.75 }),
      text([label], { frameAnchor: 'left', y: top - 0.28, textAnchor: 'start' }),
    ];
  });
  return drawPlot({
    width: size.width,
    height: n * 42 + 44,
    marginLeft: 22,
    marginRight: 22,
    marginTop: 4,
    marginBottom: 38,
    fontSize: size.fontSize,
    x: { type: 'utc', domain: [utcDay(chart.period.start), utcDay(chart.period.end)] },
    y: { domain: [0, Math.max(n, 1)], axis: null },
    marks: [...marks, axisX([...ticks.values], { tickFormat: ticks.label, label: null, tickSize: 4 })],
  });
}

/** Neighbouring bins of equal shade as one period; bins without documents are left out. */
function levelRuns(health: SourceHealth): { level: number; period: Period }[] {
  const most = health.coverage.reduce((max, bin) => Math.max(max, bin.nDocuments), 0);
  const runs: { level: number; period: Period }[] = [];
  for (const { period, nDocuments } of health.coverage) {
    if (nDocuments === 0) continue;
    const level = Math.max(
      0,
      COVERAGE_LEVELS.findIndex((share) => nDocuments <= share * most),
    );
    const last = runs.at(-1);
    if (last !== undefined && last.level === level && last.period.end === period.start) {
      runs[runs.length - 1] = { level, period: { start: last.period.start, end: period.end } };
    } else {
      runs.push({ level, period });
    }
  }
  return runs;
}
