/** Worker thread of `run.ts`: computes chunks by simulation id, case and range of replicates. */
import { parentPort } from 'node:worker_threads';
import { SIMULATIONS } from './registry.ts';
import { runChunk } from './run-chunk.ts';
import type { Case } from './simulation.ts';

parentPort?.on('message', async (job: { id: string; at: Case; range: [number, number] }) => {
  const simulation = SIMULATIONS.find(({ id }) => id === job.id);
  if (simulation === undefined) throw new RangeError(`no simulation ${job.id}`);
  parentPort?.postMessage(await runChunk(simulation, job.at, job.range));
});
