import { Worker } from 'node:worker_threads';
import type { CodedWave } from '../annotate/coding/coded-wave.ts';
import type { PairedAgreement } from '../domain/coding.ts';
import { BugError } from '../errors/errors.ts';

/** What decides how far the coders of a wave agree. */
export interface AgreementQuestion {
  readonly coded: CodedWave;
  readonly seed: number;
  readonly confidenceLevel: number;
}

/** Works out the agreement of a wave. */
export type FindAgreement = (question: AgreementQuestion) => Promise<PairedAgreement>;

/** Works out the agreement of a wave in a thread of its own, so that the calling one goes on. */
export const inAgreementThread: FindAgreement = (question) => {
  const file = import.meta.url.endsWith('.ts') ? './agreement-worker.ts' : './agreement-worker.js';
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: question });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new BugError(`the thread of agreement ended with code ${code}`)));
  });
};
