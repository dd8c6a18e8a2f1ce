import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodingWave, writeWave } from '../annotate/coding/coding-wave.ts';
import { type DrawnWave, drawWave, type PassageToCode } from '../annotate/coding/draw-wave.ts';
import { errorVariance } from '../annotate/coding/error-variance.ts';
import { markedPassage } from '../annotate/coding/marked-passage.ts';
import { type PlannedStratum, periodSegments, planStrata } from '../annotate/coding/plan-strata.ts';
import type { CodedMention } from '../domain/coding.ts';
import type { Period } from '../domain/estimate.ts';
import { type DocumentId, printId } from '../domain/identifiers.ts';
import { BugError, StudyError } from '../errors/errors.ts';
import { eventSpans } from '../measure/contrast-events.ts';
import { periodOfDays } from '../measure/time-bins.ts';
import { keyedDraw } from '../stats/sample-design.ts';
import { codedMentions, createCodings } from '../store/queries/codings.ts';
import { weightUnit } from '../store/queries/observation.ts';
import {
  countFrame,
  type FrameCellRow,
  frameMentions,
  type MentionTextRow,
  mentionTexts,
  type SampleFrame,
} from '../store/queries/sample-frame.ts';
import type { EventConfig, StudyConfig } from '../study/config.ts';
import { writeNamedFile } from './named-file.ts';
import { withLastRun } from './open-run.ts';
import { publishFolder, writeWhole } from './part-store.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { RunOptions, StageContext } from './run-context.ts';
import { sheetPaths } from './sheet-paths.ts';
import { adjudicateCodings, codingsFolder, waveFolder } from './study-codings.ts';

/** What is to be drawn. */
export interface SampleOptions {
  readonly n: number;
  /** Decides which mentions of a stratum are drawn; null = the seed of the study. */
  readonly seed: number | null;
  /** Name of the wave; null = the next free `wave-N`. */
  readonly wave: string | null;
  /** Ids of targets; empty = all that are no placebo. */
  readonly targets: readonly string[];
  /** Id of the event whose two sides are drawn from; null = the whole period. */
  readonly event: string | null;
  readonly nCoders: number;
  /** Mentions that every coder codes. */
  readonly overlap: number;
  /** Let the codings at hand say where the model errs. */
  readonly isAdaptive: boolean;
  /** File of the sheet; with several coders `-1`, `-2`, … stand before its ending. Null = `sheets/` beside the store. */
  readonly sheet: string | null;
  readonly delimiter: ',' | ';';
  /** ISO day. */
  readonly drawnOn: string;
}

/** What was drawn and where it lies. */
export interface DrawnSample {
  readonly wave: CodingWave;
  readonly folder: string;
  readonly sheets: readonly string[];
  /** Codings that said where to look. */
  readonly nCodingsUsed: number;
}

/**
 * Half of the way from proportional to Neyman allocation where only the model says how unsure it is; more where codings do.
 */
const NEYMAN_SHARE = { stated: 0.5, adaptive: 0.75 };

/** No mention has less than this share of the probability of a simple random sample. */
const LEAST_SHARE = 0.2;

/**
 * Draws mentions of the last run for coding, with a known probability each, and writes the sheets and the design. The same
 * run, study and wave give the same sample.
 * @throws {StudyError} where there is no run, the wave or the sheets are there already, or n is too small
 */
export async function sampleMentions(
  study: StudyConfig,
  options: SampleOptions,
  run: RunOptions,
): Promise<DrawnSample> {
  const wave = options.wave ?? nextWave(study);
  const folder = waveFolder(study, wave);
  if (existsSync(folder))
    throw usage(`wave ${wave} was drawn already: ${folder}; give another name with --wave`);
  const sheets = sheetPaths(options.sheet ?? join(run.out, 'sheets', `${wave}.csv`), options.nCoders);
  const there = sheets.find((path) => existsSync(path));
  if (there !== undefined) throw usage(`${there} is there already and may hold codings; nothing was changed`);
  await mkdir(codingsFolder(study), { recursive: true });
  return withLastRun(study, run, async (stage) => {
    await prepareObservations(stage);
    const codings = options.isAdaptive ? await codingsAtHand(stage) : [];
    const targets = options.targets.length > 0 ? options.targets : mainTargets(study);
    const seed = options.seed ?? study.seed;
    const { strata, passages } = await drawPassages(stage, { ...options, seed, wave, targets, codings });
    const drawn = drawWave(
      passages,
      {
        wave,
        study: study.id,
        studyDigest: study.digest,
        seed,
        drawnOn: options.drawnOn,
        isAdaptive: codings.length > 0,
        nSheets: options.nCoders,
        strata: strata.map(({ cells: _cells, ...stratum }) => stratum),
        overlap: options.overlap,
      },
      {
        targetLabel: (id) => study.targets.find((one) => one.id === id)?.label ?? id,
        delimiter: options.delimiter,
      },
    );
    await writeSample(drawn, { folder, sheets });
    return { wave: drawn.wave, folder, sheets, nCodingsUsed: codings.length };
  });
}

function usage(problem: string): StudyError {
  return new StudyError('cli/usage', { problem });
}

function mainTargets({ targets }: StudyConfig): string[] {
  return targets.filter(({ placebo }) => !placebo).map(({ id }) => id);
}

function nextWave(study: StudyConfig): string {
  for (let n = 1; ; n++) if (!existsSync(waveFolder(study, `wave-${n}`))) return `wave-${n}`;
}

async function codingsAtHand({ study, database, corpus, codings }: StageContext): Promise<CodedMention[]> {
  await createCodings(database, corpus.annotation, adjudicateCodings(codings).codings);
  return codedMentions(database, weightUnit(study.weights));
}

interface DrawOptions {
  readonly n: number;
  readonly seed: number;
  readonly wave: string;
  readonly targets: readonly string[];
  readonly event: string | null;
  readonly codings: readonly CodedMention[];
}

async function drawPassages(
  { study, database, corpus }: StageContext,
  { n, seed, wave, targets, event, codings }: DrawOptions,
): Promise<{ readonly strata: readonly PlannedStratum[]; readonly passages: readonly PassageToCode[] }> {
  const segments = event === null ? periodSegments(study) : eventSegments(study, event);
  const frame: SampleFrame = { annotation: corpus.annotation, targets, segments };
  const all = await countFrame(database, frame);
  const counted = event === null ? all : comparable(all, study.measure.minimumMentions);
  if (counted.length === 0)
    throw usage(
      event === null
        ? `no mention of ${targets.join(', ')} lies in the period of the study`
        : `no class has ${study.measure.minimumMentions} mentions of ${targets.join(', ')} on both sides of ${event}`,
    );
  const cells = counted.map((cell) => ({ ...cell, errorVariance: errorVariance(cell, codings) }));
  const strata = planStrata(cells, {
    n,
    segments,
    neymanShare: codings.length > 0 ? NEYMAN_SHARE.adaptive : NEYMAN_SHARE.stated,
    leastShare: LEAST_SHARE,
  });
  const stratumOf = new Map(strata.flatMap((one, h) => one.cells.map((cell) => [cellKey(cell), h] as const)));
  const draw = keyedDraw(
    strata.map(({ nDrawn }) => nDrawn),
    `${seed}/${wave}`,
  );
  for await (const mention of frameMentions(database, frame)) {
    const stratum = stratumOf.get(cellKey(mention));
    if (stratum === undefined) continue; // Of a class that cannot be compared.
    draw.add({ id: `${printId(mention.documentId as DocumentId)} ${mention.target}`, stratum });
  }
  const stratumOfMention = new Map(
    draw.drawn().flatMap((ids, h) => ids.map((id) => [id, (strata[h] as PlannedStratum).id] as const)),
  );
  const texts = await mentionTexts(
    database,
    corpus,
    [...stratumOfMention.keys()].map((id) => {
      const [documentId, target] = id.split(' ') as [string, string];
      return { documentId: BigInt(`0x${documentId}`), target };
    }),
  );
  const passages = texts.map((row) => {
    const documentId = printId(row.documentId as DocumentId);
    const stratum = stratumOfMention.get(`${documentId} ${row.target}`) ?? '';
    return { documentId, target: row.target, language: row.language, stratum, passage: passageOf(row) };
  });
  return { strata, passages };
}

/** The days compared on each side of an event. */
function eventSegments({ events, period, measure }: StudyConfig, id: string): Period[] {
  const event = events.find((one) => one.id === id) as EventConfig;
  const { before, after } = eventSpans(event, period, measure);
  return [before, after].map(({ start, end }) => periodOfDays(start, end));
}

/** The cells of targets and classes that have enough mentions on both sides to be compared: coding others corrects nothing. */
function comparable(cells: readonly FrameCellRow[], minimumMentions: number): FrameCellRow[] {
  return [...Map.groupBy(cells, (cell) => JSON.stringify([cell.target, cell.class])).values()]
    .filter((mine) =>
      [0, 1].every(
        (side) =>
          mine.reduce((sum, one) => sum + (one.segment === side ? one.nMentions : 0), 0) >= minimumMentions,
      ),
    )
    .flat();
}

function cellKey(cell: {
  readonly target: string;
  readonly class: string;
  readonly segment: number;
  readonly modelLabel: string;
}): string {
  return `${cell.target} ${cell.class} ${cell.segment} ${cell.modelLabel}`;
}

/** The words around a mention, in the text of its document where it stands. */
function passageOf({ matched, start, end, text, quoted, sharedHeadline }: MentionTextRow): string {
  const found = [text, quoted, sharedHeadline].find((part) => part?.slice(start, end) === matched);
  if (found == null) throw new BugError(`a mention of "${matched}" does not stand where it was found`);
  return markedPassage({ text: found, start, end });
}

async function writeSample(
  { wave, sheets }: DrawnWave,
  to: { readonly folder: string; readonly sheets: readonly string[] },
): Promise<void> {
  for (const [i, sheet] of sheets.entries()) await writeNamedFile(to.sheets[i] as string, sheet);
  const files = writeWave(wave);
  await publishFolder(to.folder, async (unfinished) => {
    await writeWhole(join(unfinished, 'design.csv'), files.design);
    await writeWhole(join(unfinished, 'wave.json'), files.wave);
  });
}
