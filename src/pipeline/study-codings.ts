import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { adjudicateWave, type CodedWave } from '../annotate/coding/coded-wave.ts';
import { type CoderLabels, readLabels } from '../annotate/coding/coder-labels.ts';
import { codingProblem } from '../annotate/coding/coding-problem.ts';
import { type CodingWave, readWave } from '../annotate/coding/coding-wave.ts';
import type { Coding, CodingStratum, CodingWaveSummary } from '../domain/coding.ts';
import { StudyError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';

/** The files of a wave in its folder. */
const WAVE_FILES = { design: 'design.csv', wave: 'wave.json' } as const;

/** Codings by people as they lie in the folder of a study. */
export interface StudyCodings {
  /** SHA-256 over the files of all waves; null = nothing was drawn for coding. */
  readonly digest: string | null;
  readonly waves: readonly CodedWave[];
  readonly files: readonly CodingFile[];
}

/** A file of codings: its path in their folder, and SHA-256 of its text with line breaks of one kind. */
interface CodingFile {
  readonly path: string;
  readonly sha256: string;
}

/** The codings of all waves, one label for each mention, ready for the table `coding`. */
export interface AdjudicatedCodings {
  readonly codings: readonly Coding[];
  readonly strata: readonly CodingStratum[];
  readonly waves: readonly Omit<CodingWaveSummary, 'nUnmatched'>[];
}

/** Absolute path of the folder of codings: as the study says, or `codings` beside it. */
export function codingsFolder({ codings, folder }: Pick<StudyConfig, 'codings' | 'folder'>): string {
  return resolve(folder, codings ?? 'codings');
}

/** Path of a wave's folder. */
export function waveFolder(study: Pick<StudyConfig, 'codings' | 'folder'>, wave: string): string {
  return join(codingsFolder(study), wave);
}

/**
 * Reads and checks all waves of a study: each folder with a design and the labels of its coders.
 * @throws {StudyError} `codings/no-folder` where the study names a folder that is not there
 * @throws {StudyProblems} `codings/invalid` at what does not fit the design
 */
export async function readCodings(
  study: Pick<StudyConfig, 'codings' | 'folder' | 'id'>,
): Promise<StudyCodings> {
  const folder = codingsFolder(study);
  if (!existsSync(folder)) {
    if (study.codings !== null) throw new StudyError('codings/no-folder', { path: folder });
    return { digest: null, waves: [], files: [] };
  }
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) =>
    entry.isDirectory() && !entry.name.includes('.') ? [entry.name] : [],
  );
  const read = await Promise.all(names.sort().map((name) => readWaveFolder(folder, name)));
  const coded = read.map(({ wave, tables }): CodedWave => {
    const coders = tables.map(({ coder, ...table }): [string, CoderLabels] => [
      coder,
      readLabels(table, { waves: read.map((one) => one.wave), wave: wave.wave }).labels,
    ]);
    return { wave, coders: new Map(coders) };
  });
  const files = read.flatMap((wave) => wave.files);
  const lines = files.map(({ path, sha256 }) => `${path} ${sha256}`);
  return {
    digest: lines.length === 0 ? null : hash('sha256', lines.join('\n'), 'hex'),
    waves: coded,
    files,
  };
}

interface ReadWave {
  readonly wave: CodingWave;
  readonly tables: readonly { readonly coder: string; readonly path: string; readonly content: Uint8Array }[];
  /** In the order of names. */
  readonly files: readonly CodingFile[];
}

async function readWaveFolder(folder: string, name: string): Promise<ReadWave> {
  const path = (file: string): string => join(folder, name, file);
  const files = (await readdir(join(folder, name))).filter((file) => !file.startsWith('.')).sort();
  for (const file of Object.values(WAVE_FILES)) {
    if (!files.includes(file))
      throw codingProblem(
        { path: join(folder, name), line: 1 },
        `a folder of codings without ${file}`,
        'put the file back as `groundswell sample` wrote it, or take the folder out of the codings',
      );
  }
  const contents = new Map<string, Buffer>();
  for (const file of files)
    if (file.endsWith('.csv') || file === WAVE_FILES.wave) contents.set(file, await readFile(path(file)));
  const textOf = (file: string): string => (contents.get(file) as Buffer).toString('utf8');
  const wave = readWave(
    { design: textOf(WAVE_FILES.design), wave: textOf(WAVE_FILES.wave) },
    { design: path(WAVE_FILES.design), wave: path(WAVE_FILES.wave) },
  );
  if (wave.wave !== name)
    throw codingProblem(
      { path: path(WAVE_FILES.wave), line: 1 },
      `the wave is called ${wave.wave} and its folder ${name}`,
      'give the folder the name of the wave',
    );
  return {
    wave,
    tables: [...contents].flatMap(([file, content]) =>
      file === WAVE_FILES.design || !file.endsWith('.csv')
        ? []
        : [{ coder: file.slice(0, -'.csv'.length), path: path(file), content }],
    ),
    files: [...contents].map(([file, content]) => ({
      path: `${name}/${file}`,
      sha256: codingFileDigest(content),
    })),
  };
}

/** SHA-256 of a file of codings. Line breaks count as one kind: a version control system may have changed them. */
export function codingFileDigest(content: Buffer): string {
  const bytes = content.toString('latin1').replaceAll('\r\n', '\n');
  return hash('sha256', Buffer.from(bytes, 'latin1'), 'hex');
}

/** One label for each coded mention, with what the strata and the waves amount to. */
export function adjudicateCodings({ waves }: StudyCodings): AdjudicatedCodings {
  const adjudicated = waves.map(adjudicateWave);
  return {
    codings: adjudicated.flatMap(({ codings }) => codings),
    strata: adjudicated.flatMap(({ strata }) => strata),
    waves: adjudicated.map(({ summary }) => summary),
  };
}
