import { balanceAtMix, changeAtMix, referenceOf } from '../../../src/measure/fixed-mix.ts';
import { drawMixedPosts, placeholderEstimate, type Shift } from '../mixed-posts.ts';
import type { Simulation } from '../simulation.ts';

const CHANGE = 0.1;
const SHIFTS = ['none', 'moderate', 'strong'] as const;

/** Coverage of levels and changes at a fixed mix while the mix of sources changes. */
export const fixedMixCoverage: Simulation = {
  id: 'fixed-mix-coverage',
  title: 'Levels and changes at a fixed mix while the mix changes',
  text: `Three sources whose balances are +20, −5 and −25 points; at an event every source rises by 10 points and the mix of
sources changes: not at all, from 50:30:20 to 35:30:35 (moderate), or from 60:25:15 to 20:25:55 (strong). Authors differ in their level
and in how much they write, one post in five stands in another source than the author's own, one in ten is a copy. The
reference is the mix of both sides together; with *source, region* it has two margins, a region adds 10 points, and its share rises from
30 to 60 %. *Level* (after the event), *change* and *composition* (raw minus fixed change) say how often the 95 % interval
holds the truth; *raw change* how often the interval at the observed mix holds the same 10 points; *estimable* how often there is a number.`,
  cases: [
    ...SHIFTS.map((shift) => ({ shift, authors: 600, mix: 'source' })),
    ...SHIFTS.map((shift) => ({ shift, authors: 150, mix: 'source' })),
    { shift: 'moderate', authors: 50, mix: 'source' },
    { shift: 'moderate', authors: 600, mix: 'source, region' },
    { shift: 'strong', authors: 600, mix: 'source, region' },
    { shift: 'moderate', authors: 150, mix: 'source, region' },
  ],
  columns: [
    { of: 'level', label: 'level', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'change', label: 'change', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'composition', label: 'composition', kind: 'rate' },
    { of: 'raw', label: 'raw change', kind: 'rate' },
    { of: 'width', label: 'width of change', kind: 'mean' },
    { of: 'rawWidth', label: 'width of raw change', kind: 'mean' },
    { of: 'estimable', label: 'estimable', kind: 'rate' },
  ],
  replicates: { full: 1000, short: 60 },
  short: ({ authors }) => authors === 150,
  run({ shift, authors, mix }, random) {
    const regions = mix !== 'source';
    const sample = drawMixedPosts(
      { shift: shift as Shift, authors: Number(authors), change: CHANGE, regions },
      random,
    );
    const reference = referenceOf(
      sample.whole,
      regions ? { source: 'observed', region: 'observed' } : { source: 'observed' },
    );
    const options = {
      confidenceLevel: 0.95,
      weights: { copies: 'each', authorWeekCap: null, sources: {} },
      reference,
    } as const;
    const observed = placeholderEstimate(authors as number);
    const onlyAfter = {
      ...sample.sides,
      components: sample.sides.components.map((c) => ({ ...c, side: c.side === 1 ? 0 : 1 }) as typeof c),
    };
    const level = balanceAtMix(onlyAfter, observed, options);
    const change = changeAtMix(sample.sides, observed, options);
    if (level.kind !== 'estimate' || change.kind !== 'estimate') return { estimable: 0 };
    const holds = (interval: { lower: number; upper: number }, truth: number): number =>
      Number(interval.lower <= truth && truth <= interval.upper);
    const shareOf = (dimension: 'source' | 'region', names: readonly string[]): number[] =>
      names.map((name) => reference[dimension]?.find((category) => category.name === name)?.share ?? 0);
    const composition = change.reference?.composition;
    return {
      estimable: 1,
      level: holds(
        level.interval,
        sample.levelAfter(shareOf('source', ['s0', 's1', 's2']), shareOf('region', ['r0', 'r1'])),
      ),
      change: holds(change.interval, CHANGE),
      raw: holds(sample.raw, CHANGE),
      width: change.interval.upper - change.interval.lower,
      rawWidth: sample.raw.upper - sample.raw.lower,
      ...(composition == null ? {} : { composition: holds(composition.interval, sample.rawChange - CHANGE) }),
    };
  },
};
