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
   * Works on the store.
   * @param work what it is, for those who come meanwhile
   * @throws StudyError `codings/busy` while something else is at work
   */
  take<Result>(work: string, run: () => Promise<Result>): Promise<Result>;
}

/** Nobody is at work yet. */
export function createStoreTurn(): StoreTurn {
  let busy: string | null = null;
  return {
    take: async (work, run) => {
      if (busy !== null) throw new StudyError('codings/busy', { work: busy });
      busy = work;
      try {
        return await run();
      } finally {
        busy = null;
      }
    },
  };
}
