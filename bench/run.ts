/**
 * The benchmark: posts in, report out, timed by stage; then the same again with nothing new, and `verify` of what came out.
 *
 *     npm run bench -- --documents 100000 [--threads 2] [--folder DIR] [--grow]
 *
 * Prints one JSON line a stage. The corpus is generated first, unless the folder holds one of that size, and not timed.
 * `--grow` adds 1 % of posts afterwards and times the second run. The peak is that of all processes of the run together,
 * looked at five times a second; files that several of them have open count once.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groundswell, type Timed } from './groundswell.ts';
import { describeCommit, describeMachine } from './provenance.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    threads: { type: 'string', default: String(availableParallelism()) },
    folder: { type: 'string' },
    grow: { type: 'boolean', default: false },
  },
});

const documents = Number(values.documents);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
const machine = describeMachine();
const commit = describeCommit();

function line(run: string, n: number, entry: Record<string, string | number | null>): void {
  console.log(
    JSON.stringify({ run, documents: n, threads: Number(values.threads), ...entry, commit, machine }),
  );
}

function tell(run: string, n: number, timed: Timed): void {
  const round = (x: number): number => Math.round(x * 100) / 100;
  for (const stage of timed.stages) {
    line(run, n, {
      stage: stage.stage,
      seconds: round(stage.seconds),
      documentsPerSecond: stage.seconds > 0 ? Math.round(n / stage.seconds) : null,
      shareOfTotal: round(stage.seconds / timed.seconds),
    });
    for (const [inner, seconds] of Object.entries(stage.threadSeconds ?? {})) {
      line(run, n, { stage: `${stage.stage}/${inner}`, threadSeconds: round(seconds) });
    }
  }
  line(run, n, {
    stage: 'total',
    seconds: round(timed.seconds),
    documentsPerSecond: Math.round(n / timed.seconds),
    cpuSeconds: Math.round(timed.cpuSeconds),
    peakMb: timed.peakMb,
  });
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

async function generate(): Promise<void> {
  await groundswell(['demo', '--documents', String(documents), '--out', folder, '--generate-only', '--json']);
}

try {
  const study = join(folder, 'study.yaml');
  const result = join(folder, 'result');
  if (generatedDocuments() !== documents) await generate();
  const run = ['run', study, '--out', result, '--threads', values.threads, '--json'];
  tell('full', documents, await groundswell(run));
  tell('nothing new', documents, await groundswell(run));
  tell('verify', documents, await groundswell(['verify', result, '--threads', values.threads, '--json']));
  if (values.grow) {
    const more = Math.max(1, Math.round(documents / 100));
    await groundswell([
      'demo',
      '--documents',
      String(more),
      '--seed',
      '2',
      '--out',
      folder,
      '--generate-only',
      '--add',
      '--json',
    ]);
    tell('1 % more', documents + more, await groundswell(run));
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
