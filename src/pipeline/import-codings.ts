import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type CoderLabel, readLabels } from '../annotate/coding/coder-labels.ts';
import { type FoundCodingProblem, refuseProblems } from '../annotate/coding/coding-problem.ts';
import { StudyError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import { isCoderName, keepLabels, labelsFile } from './keep-labels.ts';
import { readNamedFile } from './named-file.ts';
import { codingsFolder, readCodings } from './study-codings.ts';

/** A coded sheet that comes back. */
export interface ImportOptions {
  readonly file: string;
  /** Who coded it; null = the name of the file. */
  readonly coder: string | null;
  /** Null = told by the ids. */
  readonly wave: string | null;
  /** Let labels that differ from those imported before take their place. */
  readonly replace: boolean;
}

/** What an import took in. */
export interface ImportedCodings {
  readonly wave: string;
  readonly coder: string;
  readonly path: string;
  /** Labels in the file, `unclear` among them. */
  readonly nLabels: number;
  readonly nUnclear: number;
  /** Rows without a label. */
  readonly nEmpty: number;
  /** Labels that were not there before, and those that took the place of another. */
  readonly nNew: number;
  readonly nChanged: number;
  /** Labels imported before that the file does not hold; they are kept. */
  readonly nKept: number;
}

/**
 * Takes the labels of a coded sheet into the folder of codings, without its texts. Labels imported before stay.
 * @throws {StudyProblems} `codings/invalid`: every problem of the file; nothing is changed then
 */
export async function importCodings(study: StudyConfig, options: ImportOptions): Promise<ImportedCodings> {
  const coder =
    options.coder ??
    basename(options.file)
      .replace(/\.[^.]*$/, '')
      .toLowerCase();
  if (!isCoderName(coder))
    throw new StudyError('cli/usage', {
      problem: `"${coder}" cannot be the name of a coder: give one with --coder, of lower-case letters, digits, "-" and "_"`,
    });
  const content = await readNamedFile(options.file);
  const { waves } = await readCodings(study);
  if (waves.length === 0)
    throw new StudyError('cli/usage', {
      problem: `nothing was drawn for coding yet in ${codingsFolder(study)}: begin with \`groundswell sample\``,
    });
  const { wave, labels, lines, nEmpty } = readLabels(
    { content, path: options.file },
    { waves: waves.map((one) => one.wave), wave: options.wave },
  );
  const before = waves.find((one) => one.wave.wave === wave.wave)?.coders.get(coder) ?? new Map();
  const changed = [...labels].filter(([id, label]) => before.has(id) && before.get(id) !== label);
  const problems = changed.map(
    ([id, label]): FoundCodingProblem => ({
      line: lines.get(id) ?? 1,
      problem: `${id} is ${label} here and was ${before.get(id)} when labels of ${coder} were imported before`,
      remedy: 'add --replace if the new label is right, or --coder if another person coded this sheet',
    }),
  );
  if (!options.replace) refuseProblems(options.file, problems);
  const merged = new Map<string, CoderLabel>([...before, ...labels]);
  const path = labelsFile(study, wave.wave, coder);
  if (labels.size > 0 || existsSync(path)) await keepLabels(path, merged);
  return {
    wave: wave.wave,
    coder,
    path,
    nLabels: labels.size,
    nUnclear: [...labels.values()].filter((label) => label === 'unclear').length,
    nEmpty,
    nNew: merged.size - before.size,
    nChanged: changed.length,
    nKept: [...before.keys()].filter((id) => !labels.has(id)).length,
  };
}
