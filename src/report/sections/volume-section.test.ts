import { expect, test } from 'vitest';
import type { Estimate } from '../../domain/estimate.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { createReportContext } from '../report-context.ts';
import { composeVolume } from './volume-section.ts';

const silenced = (one: Estimate): Estimate => (one.kind === 'estimate' ? { ...one, value: 0 } : one);

test('a class that never mentions the target has no panel; the key names it and the table keeps its intervals', () => {
  const sample = sampleFinding();
  const shares = sample.series.filter(
    ({ measure, target }) => measure === 'mention-share' && target === 'china',
  );
  const [first] = shares;
  expect(shares.length).toBeGreaterThan(1);
  const figureOf = (silent: (id: string) => boolean) => {
    const series = sample.series.map((one) =>
      silent(one.id) ? { ...one, estimates: one.estimates.map(silenced) } : one,
    );
    const [figure] = composeVolume(createReportContext({ ...sample, series })).blocks.flatMap((block) =>
      block.kind === 'figure' ? [block.figure] : [],
    );
    return figure ?? expect.unreachable();
  };
  const [all, some] = [figureOf(() => false), figureOf((id) => id === first?.id)];
  const told = (figure: typeof all) => figure.key.filter(({ text }) => text.startsWith('no mention found'));
  expect(told(all)).toEqual([]);
  expect(told(some)).toHaveLength(1);
  expect(some.table.columns).toEqual(all.table.columns);
  const drawn = (figure: typeof all) => figure.panels.map(({ description }) => description).join();
  const name = some.table.columns[1]?.label ?? expect.unreachable();
  expect(drawn(all)).toContain(name);
  expect(drawn(some)).not.toContain(name);
  expect(told(some)[0]?.text).toContain(name);
  // Where nobody mentions it, that is what is drawn.
  const none = figureOf((id) => shares.some((one) => one.id === id));
  expect(told(none)).toEqual([]);
  expect(drawn(none)).toContain(name);
});
