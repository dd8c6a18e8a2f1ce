import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Session } from '../../../src/server/contract.ts';
import { api } from '../api/client.ts';
import type { Asked } from './use-answer.ts';

/** The session: asked once, again when told to, and when the reader comes back, as the study may have been edited meanwhile. */
export function useSession(): readonly [Asked<Session>, () => void] {
  const [asked, setAsked] = useState<Asked<Session>>({ kind: 'waiting' });
  const ask = (isFirst: boolean): void => {
    api.session().then(
      // What is on the page stays there while nobody answers.
      (answer) => (isFirst || answer.kind === 'result') && setAsked(answer),
      () => undefined,
    );
  };
  useLayoutEffect(() => ask(true), []);
  useEffect(() => {
    const comeBack = (): void => ask(false);
    addEventListener('focus', comeBack);
    return () => removeEventListener('focus', comeBack);
  }, []);
  return [asked, () => ask(asked.kind !== 'result')];
}
