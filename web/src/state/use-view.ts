import { useLayoutEffect, useState } from 'preact/hooks';
import type { ViewName } from '../../../src/domain/workbench-view.ts';
import { OFFLINE } from '../api/client.ts';
import { loadView, type View } from '../views/registry.ts';
import type { Asked } from './use-answer.ts';

/** The component of a view, loaded when it is first asked for; the one before stays until then. */
export function useView(name: ViewName): readonly [Asked<{ name: ViewName; View: View }>, () => void] {
  const [loaded, setLoaded] = useState<Asked<{ name: ViewName; View: View }>>({ kind: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  useLayoutEffect(() => {
    let isWanted = true;
    loadView(name).then(
      (View) => isWanted && setLoaded({ kind: 'result', result: { name, View } }),
      () => isWanted && setLoaded({ kind: 'problem', problem: OFFLINE }),
    );
    return () => {
      isWanted = false;
    };
  }, [name, attempt]);
  return [loaded, () => setAttempt((n) => n + 1)];
}
