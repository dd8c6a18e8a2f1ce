import { type CellValue, writeRows } from '../annotate/coding/write-rows.ts';
import type { PairedAgreement } from '../domain/coding.ts';
import type { Score } from '../domain/evaluation.ts';

/** Agreement of a wave as a table: alpha and the share of all, then kappa and the share of each two; a score without a value says why. */
export function exportAgreement({ nShared, alpha, share, pairs, confidenceLevel }: PairedAgreement): string {
  const row = (name: string, of: { coders: readonly string[]; n: number }, score: Score): CellValue[] => [
    name,
    of.coders.join(' '),
    of.n,
    ...(score.value === null ? ['', '', ''] : [score.value, score.lower, score.upper]),
    confidenceLevel,
    score.value === null ? score.reason : '',
  ];
  const all = { coders: [], n: nShared };
  return writeRows(
    ['score', 'coders', 'mentions', 'value', 'lower', 'upper', 'confidence_level', 'not_estimable'],
    [
      row('krippendorff_alpha', all, alpha),
      row('same_label', all, share),
      ...pairs.flatMap((pair) => [row('cohen_kappa', pair, pair.kappa), row('same_label', pair, pair.share)]),
    ],
  );
}
