import { CODED_LABELS, type CodedLabel } from '../../domain/coding.ts';
import { nearestWord } from '../../study/nearest-word.ts';
import { type FoundCodingProblem, refuseProblems } from './coding-problem.ts';
import type { CodingWave, DrawnMention } from './coding-wave.ts';
import { passageDigest } from './marked-passage.ts';
import { type NamedTable, readRows, type TableRow } from './read-rows.ts';
import { writeRows } from './write-rows.ts';

/** What a coder says of a mention; `unclear` = looked at, and cannot tell. */
export type CoderLabel = CodedLabel | 'unclear';

/** What one coder says, by the id of the mention. */
export type CoderLabels = ReadonlyMap<string, CoderLabel>;

/** Words that stand for `unclear`. */
const UNCLEAR = ['unclear', 'skip', '?'];

/** A file of labels that was checked against the designs of all waves. */
export interface CheckedLabels {
  readonly wave: CodingWave;
  readonly labels: CoderLabels;
  /** Id → the line on which it stands. */
  readonly lines: ReadonlyMap<string, number>;
  /** Rows without a label: not coded yet. */
  readonly nEmpty: number;
}

/** What a file of labels is checked against. */
export interface LabelCheck {
  readonly waves: readonly CodingWave[];
  /** The wave the file is said to belong to; null = told by its ids. */
  readonly wave: string | null;
}

/**
 * Reads the labels of a coding sheet that came back, or of a coder's file, and refuses the whole file when anything in
 * it does not fit: unknown and repeated ids, ids of another wave, other labels, passages that stand beside another's id.
 * @throws {StudyProblems} every problem, with line and remedy
 */
export function readLabels(table: NamedTable, { waves, wave: wanted }: LabelCheck): CheckedLabels {
  const rows = readRows(table, ['id', 'label']);
  const home = new Map(waves.flatMap((wave) => wave.mentions.map(({ id }) => [id, wave] as const)));
  const wave = waves.find((one) => one.wave === (wanted ?? commonest(rows, home)));
  if (wave === undefined) {
    const known = waves.map((one) => one.wave).join(', ') || 'none was drawn';
    const problem =
      wanted === null ? 'no id of this file was drawn for this study' : `no wave is called "${wanted}"`;
    refuseProblems(table.path, [
      { line: rows[0]?.line ?? 1, problem, remedy: `check that it is the right file; waves: ${known}` },
    ]);
  }
  const check = rowCheck(wave as CodingWave, home);
  const checked = rows.map(check);
  refuseProblems(
    table.path,
    withoutLandslide(
      checked.flatMap(({ problems }) => problems),
      rows.length,
    ),
  );
  const labelled = checked.flatMap(({ id, label }) => (label === null ? [] : [[id, label] as const]));
  return {
    wave: wave as CodingWave,
    labels: new Map(labelled),
    lines: new Map(rows.map(({ line, cells }) => [idOf(cells), line])),
    nEmpty: rows.length - labelled.length,
  };
}

/** The wave to which most ids of a file belong. */
function commonest(rows: readonly TableRow[], home: ReadonlyMap<string, CodingWave>): string | null {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const wave = home.get(idOf(cells))?.wave;
    if (wave !== undefined) counts.set(wave, (counts.get(wave) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

interface CheckedRow {
  readonly id: string;
  readonly label: CoderLabel | null;
  readonly problems: readonly FoundCodingProblem[];
}

const SHIFTED = 'the passage beside id';

function rowCheck(wave: CodingWave, home: ReadonlyMap<string, CodingWave>): (row: TableRow) => CheckedRow {
  const drawn = new Map(wave.mentions.map((one) => [one.id, one]));
  const ids = [...drawn.keys()];
  const seen = new Map<string, number>();
  return ({ line, cells }) => {
    const id = idOf(cells);
    const label = labelOf(cells['label'] ?? '');
    const of = (problem: string, remedy: string) => ({
      id,
      label: label ?? null,
      problems: [{ line, problem, remedy }],
    });
    const before = seen.get(id);
    seen.set(id, line);
    const mention = drawn.get(id);
    if (mention === undefined) return of(...unknownId(id, { wave, home, ids }));
    if (before !== undefined)
      return of(`id ${id} stands on line ${before} already`, 'keep the row that holds the right label');
    if (label === undefined)
      return of(
        `label "${(cells['label'] ?? '').trim().slice(0, 40)}" is none of ours`,
        `write ${CODED_LABELS.join(', ')} or unclear; leave the cell empty where nothing is coded yet`,
      );
    if (isShifted(cells, mention))
      return of(
        `${SHIFTED} ${id} is not the one that was drawn under it`,
        'rows were shifted or sorted in part, or letters were lost: start from the sheet as it was, or take the column `text` out if the ids and labels are right',
      );
    return { id, label, problems: [] };
  };
}

function idOf(cells: TableRow['cells']): string {
  return (cells['id'] ?? '').trim().replace(/^'/, '').toLowerCase();
}

/** Null = nothing written yet; undefined = not a label. */
function labelOf(written: string): CoderLabel | null | undefined {
  const word = written.trim().replace(/^'/, '').toLowerCase();
  if (word === '') return null;
  if (UNCLEAR.includes(word)) return 'unclear';
  return CODED_LABELS.find((label) => label === word);
}

function isShifted(cells: TableRow['cells'], mention: DrawnMention): boolean {
  const text = cells['text'] ?? '';
  return text.trim() !== '' && passageDigest(text) !== mention.passage;
}

function unknownId(
  id: string,
  known: {
    readonly wave: CodingWave;
    readonly home: ReadonlyMap<string, CodingWave>;
    readonly ids: readonly string[];
  },
): readonly [problem: string, remedy: string] {
  if (id === '') return ['a row without an id', 'put the id of the sheet back, or take the row out'];
  const other = known.home.get(id);
  if (other !== undefined)
    return [
      `id ${id} belongs to wave ${other.wave}, the rest of the file to ${known.wave.wave}`,
      'import the sheets of each wave by themselves',
    ];
  const near = nearestWord(id, known.ids);
  return [
    `id "${id.slice(0, 40)}" was not drawn in ${known.wave.wave}`,
    near === null ? 'put the id of the sheet back, or take the row out' : `was it ${near}?`,
  ];
}

/** Where most passages differ, the file lost its letters on the way: one problem, not hundreds. */
function withoutLandslide(found: readonly FoundCodingProblem[], nRows: number): FoundCodingProblem[] {
  const shifted = found.filter(({ problem }) => problem.startsWith(SHIFTED));
  if (shifted.length < 20 || shifted.length * 2 < nRows) return [...found];
  const problem = `${shifted.length} of ${nRows} passages are not those that were drawn under their ids`;
  const remedy =
    'letters were lost in saving, or the rows were sorted in part: save as "CSV UTF-8" from the sheet as it was; if the ids and labels are right, take the column `text` out';
  return [...found.filter((one) => !shifted.includes(one)), { line: shifted[0]?.line ?? 1, problem, remedy }];
}

/** A coder's file: ids and labels, without text. */
export function writeLabels(labels: CoderLabels): string {
  return writeRows(
    ['id', 'label'],
    [...labels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, label]) => [id, label]),
  );
}
