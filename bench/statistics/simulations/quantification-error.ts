import { binPosteriors } from '../../../src/stats/posterior-cells.ts';
import { type QuantifierName, quantify } from '../../../src/stats/quantify.ts';
import { drawClass, uniformShares } from '../normal-draw.ts';
import type { Simulation } from '../simulation.ts';
import { joinTexts, readTexts } from '../synthetic-classifier.ts';

const COMPARED: Readonly<Record<string, QuantifierName>> = {
  CC: 'classify-and-count',
  PCC: 'probabilistic-count',
  ACC: 'adjusted-count',
  PACC: 'probabilistic-adjusted-count',
  EMQ: 'calibrated-expectation-maximization',
  mean: 'posterior-mean',
};

/** Mean absolute error of shares under label shift. */
export const quantificationError: Simulation = {
  id: 'quantification-error',
  title: 'Shares of the classes under label shift',
  text: `Texts of three classes, read by a classifier of macro-F1 .54 (against .40, favor .41) that learned where 72 % are neither and is too sure of itself.
Its errors are known from \`coded\` texts with the shares of training; the corpus has \`n\` mentions with shares drawn from all that are possible.
Mean absolute error over the classes: classify-and-count, probabilistic count, adjusted count, probabilistic adjusted count, EMQ after bias-corrected
temperature scaling, and the mean under a flat prior of the same likelihood. All shares being equally likely is what that prior says, so the last column is the best case for it.`,
  cases: [250, 1000].flatMap((n) => [1000, 3300].map((coded) => ({ n, coded }))),
  columns: Object.keys(COMPARED).map((name) => ({ of: name, label: name, kind: 'mean' as const })),
  replicates: { full: 1000, short: 4 },
  run: ({ n, coded }, random) => {
    const shares = uniformShares(3, random);
    const counts = [0, 0, 0];
    for (let i = 0; i < Number(n); i++) counts[drawClass(shares, random)]! += 1;
    const statistics = {
      corpus: binPosteriors(joinTexts(counts.map((k, label) => readTexts(label, k, random))), 20),
      coded: [0.15, 0.72, 0.13].map((share, label) =>
        binPosteriors(readTexts(label, Math.round(share * Number(coded)), random), 20),
      ),
    };
    return Object.fromEntries(
      Object.entries(COMPARED).map(([key, name]) => {
        const found = quantify(name, statistics);
        const error = found.reduce((sum, s, k) => sum + Math.abs(s - (counts[k] as number) / Number(n)), 0);
        return [key, error / 3];
      }),
    );
  },
};
