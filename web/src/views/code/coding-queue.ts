import type { OwnItem, Submission } from '../../../../src/server/coding/contract.ts';

/** A coding on its way to the server: ids and labels, never text. */
export interface Waiting extends Submission {
  readonly wave: string;
}

/** What a queue is kept in. */
export type QueueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Most codings that are sent at once. */
const MOST = 100;

/** Where the codings of one person in one study wait in this browser. */
export function queueKey(studyId: string, name: string): string {
  return `groundswell-codings/${studyId}/${name}`;
}

/** Codings that the server is not known to keep, in the order in which they were made. What is no coding is passed over. */
export function readQueue(storage: QueueStorage, key: string): Waiting[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isWaiting) : [];
  } catch {
    return [];
  }
}

/** Adds a coding at the end. False where this browser keeps nothing. */
export function addToQueue(storage: QueueStorage, key: string, coding: Waiting): boolean {
  return write(storage, key, [...readQueue(storage, key), coding]);
}

/** Takes out what the server keeps. Codings that came meanwhile stay. */
export function removeFromQueue(storage: QueueStorage, key: string, ids: readonly string[]): void {
  const kept = new Set(ids);
  write(
    storage,
    key,
    readQueue(storage, key).filter(({ id }) => !kept.has(id)),
  );
}

/** What is sent next: the first codings, as far as they are of one wave. */
export function nextBatch(queue: readonly Waiting[]): readonly Waiting[] {
  const other = queue.findIndex(({ wave }) => wave !== queue[0]?.wave);
  return queue.slice(0, Math.min(MOST, other < 0 ? queue.length : other));
}

/** Mentions with what waits to be sent, as if the server had it. */
export function withWaiting(items: readonly OwnItem[], queue: readonly Waiting[]): readonly OwnItem[] {
  const last = new Map(queue.map((one) => [one.mention, one]));
  return items.map((item) => {
    const waiting = last.get(item.id);
    if (waiting === undefined) return item;
    const { label, themes, isQuoted } = waiting;
    return { ...item, label, themes, isQuoted };
  });
}

function write(storage: QueueStorage, key: string, queue: readonly Waiting[]): boolean {
  try {
    if (queue.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(queue));
    return true;
  } catch {
    return false;
  }
}

function isWaiting(one: unknown): one is Waiting {
  const { wave, id, mention, themes } = (one ?? {}) as Partial<Waiting>;
  return (
    typeof wave === 'string' && typeof id === 'string' && typeof mention === 'string' && Array.isArray(themes)
  );
}
