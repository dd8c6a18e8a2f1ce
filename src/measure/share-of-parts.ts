import type { ClaimNumber } from './claim-numbers.ts';
import { type ClaimProbabilities, type ClaimReading, readNumber } from './claim-verdict.ts';

/** What the parts of a claim and the whole say. */
export interface ReadParts {
  readonly readings: readonly ClaimReading[];
  readonly whole: ClaimReading;
  /** Place of the part that decides. */
  readonly deciding: number;
}

/** The test of a claim that must hold in some of its parts, all claims counted. */
interface ShareTest extends ClaimProbabilities {
  /** In how many. */
  readonly least: number;
  readonly alpha: number;
  /** Claims that count for each other. */
  readonly nTests: number;
}

/**
 * Reads a claim that must hold in at least so many of its parts. The part that decides is the one that completes the number, for or
 * against; each part by itself is read with all parts and claims counted (Bonferroni).
 */
export function readShare(parts: readonly ClaimNumber[], of: ShareTest): ReadParts {
  const { least, alpha, nTests } = of;
  const n = parts.length;
  const count = (p: number): number => Math.min(1, p * n * nTests);
  const readings = parts.map(({ test, settled, bandHolds }): ClaimReading => {
    if (test === null) return settled ?? { verdict: 'not-estimable', rule: 'too-little' };
    return readNumber({ pFor: count(test.pFor), pAgainst: count(test.pAgainst) }, { alpha, bandHolds });
  });
  const { verdict } = readNumber(of, { alpha, bandHolds: true });
  const inOrder = (side: keyof ClaimProbabilities): number[] =>
    [...parts.keys()].sort((a, b) => (parts[a]?.test?.[side] ?? 1) - (parts[b]?.test?.[side] ?? 1));
  if (verdict === 'contradicted')
    return {
      readings,
      whole: { verdict, rule: 'too-seldom' },
      deciding: inOrder('pAgainst')[n - least] as number,
    };
  const deciding = inOrder('pFor')[least - 1] as number;
  if (verdict === 'supported') return { readings, whole: { verdict, rule: 'often-enough' }, deciding };
  const settled = parts[deciding]?.test === null ? readings[deciding] : undefined;
  return { readings, whole: settled ?? { verdict: 'cannot-separate', rule: 'overlaps' }, deciding };
}
