import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { startServer } from '../../src/server/start-server.ts';
import { writeExploredStudy } from '../studies/explored-study.ts';
import { runInProcess } from '../studies/run-in-process.ts';
import type { ServedSample } from './serve-sample.ts';

/** Runs a small study from its files, builds the page and serves both: what a person does who looks at a run. */
export async function serveRun(study?: string): Promise<ServedSample & { readonly out: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'groundswell-served-'));
  const path = writeExploredStudy(folder, study);
  const out = join(folder, 'out');
  const ran = await runInProcess(['run', path, '--out', out, '--threads', '1', '--json']);
  if (ran.code !== 0) throw new Error(ran.error);
  const page = join(folder, 'page');
  await build({
    configFile: 'web/vite.config.ts',
    logLevel: 'error',
    build: { outDir: page, emptyOutDir: true },
  });
  const server = await startServer({
    study: path,
    out,
    port: 0,
    version: '0.0.0',
    page,
    now: Date.now,
    log: () => undefined,
    env: {},
  });
  return {
    link: server.link,
    page,
    out,
    stop: () => server.close(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
