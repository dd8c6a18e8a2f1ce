import { binPosteriors } from '../../../src/stats/posterior-cells.ts';
import type { QuantifierName } from '../../../src/stats/quantify.ts';
import { quantifyInterval } from '../../../src/stats/quantify-interval.ts';
import { drawClass } from '../normal-draw.ts';
import type { Simulation } from '../simulation.ts';
import { joinTexts, readTexts, TRAINING_SHARES } from '../synthetic-classifier.ts';

const SHARES: Readonly<Record<string, readonly number[]>> = {
  'as in training': TRAINING_SHARES,
  shifted: [0.4, 0.4, 0.2],
  'favor rare': [0.55, 0.42, 0.03],
};

const NAMES: Readonly<Record<string, QuantifierName>> = {
  CC: 'classify-and-count',
  PACC: 'probabilistic-adjusted-count',
  EMQ: 'calibrated-expectation-maximization',
};

/** Coverage of the intervals of quantifiers. */
export const quantificationCoverage: Simulation = {
  id: 'quantification-coverage',
  title: 'Intervals of quantifiers',
  text: `The classifier of the table of errors, 2,000 coded texts with the shares of training and 1,000 mentions of a corpus with other shares. How
often the 95 % interval of the net balance holds the balance that the mentions were drawn from, and its mean width: classify-and-count, whose interval knows
nothing of the classifier's errors, probabilistic adjusted count, and EMQ after calibration. 100 draws of the Bayesian bootstrap of both samples.`,
  cases: Object.keys(SHARES).map((shares) => ({ shares })),
  columns: [
    { of: 'CC', label: 'CC', kind: 'rate' },
    ...['PACC', 'EMQ'].flatMap((name) => [
      { of: name, label: name, kind: 'rate' as const, goal: { from: 0.93, to: 0.97 } },
      { of: `${name} width`, label: `width of ${name}`, kind: 'mean' as const },
    ]),
  ],
  replicates: { full: 600, short: 6 },
  run: ({ shares }, random) => {
    const p = SHARES[shares as string] as readonly number[];
    const counts = [0, 0, 0];
    for (let i = 0; i < 1000; i++) counts[drawClass(p, random)]! += 1;
    const statistics = {
      corpus: binPosteriors(joinTexts(counts.map((k, label) => readTexts(label, k, random))), 10),
      coded: TRAINING_SHARES.map((share, label) =>
        binPosteriors(readTexts(label, Math.round(2000 * share), random), 10),
      ),
    };
    const truth = (p[2] as number) - (p[0] as number);
    const options = {
      functional: [-1, 0, 1],
      confidenceLevel: 0.95,
      resamples: 100,
      seed: Math.floor(1e9 * random()),
      designEffect: 1,
    };
    return Object.fromEntries(
      Object.entries(NAMES).flatMap(([key, name]) => {
        const { lower, upper } = quantifyInterval(name, statistics, options);
        return [
          [key, lower <= truth && truth <= upper ? 1 : 0],
          [`${key} width`, upper - lower],
        ];
      }),
    );
  },
};
