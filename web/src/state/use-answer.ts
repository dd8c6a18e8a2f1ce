import { useLayoutEffect, useState } from 'preact/hooks';
import type { Answer } from '../api/client.ts';

/** A request under way, or its answer. */
export type Asked<Result> = { readonly kind: 'waiting' } | Answer<Result>;

/** Asks once for each key, and again when told to; what is shown meanwhile need not be drawn first. */
export function useAnswer<Result>(
  request: () => Promise<Answer<Result>>,
  key: string,
): readonly [Asked<Result>, () => void] {
  const [asked, setAsked] = useState<Asked<Result>>({ kind: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  useLayoutEffect(() => {
    let isWanted = true;
    setAsked({ kind: 'waiting' });
    request().then(
      (answer) => isWanted && setAsked(answer),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [key, attempt]);
  return [asked, () => setAttempt((n) => n + 1)];
}
