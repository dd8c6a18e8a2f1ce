import type { CodedMention } from '../../domain/coding.ts';
import type { StanceLabel } from '../../domain/stance.ts';

/** No annotator is taken to be surer than this: one that gives certain labels errs too. */
const LEAST_VARIANCE = 0.05;

/** So many codings weigh as much as what the annotator says of itself. */
const PRIOR_CODINGS = 10;

/** What the annotator says of one kind of mention. */
interface LabelledCell {
  readonly target: string;
  readonly class: string;
  readonly modelLabel: StanceLabel;
  readonly labelVariance: number;
}

/**
 * How much the true label (−1, 0, 1) varies around what the annotator expects, for one kind of mention. Without codings it
 * is what the annotator's own probabilities imply; with codings of that target, class and label, the variance of their
 * residuals is drawn in, the codings weighing against ten. Larger = a coding teaches more (confidence-driven sampling;
 * Gligorić et al. 2024, arXiv 2408.15204).
 */
export function errorVariance(cell: LabelledCell, codings: readonly CodedMention[]): number {
  const stated = Math.max(LEAST_VARIANCE, cell.labelVariance);
  const residuals = codings
    .filter(
      (one) => one.target === cell.target && one.class === cell.class && one.modelLabel === cell.modelLabel,
    )
    .map((one) => ({ against: -1, neither: 0, favor: 1 })[one.label] - (one.pFavor - one.pAgainst));
  const mean = residuals.reduce((sum, r) => sum + r, 0) / Math.max(1, residuals.length);
  const squares = residuals.reduce((sum, r) => sum + (r - mean) ** 2, 0);
  const mixed = (squares + PRIOR_CODINGS * stated) / (Math.max(0, residuals.length - 1) + PRIOR_CODINGS);
  return Math.max(LEAST_VARIANCE, mixed);
}
