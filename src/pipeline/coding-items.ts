import { join } from 'node:path';
import { ADJUDICATED, type CodedWave } from '../annotate/coding/coded-wave.ts';
import type { CoderLabel } from '../annotate/coding/coder-labels.ts';
import { passageDigest } from '../annotate/coding/marked-passage.ts';
import { readRows } from '../annotate/coding/read-rows.ts';
import { StudyError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import { type CodingMarks, marksOf, readJournal } from './coding-journal.ts';
import { readNamedFile } from './named-file.ts';
import { sheetPaths } from './sheet-paths.ts';
import { sheetOf, type WaveAssignment } from './wave-assignment.ts';

/** A mention as a coder sees it: its words, the target between ⟦ and ⟧. Neither the label of the model nor the date. */
interface CodingPassage {
  readonly id: string;
  readonly passage: string;
  /** Name of the target for readers. */
  readonly target: string;
  readonly language: string;
}

/** A mention with what the coder said of it. */
export interface CodingItem extends CodingPassage, CodingMarks {
  /** Null = not coded yet. */
  readonly label: CoderLabel | null;
}

/** A mention of which coders say different things. */
export interface Disagreement extends CodingPassage {
  readonly labels: readonly { readonly coder: string; readonly label: CoderLabel }[];
  /** What was settled; null = nothing yet. */
  readonly settled: CoderLabel | null;
}

/** Where the wave and its sheets are. */
export interface CodingPlace {
  readonly study: StudyConfig;
  /** Folder of the run. */
  readonly out: string;
  readonly coded: CodedWave;
  readonly assignment: WaveAssignment;
}

/** The mentions on a coder's own sheet, in its random order; none where the person codes no sheet of the wave. */
export async function ownItems(place: CodingPlace, coder: string): Promise<CodingItem[]> {
  const { study, coded, assignment } = place;
  const sheet = sheetOf(assignment, coder);
  if (sheet === null) return [];
  const labels = coded.coders.get(coder);
  const marks = marksOf(await readJournal(study, coded.wave.wave, coder));
  const none: CodingMarks = { themes: [], isQuoted: false };
  return (await readSheet(place, sheet)).map((one) => ({
    ...one,
    ...(marks.get(one.id) ?? none),
    label: labels?.get(one.id) ?? null,
  }));
}

/** Mentions that got different labels, `unclear` among them, in the order of their ids. */
export async function disagreements(place: CodingPlace): Promise<Disagreement[]> {
  const { wave } = place.coded;
  const differing = differingLabels(place.coded);
  const sheets = [
    ...new Set(wave.mentions.filter(({ id }) => differing.has(id)).flatMap((one) => one.sheets)),
  ];
  const passages = (await Promise.all(sheets.map((sheet) => readSheet(place, sheet)))).flat();
  const byId = new Map(passages.map((one) => [one.id, one]));
  const settled = place.coded.coders.get(ADJUDICATED);
  return [...differing].sort().flatMap(([id, labels]): Disagreement[] => {
    const passage = byId.get(id);
    return passage === undefined ? [] : [{ ...passage, labels, settled: settled?.get(id) ?? null }];
  });
}

/** Mentions to which people gave different labels, with what each said. */
export function differingLabels({ wave, coders }: CodedWave): ReadonlyMap<string, Disagreement['labels']> {
  const people = [...coders].filter(([name]) => name !== ADJUDICATED);
  const found = wave.mentions.flatMap(({ id }) => {
    const labels = people.flatMap(([coder, of]) => {
      const label = of.get(id);
      return label === undefined ? [] : [{ coder, label }];
    });
    return new Set(labels.map(({ label }) => label)).size > 1 ? [[id, labels] as const] : [];
  });
  return new Map(found);
}

/**
 * The passages of a sheet as it was written; a passage that is not the one drawn under its id is not shown.
 * @throws StudyError `codings/no-sheet`
 */
async function readSheet({ out, coded: { wave } }: CodingPlace, sheet: number): Promise<CodingPassage[]> {
  const path = sheetPaths(join(out, 'sheets', `${wave.wave}.csv`), wave.nSheets)[sheet - 1] as string;
  const content = await readNamedFile(path).catch((cause: unknown) => {
    throw new StudyError('codings/no-sheet', { path }, { cause });
  });
  const drawn = new Map(wave.mentions.map((one) => [one.id, one]));
  return readRows({ content, path }, ['id', 'text', 'target', 'language']).flatMap(({ cells }) => {
    const { id = '', text = '', target = '', language = '' } = cells;
    if (drawn.get(id)?.passage !== passageDigest(text)) return [];
    // A spreadsheet would run what begins like a formula; a page does not.
    return [{ id, passage: text.replace(/^'(?=\s*[=+\-@])/, ''), target, language }];
  });
}
