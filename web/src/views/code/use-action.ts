import { useState } from 'preact/hooks';
import type { Answer, Problem } from '../../api/client.ts';

/** Something that is done once when asked for: whether it is under way, and what stood in its way. */
export interface Action {
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  run<Result>(request: () => Promise<Answer<Result>>, then?: (result: Result) => void): void;
}

/** Nothing is asked for yet. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    isBusy,
    problem,
    run: (request, then) => {
      if (isBusy) return;
      setBusy(true);
      setProblem(null);
      void request().then((answer) => {
        setBusy(false);
        if (answer.kind === 'problem') setProblem(answer.problem);
        else then?.(answer.result);
      });
    },
  };
}
