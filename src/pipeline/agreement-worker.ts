import { parentPort, workerData } from 'node:worker_threads';
import type { AgreementQuestion } from './agreement-thread.ts';
import { codingsAgreement } from './codings-agreement.ts';

const { coded, seed, confidenceLevel } = workerData as AgreementQuestion;
parentPort?.postMessage(codingsAgreement([coded], { seed, measure: { confidenceLevel } }));
