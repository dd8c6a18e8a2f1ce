import type { CoderAgreement } from '../domain/coding.ts';
import type { Score } from '../domain/evaluation.ts';

/** How far coders agree, for a terminal. */
export function agreementLines(agreement: CoderAgreement): string[] {
  const { nShared, alpha, share, nNeighbouring, nOpposite, confidenceLevel } = agreement;
  if (nShared === 0) return ['agreement: no mention is coded by two people yet'];
  return [
    `agreement on ${nShared} mentions coded by two or more, ${100 * confidenceLevel} % intervals by document`,
    `  Krippendorff's alpha  ${scoreText(alpha)}`,
    `  the same label        ${scoreText(share)}`,
    `  one step apart ${nNeighbouring}, opposite ${nOpposite}`,
  ];
}

function scoreText(score: Score): string {
  if (score.value === null)
    return score.reason === 'one-label'
      ? 'not estimable: all labels are the same'
      : 'not estimable: no shared mention';
  return `${score.value.toFixed(3)}  ${score.lower.toFixed(3)}–${score.upper.toFixed(3)}`;
}
