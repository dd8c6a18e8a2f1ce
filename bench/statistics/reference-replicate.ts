import { appendFile, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeReference } from '../../src/demo/reference/write-reference.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { loadStudy } from '../../src/pipeline/load-study.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';
import { runOptions } from './run-options.ts';

const STUDY = join(import.meta.dirname, '../../studies/russia-on-china');

/** Writes a corpus of the reference study, takes it through the whole pipeline and throws it away. */
export async function measureReference(of: {
  readonly documents: number;
  readonly seed: number;
}): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'groundswell-reference-'));
  try {
    for (const file of ['study.yaml', 'levada.csv']) await copyFile(join(STUDY, file), join(folder, file));
    const place = async (path: string): Promise<string> => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      return join(folder, path);
    };
    await writeReference(of, {
      append: async (path, text) => appendFile(await place(path), text),
      write: async (path, text) => writeFile(await place(path), text),
    });
    const { config } = await loadStudy(join(folder, 'study.yaml'));
    return await runStudy(config, runOptions(folder, of.seed));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
