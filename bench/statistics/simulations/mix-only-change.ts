import { changeAtMix, referenceOf } from '../../../src/measure/fixed-mix.ts';
import { drawMixedPosts, placeholderEstimate, type Shift } from '../mixed-posts.ts';
import type { Simulation } from '../simulation.ts';

/** False changes when nothing but the mix of sources changes. */
export const mixOnlyChange: Simulation = {
  id: 'mix-only-change',
  title: 'False changes when only the mix changes',
  text: `The posts of *fixed-mix-coverage*, but no source changes its balance: all that changes is how much each source writes. *Raw*
and *fixed* say how often the 95 % interval of the change excludes zero, at the observed mix and at the mix of both sides together.`,
  cases: [150, 600, 1500].flatMap((authors) =>
    ['none', 'moderate', 'strong'].map((shift) => ({ authors, shift })),
  ),
  columns: [
    { of: 'raw', label: 'raw', kind: 'rate' },
    { of: 'fixed', label: 'fixed', kind: 'rate', goal: { to: 0.05 } },
  ],
  replicates: { full: 1000, short: 60 },
  short: ({ authors }) => authors === 150,
  run({ authors, shift }, random) {
    const sample = drawMixedPosts(
      { shift: shift as Shift, authors: Number(authors), change: 0, regions: false },
      random,
    );
    const change = changeAtMix(sample.sides, placeholderEstimate(authors as number), {
      confidenceLevel: 0.95,
      weights: { copies: 'each', authorWeekCap: null, sources: {} },
      reference: referenceOf(sample.whole, { source: 'observed' }),
    });
    const excludesZero = ({ lower, upper }: { lower: number; upper: number }): number =>
      Number(lower > 0 || upper < 0);
    return {
      raw: excludesZero(sample.raw),
      ...(change.kind === 'estimate' ? { fixed: excludesZero(change.interval) } : {}),
    };
  },
};
