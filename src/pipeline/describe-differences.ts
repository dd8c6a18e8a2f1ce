import { compareFindings } from './compare-findings.ts';

/** Values named where a file differs: enough to see what is wrong. */
const MOST_NAMED = 10;

/** What differs between a kept file and what was made anew, a line for each value; empty = nothing. */
export function describeDifferences(kept: string, derived: unknown): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(kept);
  } catch {
    return ['it is not JSON'];
  }
  return compareFindings(parsed, derived, MOST_NAMED).map(
    ({ id, kept: a, derived: b }) => `${id}: ${shown(a)} is written, the store gives ${shown(b)}`,
  );
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
