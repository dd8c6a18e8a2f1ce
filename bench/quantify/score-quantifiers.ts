import { shuffle } from '../../src/learn/grouped-folds.ts';
import { softmaxInPlace } from '../../src/learn/softmax.ts';
import { binPosteriors, type PosteriorCells } from '../../src/stats/posterior-cells.ts';
import { QUANTIFIER_NAMES, type QuantifierName, quantify } from '../../src/stats/quantify.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { drawClass, uniformShares } from '../statistics/normal-draw.ts';

/** A coded text as a classifier read it that has not seen it. */
export interface ReadText {
  readonly group: string;
  readonly label: number;
  readonly logits: Float64Array;
}

/** How logits become probabilities and a label. */
export interface ReadingRules {
  readonly temperature: number;
  readonly decisionWeights: readonly number[];
}

/** Mean absolute error over classes and samples, with its standard error over splits. */
export interface QuantifierLine {
  readonly quantifier: QuantifierName;
  readonly sampleSize: number;
  readonly error: number;
  readonly standardError: number;
}

/** How often the texts are split in halves, and how many samples are drawn of each half and size. */
export const PROTOCOL = { splits: 12, samples: 12, sizes: [250, 1000], bins: 20 } as const;

const CLASSES = 3;

/**
 * Errors of every quantifier under label shift by the artificial prevalence protocol: documents are split in halves; the
 * coded texts of one tell of the classifier's errors, and samples with shares drawn from all that are possible are
 * drawn from the other, without replacement while a class lasts (as QuaPy does); then the halves change places.
 */
export function scoreQuantifiers(texts: readonly ReadText[], rules: ReadingRules): QuantifierLine[] {
  const random = seededRandom(1);
  const groups = [...new Set(texts.map(({ group }) => group))].sort();
  const errors = new Map<string, number[][]>();
  for (let split = 0; split < PROTOCOL.splits; split++) {
    const order = [...groups];
    shuffle(order, random);
    const half = new Set(order.slice(0, order.length / 2));
    const parts = [true, false].map((first) => texts.filter(({ group }) => half.has(group) === first));
    for (const [one, other] of [parts, parts.toReversed()] as [ReadText[], ReadText[]][]) {
      const pools = byClass(other);
      const coded = byClass(one).map((rows) => binPosteriors(cellsOf(rows, rules), PROTOCOL.bins));
      for (const size of PROTOCOL.sizes) {
        for (let sample = 0; sample < PROTOCOL.samples; sample++) {
          const { rows, shares } = drawSample(pools, size, random);
          const corpus = binPosteriors(cellsOf(rows, rules), PROTOCOL.bins);
          for (const name of QUANTIFIER_NAMES) {
            const found = quantify(name, { corpus, coded });
            const error = found.reduce((sum, s, k) => sum + Math.abs(s - (shares[k] as number)), 0) / CLASSES;
            const key = JSON.stringify([name, size]);
            const bySplit = errors.get(key) ?? Array.from({ length: PROTOCOL.splits }, (): number[] => []);
            bySplit[split]?.push(error);
            errors.set(key, bySplit);
          }
        }
      }
    }
  }
  return [...errors].map(([key, bySplit]) => {
    const [quantifier, sampleSize] = JSON.parse(key) as [QuantifierName, number];
    const means = bySplit.map(mean);
    const error = mean(means);
    const variance = mean(means.map((m) => (m - error) ** 2)) / (means.length - 1);
    return { quantifier, sampleSize, error, standardError: Math.sqrt(variance) };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function byClass(texts: readonly ReadText[]): ReadText[][] {
  return Array.from({ length: CLASSES }, (_, k) => texts.filter(({ label }) => label === k));
}

function drawSample(pools: readonly (readonly ReadText[])[], size: number, random: () => number) {
  const wanted = uniformShares(CLASSES, random);
  const counts = new Array<number>(CLASSES).fill(0);
  for (let i = 0; i < size; i++) counts[drawClass(wanted, random)]! += 1;
  const rows = counts.flatMap((count, k) => {
    const pool = [...(pools[k] as readonly ReadText[])];
    if (count > pool.length)
      return Array.from({ length: count }, () => pool[Math.floor(random() * pool.length)] as ReadText);
    shuffle(pool, random);
    return pool.slice(0, count);
  });
  return { rows, shares: counts.map((count) => count / size) };
}

function cellsOf(texts: readonly ReadText[], rules: ReadingRules): PosteriorCells {
  const posteriors = texts.map(({ logits }) => {
    const p = Float64Array.from(logits);
    softmaxInPlace(p, rules.temperature);
    return [...p];
  });
  const decided = posteriors.map((row) => {
    const weighted = row.map((p, k) => p * (rules.decisionWeights[k] as number));
    return weighted.indexOf(Math.max(...weighted));
  });
  return { posteriors, decided, weights: posteriors.map(() => 1) };
}
