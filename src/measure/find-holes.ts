/** A run of days without a document, half-open, days since 1970-01-01. */
export interface Hole {
  readonly start: number;
  readonly end: number;
}

/** Of this share of sources that write every day alike, chance would make a silence as long somewhere in the period. */
const CHANCE = 1e-3;

/** Shorter silences are never holes: a weekend is not an outage. */
const SHORTEST_DAYS = 3;

/**
 * Silences of a source that chance does not explain: with share p of days that have a document, a given day is followed by L
 * silent ones with probability (1 − p)^L, and any of the n days with a document may be. A hole is a silence of which less than
 * 0.001 are expected, n · (1 − p)^L. A source that publishes daily has a hole after 3 days; in a year one that misses a day in
 * twelve after 6, one that publishes every third day after 29.
 * Days before its first and after its last document count too when the study asks about them.
 * @param activeDays days with at least one document, ascending
 * @param period days the study asks about, half-open
 */
export function findHoles(activeDays: readonly number[], period: Hole): Hole[] {
  const inside = activeDays.filter((day) => day >= period.start && day < period.end);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [{ ...period }];
  const share = Math.min(inside.length / (last - first + 1), 1 - 1e-9);
  const silent = (length: number): boolean =>
    length >= SHORTEST_DAYS && inside.length * (1 - share) ** length < CHANCE;
  const holes: Hole[] = [];
  let from = period.start;
  for (const day of [...inside, period.end]) {
    if (silent(day - from)) holes.push({ start: from, end: day });
    from = day + 1;
  }
  return holes;
}
