import { useEffect, useMemo, useState } from 'preact/hooks';

/**
 * Makes one thing after another, each in a task of its own once the one before is drawn, so that the page answers meanwhile. What
 * was made once is made anew at once where `make` changes: nothing goes away that a reader looks at.
 * @returns what is made so far, in order, and whether there is more to come
 */
export function useInTurn<From, Made>(
  from: readonly From[],
  make: (one: From) => Made,
): readonly [readonly Made[], boolean] {
  const [count, setCount] = useState(0);
  const made = useMemo<Made[]>(() => [], [from, make]);
  for (const one of from.slice(made.length, count)) made.push(make(one));
  const isBusy = count < from.length;
  useEffect(() => (isBusy ? inItsOwnTask(() => setCount(count + 1)) : undefined), [count, isBusy]);
  return [made.slice(0, count), isBusy];
}

/** Does something after what the browser has to do now: input and drawing go first, where it knows how. */
function inItsOwnTask(work: () => void): () => void {
  const ended = new AbortController();
  const begin = (): void => {
    if (!ended.signal.aborted) work();
  };
  if (typeof scheduler === 'undefined') setTimeout(begin);
  else scheduler.postTask(begin, { priority: 'background' }).catch(() => undefined);
  return () => ended.abort();
}
