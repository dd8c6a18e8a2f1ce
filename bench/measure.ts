/**
 * The benchmark of measuring: annotated posts in, numbers out, each run in a process of its own, as a user would run it.
 *
 *     npm run bench:measure -- [--documents 1000000] [--threads 2] [--runs 3] [--folder DIR] [--write]
 *
 * The posts are the demo's, generated and annotated first, unless the folder holds them, and not timed. Two studies are
 * measured: the demo's own, and a wide one with more targets, a mix of several dimensions, events and codings. Prints a
 * table; `--write` writes it to `bench/measure.md`.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../src/domain/finding.ts';
import { groundswell, usageOf } from './groundswell.ts';
import { codeSample } from './measure/code-sample.ts';
import { type Measured, renderMeasured } from './measure/render-measured.ts';
import { WIDE_CODINGS, wideStudy } from './measure/wide-study.ts';
import { describeCommit, describeMachine } from './provenance.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000000' },
    threads: { type: 'string', default: String(availableParallelism()) },
    runs: { type: 'string', default: '3' },
    folder: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const documents = Number(values.documents);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
/** One store for both studies: the posts are read once and annotated twice. */
const out = join(folder, 'result');
const CODINGS = 400;

/** Runs a study once, so that everything before measuring is on disk; the wide one without codings first, to draw them. */
async function prepare(study: string): Promise<void> {
  const path = join(folder, `${study}.yaml`);
  const demo = readFileSync(join(folder, 'study.yaml'), 'utf8');
  const isCoded = existsSync(join(folder, WIDE_CODINGS));
  if (study === 'wide') writeFileSync(path, wideStudy(demo, { isCoded }));
  await groundswell(run(study));
  if (study !== 'wide' || isCoded) return;
  writeFileSync(path, wideStudy(demo, { isCoded: true }));
  await codeSample(folder, { study: 'wide.yaml', out, n: CODINGS });
}

function run(study: string): string[] {
  const path = join(folder, `${study}.yaml`);
  return ['run', path, '--out', out, '--threads', values.threads, '--json'];
}

/** Measures again what was measured before. */
async function measureOnce(study: string): Promise<Measured['runs'][number]> {
  const sets = join(out, 'store', 'sets');
  for (const name of readdirSync(sets)) {
    if (name.startsWith('measure-')) rmSync(join(sets, name), { recursive: true });
  }
  let [before, after] = [usageOf(0), usageOf(0)];
  const { stages } = await groundswell(run(study), (event, pid) => {
    if (event.stage !== 'measure') return;
    if (event.kind === 'stage-start') before = usageOf(pid);
    else after = usageOf(pid);
  });
  const seconds = stages.find((stage) => stage.stage === 'measure')?.seconds ?? Number.NaN;
  return { seconds, cpuSeconds: after.cpuSeconds - before.cpuSeconds, peakMb: after.peakMb };
}

async function measure(study: string): Promise<Measured> {
  const runs: Measured['runs'][number][] = [];
  for (let i = 0; i < Number(values.runs); i++) runs.push(await measureOnce(study));
  const finding = JSON.parse(readFileSync(join(out, 'finding.json'), 'utf8')) as Finding;
  const { series, levels, events } = finding;
  return {
    study: study === 'study' ? 'demo' : study,
    documents,
    mentions: (levels ?? [])
      .filter((level) => level.measure === 'net-balance')
      .reduce((sum, { estimate }) => sum + (estimate.nDocuments ?? 0), 0),
    series: series.length,
    bins: series[0]?.estimates.length ?? 0,
    events: new Set(events.map((event) => event.event)).size,
    runs,
  };
}

/** How many posts a corpus in the folder has; null = there is none. */
function generatedDocuments(): number | null {
  try {
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { documents: number };
    return truth.documents;
  } catch {
    return null;
  }
}

try {
  if (generatedDocuments() !== documents) {
    await groundswell([
      'demo',
      '--documents',
      values.documents,
      '--out',
      folder,
      '--generate-only',
      '--json',
    ]);
  }
  const measured: Measured[] = [];
  for (const study of ['study', 'wide']) {
    await prepare(study);
    measured.push(await measure(study));
  }
  const table = renderMeasured(measured, {
    commit: describeCommit(),
    machine: describeMachine(),
    threads: values.threads,
  });
  console.log(table);
  if (values.write) writeFileSync('bench/measure.md', table);
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
