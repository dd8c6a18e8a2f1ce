import { hash } from 'node:crypto';
import { z } from 'zod';
import { STANCE_LABELS, type StanceLabel } from '../../domain/stance.ts';
import { StudyProblems } from '../../errors/errors.ts';
import { codingProblem, type FoundCodingProblem, refuseProblems } from './coding-problem.ts';
import { readRows } from './read-rows.ts';
import { writeRows } from './write-rows.ts';

/** A stratum of a wave as its file keeps it. */
export interface WaveStratum {
  readonly id: string;
  readonly target: string;
  readonly class: string;
  readonly start: string;
  readonly end: string;
  readonly modelLabel: StanceLabel | null;
  readonly nPopulation: number;
  readonly nDrawn: number;
}

/** A mention that was drawn for coding. */
export interface DrawnMention {
  /** Opaque id on the coding sheets; no other wave uses it. */
  readonly id: string;
  /** Sixteen hexadecimal digits. */
  readonly documentId: string;
  readonly target: string;
  readonly stratum: string;
  readonly inclusionProbability: number;
  /** Numbers of the sheets it stands on. */
  readonly sheets: readonly number[];
  /** Digest of the passage shown. */
  readonly passage: string;
}

/** A probability sample of mentions for coding, as it was drawn. */
export interface CodingWave {
  readonly wave: string;
  readonly study: string;
  readonly studyDigest: string;
  readonly seed: number;
  /** ISO day. */
  readonly drawnOn: string;
  readonly isAdaptive: boolean;
  readonly nSheets: number;
  readonly strata: readonly WaveStratum[];
  readonly mentions: readonly DrawnMention[];
}

const whole = z.int().nonnegative();

const WAVE_FILE = z.strictObject({
  schema: z.literal('groundswell-wave/1'),
  wave: z.string(),
  study: z.string(),
  studyDigest: z.string(),
  seed: z.int(),
  drawnOn: z.iso.date(),
  isAdaptive: z.boolean(),
  nSheets: z.int().positive(),
  designDigest: z.string(),
  strata: z.array(
    z.strictObject({
      id: z.string(),
      target: z.string(),
      class: z.string(),
      start: z.iso.date(),
      end: z.iso.date(),
      modelLabel: z.enum(STANCE_LABELS).nullable(),
      nPopulation: whole,
      nDrawn: whole,
    }),
  ),
});

const DESIGN_COLUMNS = [
  'id',
  'document_id',
  'target',
  'stratum',
  'inclusion_probability',
  'sheets',
  'passage',
] as const;

/** The two files of a wave: what was drawn, row by row, and how. Neither holds text. */
export interface WaveFiles {
  readonly design: string;
  readonly wave: string;
}

/** A wave as files: `design.csv` and `wave.json`. */
export function writeWave({ mentions, ...wave }: CodingWave): WaveFiles {
  const sorted = [...mentions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const design = writeRows(
    DESIGN_COLUMNS,
    sorted.map((one) => [
      one.id,
      one.documentId,
      one.target,
      one.stratum,
      one.inclusionProbability,
      one.sheets.join('+'),
      one.passage,
    ]),
  );
  const file = { schema: 'groundswell-wave/1', ...wave, designDigest: digestOf(design) };
  return { design, wave: `${JSON.stringify(file, null, 1)}\n` };
}

/** Where the files of a wave are, for messages. */
export interface WavePaths {
  readonly design: string;
  readonly wave: string;
}

const RESTORE =
  'put the file back as `groundswell sample` wrote it: probabilities cannot be made up afterwards';

/**
 * Reads the files of a wave back and checks that they are as they were drawn.
 * @throws {StudyProblems} `codings/invalid`
 */
export function readWave(files: WaveFiles, paths: WavePaths): CodingWave {
  const parsed = WAVE_FILE.safeParse(jsonOf(files.wave));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const problem = `not the description of a wave: ${issue?.path.join('.') || 'file'}: ${issue?.message ?? ''}`;
    throw new StudyProblems([codingProblem({ path: paths.wave, line: 1 }, problem, RESTORE)]);
  }
  const { designDigest, schema: _schema, ...wave } = parsed.data;
  const rows = readRows({ content: Buffer.from(files.design), path: paths.design }, DESIGN_COLUMNS);
  const mentions = rows.map(({ cells }): DrawnMention => {
    const cell = (name: (typeof DESIGN_COLUMNS)[number]): string => cells[name] ?? '';
    return {
      id: cell('id'),
      documentId: cell('document_id'),
      target: cell('target'),
      stratum: cell('stratum'),
      inclusionProbability: Number(cell('inclusion_probability')),
      sheets: cell('sheets').split('+').map(Number),
      passage: cell('passage'),
    };
  });
  const lines = rows.map(({ line }) => line);
  refuseProblems(paths.design, designProblems({ ...wave, mentions }, lines));
  if (digestOf(files.design) !== designDigest) {
    const problem = 'the design was changed after it was drawn';
    refuseProblems(paths.design, [{ line: 1, problem, remedy: RESTORE }]);
  }
  return { ...wave, mentions };
}

/** What does not fit together in a wave. */
function designProblems({ mentions, strata }: CodingWave, lines: readonly number[]): FoundCodingProblem[] {
  const known = new Map(strata.map((one) => [one.id, one]));
  const drawn = new Map<string, number>();
  const seen = new Set<string>();
  const found = mentions.flatMap((one, i) => {
    const at = (problem: string): FoundCodingProblem[] => [{ line: lines[i] ?? 1, problem, remedy: RESTORE }];
    const stratum = known.get(one.stratum);
    const repeated = seen.has(one.id);
    seen.add(one.id);
    drawn.set(one.stratum, (drawn.get(one.stratum) ?? 0) + 1);
    if (repeated) return at(`id ${one.id} stands in the design twice`);
    if (!/^m[0-9a-f]{12}$/.test(one.id)) return at(`"${one.id}" is not the id of a drawn mention`);
    if (!/^[0-9a-f]{16}$/.test(one.documentId)) return at(`"${one.documentId}" is not a document id`);
    if (stratum === undefined) return at(`stratum "${one.stratum}" is not one of the wave`);
    if (one.inclusionProbability !== stratum.nDrawn / stratum.nPopulation)
      return at(`the inclusion probability of ${one.id} is not that of its stratum`);
    return [];
  });
  const short = strata.filter((one) => (drawn.get(one.id) ?? 0) !== one.nDrawn);
  return [
    ...found,
    ...short.map(({ id, nDrawn }) => {
      const problem = `${drawn.get(id) ?? 0} mentions of stratum ${id}, where ${nDrawn} were drawn`;
      return { line: 1, problem, remedy: RESTORE };
    }),
  ];
}

/** Line breaks count as one kind: a version control system may have changed them. */
function digestOf(design: string): string {
  return hash('sha256', design.replaceAll('\r\n', '\n'), 'hex');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
