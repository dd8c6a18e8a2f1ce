import { type CodedObservation, correctedContrast, MINIMUM_CODINGS } from './corrected-contrast.ts';
import { studentTCumulative } from './student-t.ts';

/** A coded mention with what the annotator got wrong. */
interface CodedError {
  readonly author: string;
  readonly copies: string;
  readonly stratum: string;
  /** Weight of the mention × the number of mentions for which it stands. */
  readonly weight: number;
  readonly expansion: number;
  /** Any measure of time; codings of one time stay together. */
  readonly day: number;
  /** Annotator's value − coded value. */
  readonly error: number;
}

/** The stretch of time whose net error differs most from that of the rest. */
export interface AnnotatorDrift {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Net error in the stretch − net error in the rest, with its interval. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** That no stretch differs, times the number of stretches compared (Bonferroni); at most 1. */
  readonly pValue: number;
  readonly nStretches: number;
}

const CODINGS_PER_STRETCH = 50;
const MOST_STRETCHES = 4;

/**
 * Whether the annotator's net error moved: codings in order of time are cut into stretches of about equal number (one for
 * each 50 codings, two to four), and each is compared with the rest by {@link correctedContrast}, clustered and stratified.
 * The error moves when the annotator's mistakes change and also when the mentions do: more of a kind that it misreads.
 *
 * @returns the stretch with the smallest p-value; null where codings are too few to compare
 */
export function annotatorDrift(
  codings: readonly CodedError[],
  { confidenceLevel }: { readonly confidenceLevel: number },
): AnnotatorDrift | null {
  const n = codings.length;
  const wanted = Math.min(MOST_STRETCHES, Math.max(2, Math.floor(n / CODINGS_PER_STRETCH)));
  const days = codings.map((c) => c.day).sort((a, b) => a - b);
  const bounds = Array.from({ length: wanted + 1 }, (_, k) =>
    k === wanted ? Number.POSITIVE_INFINITY : (days[Math.floor((k * n) / wanted)] ?? 0),
  );
  let found: AnnotatorDrift | null = null;
  for (let k = 0; k < wanted; k++) {
    const [from, to] = [bounds[k] as number, bounds[k + 1] as number];
    const inside = days.filter((day) => day >= from && day < to);
    if (inside.length < MINIMUM_CODINGS) continue;
    const observed = codings.map(
      (c): CodedObservation => ({
        ...c,
        design: c.day >= from && c.day < to ? [0, 1] : [1, 0],
        score: 0,
        label: c.error,
        scoreTotals: NOTHING,
      }),
    );
    const difference = correctedContrast({ value: 0, variance: NOTHING, nGroups: 2 }, observed, {
      contrast: [-1, 1],
      confidenceLevel,
      labelRange: [-1, 1],
      range: [-4, 4],
      lambda: 0,
    });
    if (difference.kind !== 'corrected') continue;
    const t = Math.abs(difference.value) / difference.standardError;
    const pValue = Math.min(1, wanted * 2 * studentTCumulative(-t, difference.degreesOfFreedom));
    if (found !== null && found.pValue <= pValue) continue;
    found = {
      firstDay: inside[0] as number,
      lastDay: inside.at(-1) as number,
      difference: difference.value,
      lower: difference.lower,
      upper: difference.upper,
      pValue,
      nStretches: wanted,
    };
  }
  return found;
}

const NOTHING = { author: 0, copies: 0, both: 0 };
