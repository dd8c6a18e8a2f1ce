import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRows } from '../../src/annotate/coding/read-rows.ts';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import { demoStudy } from '../../src/demo/demo-study.ts';
import type { PlantedPost } from '../../src/demo/generate-corpus.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { importCodings } from '../../src/pipeline/import-codings.ts';
import { loadStudy } from '../../src/pipeline/load-study.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';
import { sampleMentions } from '../../src/pipeline/sample-mentions.ts';
import { writePlanted } from './planted-corpus.ts';
import { runOptions } from './run-options.ts';

/** One corpus of the demo to measure. */
export interface DemoReplicate {
  readonly documents: number;
  readonly seed: number;
  /** Mentions that are coded with the stance that was planted. */
  readonly nCoded: number;
}

/** What the program found in one corpus. */
export interface DemoFindings {
  /** As `groundswell demo` measures it. */
  readonly plain: Finding;
  /** The same corpus with codings, each text counted once however often it was copied. */
  readonly coded: Finding;
}

const ONCE = '\nweights: { copies: once }\n';

/** Generates a corpus, takes it through the whole pipeline twice and throws it away. */
export async function measureDemo(replicate: DemoReplicate): Promise<DemoFindings> {
  const folder = await mkdtemp(join(tmpdir(), 'groundswell-demo-truth-'));
  try {
    const planted = await writePlanted(folder, replicate);
    const options = runOptions(folder, replicate.seed);
    const { config } = await loadStudy(join(folder, 'study.yaml'));
    const plain = await runStudy(config, options);
    await writeFile(join(folder, 'once.yaml'), demoStudy() + ONCE);
    const { config: once } = await loadStudy(join(folder, 'once.yaml'));
    const draw = {
      n: replicate.nCoded,
      wave: 'wave-1',
      targets: [],
      seed: null,
      nCoders: 1,
      overlap: 0,
      isAdaptive: false,
      event: null,
      sheet: null,
      delimiter: ',',
      drawnOn: '2025-02-01',
    } as const;
    const { wave, sheets } = await sampleMentions(once, draw, options);
    const documents = new Map(wave.mentions.map(({ id, documentId: of }) => [id, of]));
    await codeSheet(sheets[0] as string, (id) => planted.get(documents.get(id) ?? '')?.truth);
    await importCodings(once, { file: sheets[0] as string, coder: 'planted', wave: null, replace: false });
    return { plain, coded: await runStudy(once, options) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A coder who reads every mention as it was meant. */
async function codeSheet(
  path: string,
  truthOf: (id: string) => PlantedPost['truth'] | undefined,
): Promise<void> {
  const rows = readRows({ content: await readFile(path), path }, ['id', 'text']).map(({ cells }) => {
    const { id = '', text = '' } = cells;
    const truth = truthOf(id);
    if (truth === undefined) throw new RangeError(`nothing was planted in ${id}: ${text}`);
    return [id, text, truth.stance];
  });
  await writeFile(path, writeRows(['id', 'text', 'label'], rows));
}
