import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFile, loadStudy } from '../../src/pipeline/load-study.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';
import { writeSmallCorpus } from '../../src/server/fixtures/small-corpus.ts';
import { type ServeOptions, startServer } from '../../src/server/start-server.ts';
import { runInProcess } from '../studies/run-in-process.ts';
import { buildPage } from './build-page.ts';

/** Posts of the demo: as many as give every view something to show when it is counted by months. */
const DOCUMENTS = 12_000;

/** Who codes in the demo. */
export const CODER = 'anna';

/** The demo, served twice over: as a finished run, and as a folder of posts without a study. */
export interface ServedDemo {
  readonly link: string;
  readonly emptyLink: string;
  /** Opens the demo as {@link CODER}, a coder. */
  readonly coderLink: string;
  stop(): Promise<void>;
}

/** Runs a small demo with an author key that never changes, builds the page and serves both. */
export async function serveDemo(): Promise<ServedDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'groundswell-demo-'));
  const study = await runDemo(folder);
  const page = join(folder, 'page');
  await buildPage(page);
  const empty = join(folder, 'posts-alone');
  await mkdir(empty);
  await writeSmallCorpus(empty);
  const serve = (path: string, out: string, invite: ServeOptions['invite'] = []) =>
    startServer({
      ...{ study: path, out, page, port: 0, version: '0.0.0' },
      ...{ now: Date.now, env: { XDG_CONFIG_HOME: folder }, log: () => undefined },
      invite,
    });
  const servers = [
    await serve(study, join(folder, 'result'), [{ name: CODER, role: 'coder' }]),
    await serve(join(empty, 'study.yaml'), join(empty, 'out')),
  ] as const;
  return {
    link: servers[0].link,
    emptyLink: servers[1].link,
    coderLink: servers[0].invited[0]?.link ?? '',
    async stop() {
      for (const server of servers) await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runDemo(folder: string): Promise<string> {
  const size = ['--documents', String(DOCUMENTS), '--generate-only', '--json'];
  const made = await runInProcess(['demo', '--out', folder, ...size]);
  if (made.code !== 0) throw new Error(made.error);
  const study = join(folder, 'study.yaml');
  await writeFile(study, (await readFile(study, 'utf8')).replace('bin: week', 'bin: month'));
  const { config } = await loadStudy(study);
  await runStudy(config, {
    ...{ out: join(folder, 'result'), threads: 1, version: '0.0.0' },
    keyFile: keyFile(config, { XDG_CONFIG_HOME: folder }),
    progress: () => undefined,
    now: Date.now,
    randomBytes: (n) => new Uint8Array(n).fill(7),
  });
  return study;
}
