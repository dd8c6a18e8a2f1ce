/** Gives what was read under a key before, or reads it. */
export type Recall = <Read>(key: readonly unknown[], read: () => Promise<Read>) => Promise<Read>;

/** A memory of what is read, to be used as long as the observations stay what they are. */
export function createRecall(): Recall {
  const known = new Map<string, Promise<unknown>>();
  return <Read>(key: readonly unknown[], read: () => Promise<Read>): Promise<Read> => {
    const name = JSON.stringify(key);
    const found = (known.get(name) as Promise<Read> | undefined) ?? read();
    known.set(name, found);
    return found;
  };
}
