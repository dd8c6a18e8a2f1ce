import { StudyError } from '../errors/errors.ts';

/** Lets work follow work: each begins when the one before is done, whether that failed or not. */
export function oneAfterAnother(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The one place at the store of a run, which its lock keeps for a process but not for a part of it. */
export interface StoreTurn {
  /**
   * Keeps the place until the returned function is called.
   * @param work what it is, for those who come meanwhile
   * @throws StudyError `codings/busy` while something else is at work
   */
  hold(work: string): () => void;
  /** Works on the store, as {@link hold} until that is done. */
  take<Result>(work: string, run: () => Promise<Result>): Promise<Result>;
}

/** Nobody is at work yet. */
export function createStoreTurn(): StoreTurn {
  let busy: string | null = null;
  const hold = (work: string): (() => void) => {
    if (busy !== null) throw new StudyError('codings/busy', { work: busy });
    busy = work;
    return () => {
      busy = null;
    };
  };
  return {
    hold,
    take: async (work, run) => {
      const leave = hold(work);
      try {
        return await run();
      } finally {
        leave();
      }
    },
  };
}
