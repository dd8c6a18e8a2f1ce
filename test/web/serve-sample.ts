import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/domain/finding.ts';
import { startServer } from '../../src/server/start-server.ts';
import { studyTemplate } from '../../src/study/template.ts';
import { buildPage } from './build-page.ts';

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
  await buildPage(page);
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
    log: () => undefined,
  });
  return {
    link: server.link,
    page,
    stop: () => server.close(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
