import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { OwnItem } from '../../../../src/server/coding/contract.ts';
import type { Problem } from '../../api/client.ts';
import { codingApi } from '../../api/coding.ts';
import {
  addToQueue,
  nextBatch,
  type QueueStorage,
  queueKey,
  readQueue,
  removeFromQueue,
  type Waiting,
} from './coding-queue.ts';

/** How the sending stands. */
export interface Sending {
  readonly nWaiting: number;
  /** Why nothing is sent; null = it is being sent. `offline` is tried again by itself. */
  readonly problem: Problem | null;
  readonly add: (wave: string, item: OwnItem) => void;
  readonly again: () => void;
  /** Gives up what waits. */
  readonly drop: () => void;
}

/** Milliseconds until what was not answered is sent again. */
const PAUSE = 2_000;

/** A browser that keeps nothing: codings wait as long as the page is open. */
function memoryStorage(): QueueStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** Sends codings in their order, each until the server keeps it; what is not sent waits in this browser. */
export function useQueue(studyId: string, name: string): Sending {
  const key = queueKey(studyId, name);
  const storage = useRef<QueueStorage>(localStorage);
  const isSending = useRef(false);
  const timer = useRef(0);
  const [nWaiting, setWaiting] = useState(() => readQueue(localStorage, key).length);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (isSending.current) return;
    isSending.current = true;
    const failed = await sendAll(storage.current, key, setWaiting);
    isSending.current = false;
    setProblem(failed);
    setWaiting(readQueue(storage.current, key).length);
    if (failed !== null && isPassing(failed)) timer.current = setTimeout(send, PAUSE) as unknown as number;
  }, [key]);
  useEffect(() => {
    const online = (): void => void send();
    addEventListener('online', online);
    void send();
    return () => {
      removeEventListener('online', online);
      clearTimeout(timer.current);
    };
  }, [send]);
  const add = (wave: string, { id: mention, label, themes, isQuoted }: OwnItem): void => {
    const coding: Waiting = { id: crypto.randomUUID(), wave, mention, label, themes: [...themes], isQuoted };
    if (!addToQueue(storage.current, key, coding)) {
      storage.current = memoryStorage();
      addToQueue(storage.current, key, coding);
    }
    setWaiting(readQueue(storage.current, key).length);
    if (problem === null || isPassing(problem)) void send();
  };
  const drop = (): void => {
    removeFromQueue(
      storage.current,
      key,
      readQueue(storage.current, key).map(({ id }) => id),
    );
    setProblem(null);
    setWaiting(0);
  };
  return { nWaiting, problem, add, again: () => void send(), drop };
}

/** Sends until nothing waits, or something is in the way. */
async function sendAll(
  storage: QueueStorage,
  key: string,
  setWaiting: (n: number) => void,
): Promise<Problem | null> {
  for (;;) {
    const batch = nextBatch(readQueue(storage, key));
    const [first] = batch;
    if (first === undefined) return null;
    const answer = await codingApi.record(
      first.wave,
      batch.map(({ wave: _wave, ...coding }) => coding),
    );
    if (answer.kind === 'problem') return answer.problem;
    removeFromQueue(storage, key, answer.result.accepted);
    setWaiting(readQueue(storage, key).length);
  }
}

/** Whether it goes away by itself. */
export function isPassing({ code }: Problem): boolean {
  return code === 'offline' || code === 'server/rate' || code.startsWith('http/5');
}
