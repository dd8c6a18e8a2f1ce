/**
 * The load test of the workbench on loopback: readers who open the page, coders who code, and a run in progress from the first
 * request to the last, against `groundswell serve` in a process of its own.
 *
 *     npm run bench:serve -- [--documents 40000] [--readers 50] [--coders 5] [--n 400] [--visits 6] [--write]
 *
 * Prints a table of latencies by request; `--write` writes it to `bench/serve-load.md`. Needs `npm run build`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groundswell } from './groundswell.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { driveLoad, type LoadedServer } from './serve-load/drive-load.ts';
import { compareKept } from './serve-load/kept-codings.ts';
import { renderLoad } from './serve-load/render-load.ts';
import { serveStudy } from './serve-load/serve-study.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '40000' },
    readers: { type: 'string', default: '50' },
    coders: { type: 'string', default: '5' },
    n: { type: 'string', default: '400' },
    visits: { type: 'string', default: '6' },
    write: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'groundswell-load-'));
const study = join(folder, 'study.yaml');
const out = join(folder, 'result');

/** Serves the study to so many people. */
async function serve(): Promise<LoadedServer & { readonly end: () => Promise<void> }> {
  const people = (role: string, n: string): string[] =>
    Array.from({ length: Number(n) }, (_, i) => `${role}-${i + 1}:${role}`);
  const { link, invited, end } = await serveStudy(study, out, [
    ...people('reader', values.readers),
    ...people('coder', values.coders),
  ]);
  return {
    analyst: link,
    readers: invited.flatMap((one) => (one.role === 'reader' ? [one.link] : [])),
    coders: invited.filter(({ role }) => role === 'coder'),
    end,
  };
}

try {
  await groundswell(['demo', '--documents', values.documents, '--out', folder, '--generate-only', '--json']);
  await groundswell(['run', study, '--out', out, '--json']);
  const server = await serve();
  try {
    const plan = {
      nMentions: Number(values.n),
      visits: Number(values.visits),
      readerPause: 3_000,
      coderPause: 250,
    };
    const result = await driveLoad(server, plan);
    const page = renderLoad(result, {
      kept: await compareKept(folder, result),
      documents: Number(values.documents),
      people: { readers: server.readers.length, coders: server.coders.length },
      commit: describeCommit(),
      machine: describeMachine(),
    });
    console.log(page);
    if (values.write) writeFileSync('bench/serve-load.md', page);
  } finally {
    await server.end();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
