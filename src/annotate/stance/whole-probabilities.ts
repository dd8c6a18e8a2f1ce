import { PROBABILITY_UNIT } from '../../domain/stance.ts';

/**
 * Probabilities as whole ten-thousandths that sum to exactly 10,000 (largest remainder; ties go to the earlier
 * class).
 */
export function wholeProbabilities(
  probabilities: Float64Array | readonly number[],
): [against: number, neither: number, favor: number] {
  const whole: [number, number, number] = [0, 0, 0];
  const rest: [number, number, number] = [0, 0, 0];
  let left = PROBABILITY_UNIT;
  for (const c of [0, 1, 2] as const) {
    const exact = (probabilities[c] as number) * PROBABILITY_UNIT;
    whole[c] = Math.floor(exact);
    rest[c] = exact - whole[c];
    left -= whole[c];
  }
  for (; left > 0; left--) {
    const c = rest[0] >= rest[1] && rest[0] >= rest[2] ? 0 : rest[1] >= rest[2] ? 1 : 2;
    whole[c]++;
    rest[c] = -1;
  }
  return whole;
}
