/**
 * Coverage and error rates of the estimators by simulation.
 *
 *     npm run bench:statistics -- [--only ID] [--replicates N] [--threads N] [--write]
 *
 * Prints the tables; `--write` puts each into `bench/statistics/tables/ID.md`. Computed chunks are kept in
 * `.bench/statistics/`, so a run that was stopped goes on; they are thrown away when the code of an estimator or of a simulation changes.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describeCommit, describeMachine } from '../provenance.ts';
import { SIMULATIONS } from './registry.ts';
import { renderTable } from './render-table.ts';
import { addSums } from './run-chunk.ts';
import { type Case, CHUNK, type Simulation, type Sums } from './simulation.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    replicates: { type: 'string' },
    threads: { type: 'string', default: String(availableParallelism()) },
    write: { type: 'boolean', default: false },
  },
});

interface Job {
  readonly at: Case;
  readonly range: [number, number];
}

/** What the numbers depend on: the estimators, and the simulation with what it imports from this folder. */
function codeDigest({ code = [] }: Simulation): string {
  const hash = createHash('sha256');
  const patterns = ['src/stats/*.ts', 'src/measure/*.ts', 'bench/statistics/**/*.ts', ...code];
  for (const path of globSync(patterns).sort()) {
    if (!path.endsWith('.test.ts')) hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Computes what is not kept yet; each worker takes the next job when it is done with one. */
async function computeChunks(simulation: Simulation, jobs: readonly Job[]): Promise<Map<string, Sums>> {
  mkdirSync('.bench/statistics', { recursive: true });
  const path = join('.bench/statistics', `${simulation.id}-${codeDigest(simulation)}.ndjson`);
  const kept = new Map<string, Sums>();
  if (existsSync(path)) {
    for (const line of readFileSync(path, 'utf8').split('\n').slice(0, -1)) {
      const [key, sums] = JSON.parse(line) as [string, Sums];
      kept.set(key, sums);
    }
  }
  const left = jobs.filter((job) => !kept.has(JSON.stringify(job)));
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('chunk-worker.ts', import.meta.url));
    for (let job = left.shift(); job !== undefined; job = left.shift()) {
      worker.postMessage({ id: simulation.id, ...job });
      const [sums] = (await once(worker, 'message')) as [Sums];
      kept.set(JSON.stringify(job), sums);
      appendFileSync(path, `${JSON.stringify([JSON.stringify(job), sums])}\n`);
      process.stderr.write(`\r${simulation.id}: ${left.length} chunks left   `);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(Number(values.threads), left.length) }, work));
  process.stderr.write('\n');
  return kept;
}

const chosen = SIMULATIONS.filter(({ id }) => values.only === undefined || values.only.includes(id));
if (chosen.length === 0)
  throw new RangeError(`no such simulation; there are ${SIMULATIONS.map(({ id }) => id).join(', ')}`);
for (const simulation of chosen) {
  const replicates = Number(values.replicates ?? simulation.replicates.full);
  const chunk = simulation.chunk ?? CHUNK;
  const ranges = Array.from({ length: Math.ceil(replicates / chunk) }, (_, i): [number, number] => [
    i * chunk,
    Math.min(replicates, (i + 1) * chunk),
  ]);
  const jobs = simulation.cases.flatMap((at) => ranges.map((range): Job => ({ at, range })));
  const sums = await computeChunks(simulation, jobs);
  const rows = simulation.cases.map((at) => ({
    at,
    sums: addSums(ranges.map((range) => sums.get(JSON.stringify({ at, range })) as Sums)),
  }));
  const page = renderTable(simulation, rows, {
    commit: describeCommit(),
    machine: describeMachine(),
    replicates,
  });
  console.log(page);
  if (values.write) writeFileSync(join('bench/statistics/tables', `${simulation.id}.md`), page);
}
