import type { Agreement, ComparedAnnotator, DifferingRow } from '../../domain/agreement.ts';
import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import { agreementScores, type LabelUnit } from './agreement-scores.ts';
import type { StanceAnnotator, StanceResult } from './annotator.ts';
import { type SampleRow, STANCE_CLASSES } from './gold.ts';
import { inputOfRow } from './pack-examples.ts';
import type { ScoringOptions } from './score-predictions.ts';

/** An annotator under the name it has in a comparison. */
export interface NamedAnnotator {
  readonly name: string;
  readonly annotator: StanceAnnotator;
}

/** How {@link compareAnnotators} draws intervals and which rows it lists. */
export interface ComparisonOptions extends ScoringOptions {
  /** Name of the file of the sample. */
  readonly sample: string;
  /** List at most so many differing rows. */
  readonly nRows: number;
  /** Give the texts of those rows. */
  readonly withTexts: boolean;
}

/** What one annotator says of all rows. */
interface Voice extends Omit<ComparedAnnotator, 'nAbstained'> {
  readonly results: readonly StanceResult[];
}

/** The name under which the labels of the file are compared. */
export const CODED = 'coded';

/** Fewer groups than this get a note. */
const FEW_GROUPS = 20;

/**
 * Annotates the same rows by several annotators and says how they agree. Where rows are coded, the codings are one
 * annotator more. The order of the rows has no influence.
 * @param rows at least one
 */
export async function compareAnnotators(
  annotators: readonly NamedAnnotator[],
  rows: readonly SampleRow[],
  options: ComparisonOptions,
): Promise<Agreement> {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const inputs = sorted.map(inputOfRow);
  const voices: Voice[] = [];
  for (const { name, annotator } of annotators) {
    const { version, trainedOn } = annotator;
    voices.push({ name, version, trainedOn, results: await annotator.annotate(inputs) });
  }
  if (sorted.some((row) => row.label !== null))
    voices.push({ name: CODED, version: null, trainedOn: [], results: sorted.map(resultOfCoding) });
  const units = sorted.map((_, i): LabelUnit => voices.map(({ results }) => placeOf(results[i])));
  const groups = sorted.map((row) => row.group);
  const { alpha, share, pairs } = agreementScores(units, groups, options);
  const differing = differingRows(sorted, voices, options);
  const nGroups = new Set(groups).size;
  const nameOf = (index: number): string => voices[index]?.name ?? '';
  return {
    sample: options.sample,
    intervals: { level: options.level, resamples: options.resamples, seed: options.seed },
    notes:
      nGroups < FEW_GROUPS ? [`Groups: ${nGroups}. Intervals of so few independent texts are rough.`] : [],
    n: sorted.length,
    nGroups,
    annotators: voices.map(({ results, ...voice }) => ({
      ...voice,
      nAbstained: results.filter((result) => result.label === 'abstain').length,
    })),
    alpha,
    share,
    pairs: pairs.map(({ a, b, ...pair }) => ({ a: nameOf(a), b: nameOf(b), ...pair })),
    nDiffering: differing.length,
    rows: differing.slice(0, options.nRows),
  };
}

function placeOf(result: StanceResult | undefined): number | null {
  const place = (STANCE_CLASSES as readonly string[]).indexOf(result?.label ?? 'abstain');
  return place < 0 ? null : place;
}

/** A coder is sure; a row nobody coded counts as an abstention. */
function resultOfCoding({ label }: SampleRow): StanceResult {
  const of = (one: string): number => (label === one ? PROBABILITY_UNIT : 0);
  return { label: label ?? 'abstain', against: of('against'), neither: of('neither'), favor: of('favor') };
}

function differingRows(
  rows: readonly SampleRow[],
  voices: readonly Voice[],
  options: ComparisonOptions,
): DifferingRow[] {
  const found = rows.flatMap((row, i): DifferingRow[] => {
    const said = voices.map(({ name, results }) => [name, results[i] as StanceResult] as const);
    const decided = said.map(([, result]) => result).filter((result) => result.label !== 'abstain');
    if (new Set(decided.map((result) => result.label)).size < 2) return [];
    const { id, target, text } = row;
    const labels = Object.fromEntries(said.map(([name, result]) => [name, result.label]));
    const difference = meanDistance(decided);
    return [{ id, difference, labels, ...(options.withTexts ? { target, text } : {}) }];
  });
  // The rows come in the order of their ids, and the sort keeps it where the difference is the same.
  return found.sort((a, b) => b.difference - a.difference);
}

function meanDistance(results: readonly StanceResult[]): number {
  let [sum, pairs] = [0, 0];
  results.forEach((a, i) => {
    for (const b of results.slice(i + 1)) {
      sum += STANCE_CLASSES.reduce((total, label) => total + Math.abs(a[label] - b[label]), 0);
      pairs++;
    }
  });
  return sum / (2 * pairs * PROBABILITY_UNIT);
}
