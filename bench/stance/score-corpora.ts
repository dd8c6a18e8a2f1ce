import type { StanceAnnotator } from '../../src/annotate/stance/annotator.ts';
import { evaluateAnnotator } from '../../src/annotate/stance/evaluate-annotator.ts';
import { evaluationScores } from '../../src/annotate/stance/evaluation-scores.ts';
import type { StanceModelCard, StratumScores } from '../../src/annotate/stance/model-card.ts';
import type { ScoringOptions } from '../../src/annotate/stance/score-predictions.ts';
import type { EvaluationScores, Score } from '../../src/domain/evaluation.ts';
import type { Prediction } from '../../src/learn/classification-scores.ts';
import { BASELINES } from './baselines.ts';
import type { Corpus } from './corpora.ts';

/** Scores of one method on one domain of a data set; a card gives no interval for the F1 of one class. */
export interface ScoreLine {
  readonly set: string;
  readonly domain: string;
  readonly language: string;
  readonly foldsBy: Corpus['foldsBy'];
  readonly n: number;
  readonly nGroups: number;
  readonly method: string;
  readonly scores: Readonly<Record<ScoreName, Score | { readonly value: number }>>;
}

/** The scores that are compared. */
export type ScoreName = 'macroF1' | 'f1FavorAgainst' | 'f1Favor' | 'f1Against';

/** A shipped model and its card. */
export interface ShippedModel {
  readonly annotator: StanceAnnotator;
  readonly card: StanceModelCard;
}

class CardMismatchError extends Error {}

/** Domain under which all rows of a set with several domains are scored together. */
const ALL = 'all';

/** Scores every baseline, then the model, on each domain of a corpus. */
export async function scoreCorpus(corpus: Corpus, model: ShippedModel): Promise<ScoreLine[]> {
  const options = { ...model.card.validation, seed: model.card.seed };
  const domains = domainsOf(corpus);
  const lines = Object.entries(BASELINES).flatMap(([method, predict]) => {
    const predictions = predict(corpus, model.card.seed);
    return [...domains].map(([domain, places]) => {
      const scores = scorePlaces(corpus, { predictions, places }, options);
      return { ...headOf(corpus, domain, places), method, scores };
    });
  });
  const shipped = await shippedScores(corpus, model, options);
  for (const [domain, places] of domains) {
    const scores = shipped.get(domain);
    if (scores !== undefined)
      lines.push({ ...headOf(corpus, domain, places), method: model.card.name, scores });
  }
  return lines;
}

function domainsOf({ rows }: Corpus): ReadonlyMap<string, readonly number[]> {
  const places = rows.map((_, i) => i);
  const domains = Map.groupBy(places, (i) => rows[i]?.domain ?? '');
  return domains.size === 1 ? domains : new Map([...domains, [ALL, places]]);
}

function headOf({ name, foldsBy, rows }: Corpus, domain: string, places: readonly number[]) {
  const language = rows[places[0] as number]?.language ?? '';
  const nGroups = new Set(places.map((i) => rows[i]?.group)).size;
  return { set: name, domain, language, foldsBy, n: places.length, nGroups };
}

function scorePlaces(
  { rows }: Corpus,
  chosen: { readonly predictions: readonly Prediction[]; readonly places: readonly number[] },
  options: ScoringOptions,
): ScoreLine['scores'] {
  const predictions = chosen.places.map((i) => chosen.predictions[i] as Prediction);
  const groups = chosen.places.map((i) => rows[i]?.group ?? '');
  return headlines(evaluationScores(predictions, groups, options).scores);
}

function headlines({ macroF1, f1FavorAgainst, perClass }: EvaluationScores): ScoreLine['scores'] {
  return { macroF1, f1FavorAgainst, f1Favor: perClass.favor.f1, f1Against: perClass.against.f1 };
}

/** By domain: of the card where the model learned from the rows; else of the model as shipped. */
async function shippedScores(
  corpus: Corpus,
  { annotator, card }: ShippedModel,
  options: ScoringOptions,
): Promise<ReadonlyMap<string, ScoreLine['scores']>> {
  if (corpus.foldsBy === 'target') return new Map();
  if (corpus.inModel) {
    const domains = [...domainsOf(corpus)].filter(([domain]) => domain !== ALL);
    return new Map(domains.map(([domain, places]) => [domain, cardScores(corpus, card, { domain, places })]));
  }
  const { byDomain } = await evaluateAnnotator(annotator, corpus.rows, { ...options, gold: corpus.name });
  return new Map(Object.entries(byDomain).map(([domain, scores]) => [domain, headlines(scores)]));
}

function cardScores(
  { name, rows }: Corpus,
  card: StanceModelCard,
  { domain, places }: { readonly domain: string; readonly places: readonly number[] },
): ScoreLine['scores'] {
  const language = rows[places[0] as number]?.language;
  const found: StratumScores | undefined = card.languages.find((one) => one.language === language)?.byDomain[
    domain
  ];
  if (found?.n !== places.length)
    throw new CardMismatchError(
      `${name} has ${places.length} rows of domain ${domain}, the card of ${card.name} scores ${found?.n ?? 'none'}`,
    );
  const { macroF1, f1FavorAgainst, perClass } = found;
  const [f1Favor, f1Against] = [{ value: perClass.favor.f1 }, { value: perClass.against.f1 }];
  return { macroF1, f1FavorAgainst, f1Favor, f1Against };
}
