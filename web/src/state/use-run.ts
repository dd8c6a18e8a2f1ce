import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunState } from '../../../src/server/runs/run-state.ts';
import { type Answer, ask, OFFLINE, type Problem, send } from '../api/client.ts';

/** The run of the study as the page knows it, and the ways to start and to end one. */
export interface RunControl {
  /** Null until it is known. */
  readonly state: RunState | null;
  /** It was under way while this page was open: how it ended is news. */
  readonly isNews: boolean;
  /** A start or an end that was refused. */
  readonly refused: Problem | null;
  readonly start: () => void;
  /** Starts one for the codings at hand. */
  readonly measure: () => void;
  readonly cancel: () => void;
}

/** Whether a run is under way. */
export function isUnderWay(state: RunState | null): boolean {
  return state !== null && ['waiting', 'running', 'cancelling'].includes(state.status);
}

/** A stream that broke is opened again after so long. */
const AGAIN_MS = 2_000;

/**
 * Follows the run of the study: asks once, listens as long as one is under way and the page is looked at, and asks again when
 * the reader comes back to the page. `onEnd` is called when a run ends that was seen under way.
 * @param mayKnow whether whoever reads may know of runs; a coder may not
 */
export function useRun(onEnd: () => void, mayKnow: boolean): RunControl {
  const [state, setState] = useState<RunState | null>(null);
  const [isNews, setIsNews] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  const take = (next: RunState): void => {
    if (isUnderWay(next)) setIsNews(true);
    setState((before) => {
      if (isUnderWay(before) && !isUnderWay(next)) queueMicrotask(() => ended.current());
      return next;
    });
  };
  const settle = (answer: Answer<RunState>): void => {
    if (answer.kind === 'result') take(answer.result);
    setRefused(answer.kind === 'result' ? null : answer.problem);
  };
  const look = (): void => {
    ask<RunState>('/api/runs/current').then(
      (answer) => answer.kind === 'result' && take(answer.result),
      () => undefined,
    );
  };
  useEffect(() => {
    if (!mayKnow) return;
    look();
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') look();
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, [mayKnow]);
  const isFollowed = isUnderWay(state);
  useEffect(() => (isFollowed ? follow(take, look) : undefined), [isFollowed]);
  const begin = (path: string): void => {
    send<RunState>(path, {}).then(settle, () => setRefused(OFFLINE));
  };
  return {
    state,
    isNews,
    refused,
    start: () => begin('/api/runs'),
    measure: () => begin('/api/coding/measure'),
    cancel: () => begin('/api/runs/current/cancel'),
  };
}

/** Listens to the run under way; not while the page is hidden, as a browser holds few connections. */
function follow(take: (state: RunState) => void, look: () => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const listen = (): void => {
    stop();
    if (document.visibilityState === 'hidden') return;
    source = new EventSource('/api/runs/current/events');
    source.addEventListener('state', (event) => take(JSON.parse(event.data) as RunState));
    source.addEventListener('error', () => {
      stop();
      timer = setTimeout(() => {
        look();
        listen();
      }, AGAIN_MS);
    });
  };
  listen();
  document.addEventListener('visibilitychange', listen);
  return () => {
    document.removeEventListener('visibilitychange', listen);
    stop();
  };
}
