import type { PairedAgreement } from '../domain/coding.ts';
import type { Score } from '../domain/evaluation.ts';

/** How far coders agree, for a terminal. */
export function agreementLines(agreement: PairedAgreement): string[] {
  const { nShared, alpha, share, nNeighbouring, nOpposite, confidenceLevel, pairs } = agreement;
  if (nShared === 0) return ['agreement: no mention is coded by two people yet'];
  return [
    `agreement on ${nShared} mentions coded by two or more, ${100 * confidenceLevel} % intervals by document`,
    `  Krippendorff's alpha  ${scoreText(alpha)}`,
    `  the same label        ${scoreText(share)}`,
    `  one step apart ${nNeighbouring}, opposite ${nOpposite}`,
    ...pairs.map(
      ({ coders, n, kappa }) =>
        `  Cohen's kappa         ${scoreText(kappa)}  ${coders.join(' and ')}, ${n} mentions`,
    ),
  ];
}

function scoreText(score: Score): string {
  if (score.value === null)
    return score.reason === 'one-label'
      ? 'not estimable: all labels are the same'
      : 'not estimable: no shared mention';
  return `${score.value.toFixed(3)}  ${score.lower.toFixed(3)}–${score.upper.toFixed(3)}`;
}
