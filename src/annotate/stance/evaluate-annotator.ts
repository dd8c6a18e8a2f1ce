import type { Evaluation, EvaluationScores, ScoresByStratum } from '../../domain/evaluation.ts';
import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import type { Prediction } from '../../learn/classification-scores.ts';
import type { StanceAnnotator, StanceResult } from './annotator.ts';
import { evaluationScores } from './evaluation-scores.ts';
import { type GoldRow, STANCE_CLASSES } from './gold.ts';
import { inputOfRow } from './pack-examples.ts';
import type { ScoringOptions } from './score-predictions.ts';

/** How {@link evaluateAnnotator} draws intervals, and what the file of gold data is called. */
export interface EvaluationOptions extends ScoringOptions {
  readonly gold: string;
}

interface ScoredRow {
  readonly row: GoldRow;
  readonly prediction: Prediction;
}

/** Fewer groups than this get a note: their intervals rest on few independent texts. */
const FEW_GROUPS = 20;

/**
 * Annotates coded mentions and scores the result, overall and by language, domain and target kind. The order of the
 * rows has no influence.
 * @param rows at least one
 */
export async function evaluateAnnotator(
  annotator: StanceAnnotator,
  rows: readonly GoldRow[],
  options: EvaluationOptions,
): Promise<Evaluation> {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const results = await annotator.annotate(sorted.map(inputOfRow));
  const scored = sorted.map((row, i): ScoredRow => ({ row, prediction: predictionOf(row, results[i]) }));
  const score = (some: readonly ScoredRow[]) =>
    evaluationScores(
      some.map((one) => one.prediction),
      some.map((one) => one.row.group),
      options,
    );
  const by = (nameOf: (row: GoldRow) => string): ScoresByStratum => {
    const strata = Map.groupBy(scored, ({ row }) => nameOf(row));
    const names = [...strata.keys()].sort();
    return Object.fromEntries(names.map((name) => [name, score(strata.get(name) ?? []).scores]));
  };
  const all = score(scored);
  const byLanguage = by((row) => (row.language.split('-')[0] as string).toLowerCase());
  const { name, version, trainedOn } = annotator;
  return {
    annotator: { name, version, trainedOn },
    gold: options.gold,
    intervals: { level: options.level, resamples: options.resamples, seed: options.seed },
    notes: notesOn(all.scores, { byLanguage, trainedOn, gold: options.gold }),
    ...all.scores,
    calibrationBins: all.calibrationBins,
    byLanguage,
    byDomain: by((row) => row.domain),
    byTargetKind: by((row) => row.targetKind ?? ''),
  };
}

function predictionOf(row: GoldRow, result: StanceResult | undefined): Prediction {
  const { against, neither, favor, label } = result as StanceResult;
  const decided = (STANCE_CLASSES as readonly string[]).indexOf(label);
  return {
    label: STANCE_CLASSES.indexOf(row.label),
    decided: decided < 0 ? null : decided,
    probabilities: [against, neither, favor].map((p) => p / PROBABILITY_UNIT),
  };
}

function notesOn(
  all: EvaluationScores,
  { byLanguage, trainedOn, gold }: Pick<Evaluation, 'byLanguage' | 'gold'> & { trainedOn: readonly string[] },
): string[] {
  const notes: string[] = [];
  const set = gold.replace(/\.[^.]+$/, '');
  if (trainedOn.includes(set))
    notes.push(`The annotator learned from a set called "${set}": on the same rows it scores too well.`);
  const missing = STANCE_CLASSES.filter((label) => all.perClass[label].n === 0);
  if (missing.length > 0)
    notes.push(`No row is coded ${missing.join(' or ')}: scores that need such rows are not estimable.`);
  const silent = Object.keys(byLanguage).filter(
    (name) => byLanguage[name]?.nAbstained === byLanguage[name]?.n,
  );
  if (silent.length > 0)
    notes.push(`The annotator says nothing on any row in ${silent.join(', ')}: it may not be made for that.`);
  if (all.nGroups === 1)
    notes.push('All rows are of one group: nothing says how groups differ, so intervals are 0 to 1.');
  else if (all.nGroups < FEW_GROUPS)
    notes.push(`${all.nGroups} groups are few: intervals of so few independent texts are wide and rough.`);
  return notes;
}
