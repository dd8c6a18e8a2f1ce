import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Finding } from '../../src/domain/finding.ts';
import { startServer } from '../../src/server/start-server.ts';
import { studyTemplate } from '../../src/study/template.ts';

/** A served finding. */
export interface ServedSample {
  readonly link: string;
  /** Folder of the built page. */
  readonly page: string;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** Builds the page as it is published and serves a finding with it, from a folder of its own. */
export async function serveSample(finding: Finding): Promise<ServedSample> {
  const folder = await mkdtemp(join(tmpdir(), 'groundswell-web-'));
  const page = join(folder, 'page');
  await build({
    configFile: 'web/vite.config.ts',
    logLevel: 'error',
    build: { outDir: page, emptyOutDir: true },
  });
  await writeFile(join(folder, 'study.yaml'), studyTemplate('my-study'));
  await writeFile(join(folder, 'finding.json'), JSON.stringify(finding));
  const server = await startServer({
    study: join(folder, 'study.yaml'),
    out: folder,
    port: 0,
    version: '0.0.0',
    page,
    env: process.env,
    now: Date.now,
  });
  return {
    link: server.link,
    page,
    stop: () => server.close(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
