import { BugError } from '../errors/errors.ts';
import { adjustedCount } from './adjusted-count.ts';
import { calibratePosteriors, fitPosteriorCalibration } from './calibrate-posteriors.ts';
import { classifyAndCount } from './classify-and-count.ts';
import { classDensities, expectationMaximization } from './expectation-maximization.ts';
import { kernelDensities } from './kernel-densities.ts';
import { mixtureProportions } from './mixture-proportions.ts';
import { decidedCounts, meanPosterior, type PosteriorCells } from './posterior-cells.ts';
import { posteriorMeanShares } from './posterior-mean-shares.ts';
import { probabilisticCount } from './probabilistic-count.ts';

/** All that a quantifier needs to know of a corpus and of coded texts read by the same classifier. */
export interface QuantifierStatistics {
  readonly corpus: PosteriorCells;
  /** The coded texts by true class, not learned from by the classifier. */
  readonly coded: readonly PosteriorCells[];
}

/** An estimator of the shares of the classes. */
export type QuantifierName = keyof typeof QUANTIFIERS;

const QUANTIFIERS = {
  'classify-and-count': ({ corpus, coded }) => classifyAndCount(decidedCounts(corpus, coded.length)),
  'probabilistic-count': ({ corpus }) => probabilisticCount(corpus),
  'adjusted-count': ({ corpus, coded }) =>
    adjustedCount({
      observed: classifyAndCount(decidedCounts(corpus, coded.length)),
      byClass: coded.map((one) => classifyAndCount(decidedCounts(one, coded.length))),
    }),
  'probabilistic-adjusted-count': ({ corpus, coded }) =>
    adjustedCount({ observed: meanPosterior(corpus), byClass: coded.map(meanPosterior) }),
  'expectation-maximization': ({ corpus, coded }) => expectationMaximization(corpus, codedShares(coded)),
  'calibrated-expectation-maximization': (statistics) => {
    const { calibrated, shares } = calibration(statistics);
    return expectationMaximization(calibrated, shares);
  },
  'posterior-mean': (statistics) => {
    const { calibrated, shares } = calibration(statistics);
    return posteriorMeanShares({
      densities: classDensities(calibrated, shares),
      weights: calibrated.weights,
    });
  },
  'kernel-density': ({ corpus, coded }) =>
    mixtureProportions({ densities: kernelDensities(corpus, coded), weights: corpus.weights }),
} as const satisfies Record<string, (statistics: QuantifierStatistics) => number[]>;

/** Names of all quantifiers. */
export const QUANTIFIER_NAMES = Object.keys(QUANTIFIERS) as QuantifierName[];

/**
 * Shares of the classes in a corpus by the quantifier of this name. Every class must have coded texts.
 * @throws BugError where a class has none, or the corpus has no mention
 */
export function quantify(name: QuantifierName, statistics: QuantifierStatistics): number[] {
  const { corpus, coded } = statistics;
  const empty = coded.findIndex(({ weights }) => weights.length === 0);
  if (empty >= 0) throw new BugError(`class ${empty} has no coded text`);
  if (corpus.weights.length === 0) throw new BugError('the corpus has no mention');
  return QUANTIFIERS[name](statistics);
}

function codedShares(coded: readonly PosteriorCells[]): number[] {
  return classifyAndCount(coded.map(({ weights }) => weights.reduce((sum, w) => sum + w, 0)));
}

function calibration({ corpus, coded }: QuantifierStatistics) {
  return {
    calibrated: calibratePosteriors(corpus, fitPosteriorCalibration(coded)),
    shares: codedShares(coded),
  };
}
