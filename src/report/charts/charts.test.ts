import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEHAVIOURS } from '../../domain/behaviour.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { sampleCoordination } from '../fixtures/sample-coordination.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { createLocaleFormat } from '../locale-format.ts';
import { estimateRuns, silentStretches } from './estimate-runs.ts';
import { eventRows } from './event-marks.ts';
import { drawIndexChart } from './index-chart.ts';
import type { ChartLine } from './line-chart.ts';
import { CHART_SIZES } from './line-chart.ts';
import { drawNetworkChart } from './network-chart.ts';
import { niceTicks } from './nice-ticks.ts';
import { printedWidth, wrapped } from './printed-width.ts';
import { tieStyle } from './tie-style.ts';
import { timeTicks, utcDay } from './time-axis.ts';

const finding = sampleFinding();
const { period } = finding.study;
const format = createLocaleFormat('en');

function linesOf(target: string): ChartLine[] {
  return finding.series
    .filter((one) => one.target === target && one.measure === 'net-balance')
    .map((one, style) => ({ label: one.id, style, estimates: one.estimates, holes: [] }));
}

/** Horizontal extents of all strokes and areas that are drawn from several points. */
function extents(body: string): [number, number][] {
  return [...body.matchAll(/ d="(M[^"]*L[^"]*)"/g)].flatMap(([, path = '']) =>
    path
      .split('M')
      .filter((part) => part !== '')
      .map((part): [number, number] => {
        const xs = [...part.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((match) => Number(match[1]));
        return [Math.min(...xs), Math.max(...xs)];
      }),
  );
}

test.each(['narrow', 'wide'] as const)('no path crosses a period without an estimate (%s)', (width) => {
  for (const one of linesOf('china')) {
    const chart = { lines: [one], scaleOf: [one], period, events: [], axis: '', width, format };
    const drawing = drawIndexChart(chart);
    const { left, width: whole } = CHART_SIZES[width];
    const right = whole - 20;
    const [start, end] = [utcDay(period.start).getTime(), utcDay(period.end).getTime()];
    const x = (iso: string): number =>
      left + ((utcDay(iso).getTime() - start) / (end - start)) * (right - left);
    const lines = extents(drawing.body).filter(([from, to]) => to - from > 1);
    expect(lines.length).toBeGreaterThan(0);
    for (const gap of silentStretches(one.estimates)) {
      const middle = (x(gap.period.start) + x(gap.period.end)) / 2;
      for (const [from, to] of lines) expect(from < middle && to > middle).toBe(false);
    }
  }
});

test('a drawing says what can be read in it, and not its ticks', () => {
  const events = [
    { letter: 'A', label: 'Tariffs', date: { start: '2024-06-01', end: '2024-06-02' }, dashed: false },
  ];
  const shown = linesOf('china').slice(0, 2);
  const lines = shown.map((one) => ({
    ...one,
    label: 'A class whose name is too long for one line of a chart',
  }));
  const chart = { lines, scaleOf: lines, period, events, axis: 'points', format, width: 'wide' } as const;
  const { body, texts } = drawIndexChart(chart);
  expect(texts).toContain('A  Tariffs');
  expect(texts).toContain('points');
  expect(texts.filter((text) => text.startsWith('A class whose name'))).toHaveLength(1);
  expect(body).toContain('2024');
  expect(texts.filter((text) => /\d/.test(text))).toEqual([]);
  expect(drawIndexChart({ ...chart, width: 'narrow' }).texts).toContain('A');
});

test('a chart has no class names, ids or labels of the library', () => {
  const lines = linesOf('china');
  const body = drawIndexChart({
    lines,
    scaleOf: lines,
    period,
    events: [],
    axis: 'points',
    width: 'wide',
    format,
  }).body;
  expect(body).not.toMatch(/ (class|id|aria-[a-z]+)=/);
  expect(body).not.toMatch(/NaN|\d\.\d{3}/);
});

test('runs hold every estimate once, in order, and never span a gap', () => {
  const estimates = finding.series[0]?.estimates ?? [];
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: estimates.length }), (present) => {
      const mixed = present.map((keep, index): Estimate => {
        const one = estimates[index] as Estimate;
        const { nDocuments, nAuthors, nClusters } = one;
        return keep
          ? one
          : {
              kind: 'not-estimable',
              period: one.period,
              reason: 'no-mentions',
              nDocuments,
              nAuthors,
              nClusters,
            };
      });
      const runs = estimateRuns(mixed);
      expect(runs.flat()).toEqual(mixed.filter((one) => one.kind === 'estimate'));
      for (const run of runs) {
        run.slice(1).forEach((one, index) => {
          expect(one.period.start).toBe(run[index]?.period.end);
        });
      }
    }),
  );
});

test('ticks are round, ascending and cover the range', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: 1e-4, max: 2, noNaN: true }),
      (low, span) => {
        const ticks = niceTicks(low, low + span, 5);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks[0]).toBeLessThanOrEqual(low + span * 1e-6);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span * (1 - 1e-6));
      },
    ),
  );
  expect(niceTicks(-0.47, 0.4, 5)).toEqual([-0.6, -0.4, -0.2, 0, 0.2, 0.4]);
});

test('a time axis never has more ticks than fit, whatever the period', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 2, max: 12 }), (days, most) => {
      const end = new Date(Date.UTC(2001, 4, 17) + days * 86_400_000).toISOString().slice(0, 10);
      const { values, label } = timeTicks({ start: '2001-05-17', end }, { most, format });
      expect(values.length).toBeLessThanOrEqual(most + 1);
      for (const value of values) expect(label(value)).not.toBe('');
    }),
  );
});

test('event letters never overlap in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 400 }), { maxLength: 30 }), (days) => {
      const events = days.map((day, index) => {
        const at = (offset: number) =>
          new Date(Date.UTC(2024, 0, 1 + day + offset)).toISOString().slice(0, 10);
        return { letter: String(index), label: 'x', date: { start: at(0), end: at(1) }, dashed: false };
      });
      const { placed } = eventRows(events, { period, inner: 300 });
      const total = utcDay(period.end).getTime() - utcDay(period.start).getTime();
      const x = (iso: string) =>
        Math.max(0, ((utcDay(iso).getTime() - utcDay(period.start).getTime()) / total) * 300);
      for (const [index, one] of placed.entries()) {
        for (const other of placed.slice(0, index).filter((o) => o.row === one.row)) {
          expect(Math.abs(x(one.event.date.start) - x(other.event.date.start))).toBeGreaterThanOrEqual(
            16 - 1e-9,
          );
        }
      }
    }),
  );
});

test('a wrapped label has at most two lines, none too wide', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (label) => {
      const lines = wrapped(label.replaceAll('\n', ' '), 150).split('\n');
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const one of lines) expect(printedWidth(one)).toBeLessThanOrEqual(160);
    }),
  );
});

test.each(['narrow', 'wide'] as const)(
  'a network has a point for every account, a line for every pair, and no letter (%s)',
  (width) => {
    for (const { network } of sampleCoordination(finding).campaigns) {
      if (network === null) continue;
      const { body, ...size } = drawNetworkChart(network, width);
      const count = (mark: string): number => body.split(mark).length - 1;
      expect(count('<circle')).toBe(network.nodes.filter(({ kind }) => kind === 'account').length);
      expect(body.replace(/<[^>]*>/g, '')).toBe('');
      expect(body).not.toMatch(/NaN|\d\.\d{3}|<text| (class|id|aria-[a-z]+)=/);
      const lines = [...body.matchAll(/<path[^>]* d="([^"]*)"[^>]*>/g)].map(([, d = '']) => d);
      const strokes = lines.flatMap((d) => [...d.matchAll(/M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)/g)]);
      expect(strokes).toHaveLength(network.edges.length);
      for (const [, ...ends] of strokes) {
        for (const [i, end] of ends.map(Number).entries()) {
          expect(end).toBeGreaterThan(0);
          expect(end).toBeLessThan(i % 2 === 0 ? size.width : size.height);
        }
      }
    }
  },
);

test('ties of every behaviour are told apart without colour', () => {
  const dashes = BEHAVIOURS.map((one) => tieStyle(one).dash);
  expect(new Set(dashes).size).toBe(BEHAVIOURS.length);
});
