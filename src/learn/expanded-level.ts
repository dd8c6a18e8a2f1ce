import { studentTCumulative, studentTQuantile } from '../stats/student-t.ts';

/**
 * The level at which a percentile bootstrap of `nGroups` groups covers as its name says (Hesterberg 2015, "What
 * teachers should know about the bootstrap", 5.3): resamples vary too little by √((G − 1)/G) and know nothing of the
 * uncertainty of their own spread, so the normal tail is taken where Student's t with G − 1 degrees of freedom would
 * be. Many groups: hardly more than `level`; few: near 1.
 */
export function expandedLevel(level: number, nGroups: number): number {
  if (nGroups < 2) return 1;
  const t = studentTQuantile((1 + level) / 2, nGroups - 1);
  const tail = studentTCumulative(-t * Math.sqrt(nGroups / (nGroups - 1)), Number.POSITIVE_INFINITY);
  return 1 - 2 * tail;
}
