import { useMemo } from 'preact/hooks';
import type { Finding } from '../../../src/domain/finding.ts';
import { type Answer, api } from '../api/client.ts';

/** Asks for the finding. */
export type AskFinding = () => Promise<Answer<Finding>>;

/** The finding of a run, asked for once for all views; what failed is asked again. */
export function useFinding(runId: string | null): AskFinding {
  return useMemo(() => {
    let kept: Promise<Answer<Finding>> | null = null;
    const askOnce = async (): Promise<Answer<Finding>> => {
      const answer = await api.finding();
      if (answer.kind === 'problem') kept = null;
      return answer;
    };
    return () => {
      kept ??= askOnce();
      return kept;
    };
  }, [runId]);
}
