import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codingProblem } from '../annotate/coding/coding-problem.ts';
import type { CodingWave } from '../annotate/coding/coding-wave.ts';
import { StudyError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import { isCoderName } from './keep-labels.ts';
import { writeWhole } from './part-store.ts';
import { waveFolder } from './study-codings.ts';

const ASSIGNMENT = z.strictObject({
  schema: z.literal('groundswell-assignment/1'),
  /** The first has the first sheet, and so on. */
  coders: z.array(z.string()),
  /** ISO day; null = coding goes on. */
  closedOn: z.iso.date().nullable(),
});

/** Who codes which sheet of a wave, and whether coding is over. It bears on no number, so it is no part of the digest. */
export type WaveAssignment = Omit<z.infer<typeof ASSIGNMENT>, 'schema'>;

type Place = Pick<StudyConfig, 'codings' | 'folder'>;

const NOBODY: WaveAssignment = { coders: [], closedOn: null };

/**
 * Who codes a wave; nobody, where it was not said.
 * @throws StudyError `codings/invalid`
 */
export async function readAssignment(study: Place, wave: string): Promise<WaveAssignment> {
  const path = fileOf(study, wave);
  if (!existsSync(path)) return NOBODY;
  try {
    const { schema: _schema, ...assignment } = ASSIGNMENT.parse(JSON.parse(await readFile(path, 'utf8')));
    return assignment;
  } catch {
    throw codingProblem(
      { path, line: 1 },
      'this does not say who codes the wave',
      'take the file away and give the wave to its coders again; their codings stay',
    );
  }
}

/** Says who codes a wave, or that coding is over. */
export async function writeAssignment(study: Place, wave: string, assignment: WaveAssignment): Promise<void> {
  const file = { schema: 'groundswell-assignment/1', ...assignment };
  await writeWhole(fileOf(study, wave), `${JSON.stringify(file, null, 1)}\n`);
}

/**
 * Checks that each sheet goes to one person.
 * @throws StudyError `codings/coders`
 */
export function checkCoders(coders: readonly string[], nSheets: number): void {
  const wrong = (problem: string, remedy: string): StudyError =>
    new StudyError('codings/refused', { problem, remedy });
  const bad = coders.find((name) => !isCoderName(name));
  if (bad !== undefined)
    throw wrong(
      `"${bad.slice(0, 80)}" cannot be the name of a coder`,
      'choose from the coders that have a link',
    );
  if (new Set(coders).size < coders.length)
    throw wrong('one person is named twice', 'name each coder once: nobody agrees with themselves');
  if (coders.length !== nSheets)
    throw wrong(`${coders.length} coders for ${nSheets} sheets`, `name ${nSheets}, one for each sheet`);
}

/** Number of the sheet that a person codes; null = none. */
export function sheetOf({ coders }: WaveAssignment, coder: string): number | null {
  const place = coders.indexOf(coder);
  return place < 0 ? null : place + 1;
}

/** Ids of the mentions on a sheet. */
export function idsOnSheet({ mentions }: CodingWave, sheet: number): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ id, sheets }) => (sheets.includes(sheet) ? [id] : [])));
}

function fileOf(study: Place, wave: string): string {
  return join(waveFolder(study, wave), 'assignment.json');
}
