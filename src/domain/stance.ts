/** Stance of a mention toward its target. `abstain`: the annotator does not say. */
export const STANCE_LABELS = ['against', 'neither', 'favor', 'abstain'] as const;

/** One of {@link STANCE_LABELS}. */
export type StanceLabel = (typeof STANCE_LABELS)[number];

/** Why a label that a record brings cannot be used; the mention then abstains. */
export type StanceProblem = 'no-label' | 'unknown-label' | 'bad-probabilities' | 'unknown-target';

/**
 * Probabilities are whole ten-thousandths, so that sums over any number of posts are exact
 * and do not depend on the order of addition.
 */
export const PROBABILITY_UNIT = 10_000;
