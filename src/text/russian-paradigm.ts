/** Forms by case (nominative, genitive, dative, accusative, instrumental, prepositional), singular then plural. */
export type Paradigm = readonly (readonly string[])[];

/** Six cases, two numbers. */
export const SLOTS = 12;

/** A word that stays as it is. */
export function constantParadigm(word: string): Paradigm {
  return Array.from({ length: SLOTS }, () => [word]);
}

/**
 * A stem with its endings: twelve slots with spaces between, `/` between the endings of a slot, `-` for the bare stem
 * and `.` for no form.
 */
export function stemParadigm(stem: string, endings: string): Paradigm {
  return endings
    .split(' ')
    .map((slot) =>
      slot === '.' ? [] : slot.split('/').map((ending) => (ending === '-' ? stem : stem + ending)),
    );
}

/** All forms of several paradigms, slot by slot. */
export function mergeParadigms(paradigms: readonly Paradigm[]): Paradigm {
  return Array.from({ length: SLOTS }, (_, slot) => [
    ...new Set(paradigms.flatMap((paradigm) => paradigm[slot] as readonly string[])),
  ]);
}
