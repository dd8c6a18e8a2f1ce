import { seededRandom } from '../stats/random.ts';

/**
 * Fold number (0 … folds − 1) of every example, so that examples of one group never stand in two folds: sentences
 * of one document, or several targets of one sentence, would otherwise leak from training to test. Groups are
 * sorted by name before the seeded shuffle, so the order of the examples has no influence; then each goes to the
 * fold that has the fewest examples.
 */
export function groupedFolds(groups: readonly string[], folds: number, seed: number): Int32Array {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const names = [...sizes.keys()].sort();
  shuffle(names, seededRandom(seed));
  const load = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const name of names) {
    const fold = load.indexOf(Math.min(...load));
    load[fold] = (load[fold] as number) + (sizes.get(name) as number);
    foldOf.set(name, fold);
  }
  return Int32Array.from(groups, (group) => foldOf.get(group) as number);
}

/** Shuffles in place (Fisher–Yates) with numbers from `random`, uniform in [0, 1). */
export function shuffle<T>(values: T[] | Int32Array, random: () => number): void {
  const array = values as T[];
  for (let i = array.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = array[i] as T;
    array[i] = array[j] as T;
    array[j] = kept;
  }
}
