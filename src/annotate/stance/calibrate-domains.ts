import type { Prediction } from '../../learn/classification-scores.ts';
import { softmaxInPlace } from '../../learn/softmax.ts';
import { fitTemperature } from '../../learn/temperature.ts';
import { chooseDecisionWeights } from './decision-weights.ts';
import { type GoldRow, STANCE_CLASSES } from './gold.ts';
import { decide } from './linear.ts';
import type { DomainRules, LanguageCard, StratumScores } from './model-card.ts';
import { classOf } from './pack-examples.ts';
import { scorePredictions } from './score-predictions.ts';

/** Out-of-fold logits and what they are scored by. */
export interface OutOfFold {
  readonly names: readonly string[];
  readonly domainOf: (row: GoldRow) => number;
  /** By place of the row. */
  readonly logits: ReadonlyMap<number, Float64Array>;
  readonly folds: Int32Array;
  readonly settings: { readonly resamples: number; readonly abstainBelow: number; readonly folds: number };
  readonly seed: number;
}

interface Judged {
  readonly place: number;
  readonly row: GoldRow;
  readonly fold: number;
  readonly logits: Float64Array;
  readonly label: number;
}

/**
 * Fits temperature and decision weights of each domain on its out-of-fold logits. The scores of a fold are of labels
 * decided by weights chosen on the other folds. A domain without scored rows takes the temperature of its language and
 * decides for the most probable class.
 */
export function calibrateDomains(
  rows: readonly { readonly row: GoldRow }[],
  out: OutOfFold,
): Pick<LanguageCard, 'domains' | 'scores' | 'byDomain'> {
  const judged = [...out.logits].map(([place, logits]): Judged => {
    const { row } = rows[place] as { readonly row: GoldRow };
    return { place, row, fold: out.folds[place] as number, logits, label: classOf(row) };
  });
  const common = fitTemperature(judged);
  const predictions = new Map<number, Prediction>();
  const domains = out.names.map((domain, d): DomainRules => {
    const mine = judged.filter(({ row }) => out.domainOf(row) === d);
    if (mine.length === 0) return { domain, temperature: common, decisionWeights: [1, 1, 1] };
    const temperature = fitTemperature(mine);
    for (let fold = 0; fold < out.settings.folds; fold++) {
      const decisionWeights = weightsFor(mine, temperature, fold);
      for (const one of mine)
        if (one.fold === fold)
          predictions.set(
            one.place,
            predict(one, { temperature, decisionWeights }, out.settings.abstainBelow),
          );
    }
    return { domain, temperature, decisionWeights: weightsFor(mine, temperature, -1) };
  });
  const score = (some: readonly Judged[]): StratumScores =>
    scorePredictions(
      some.map(({ place }) => predictions.get(place) as Prediction),
      some.map(({ row }) => row.group),
      { resamples: out.settings.resamples, level: 0.95, seed: out.seed },
    );
  const strata = Map.groupBy(judged, ({ row }) => row.domain);
  const names = [...strata.keys()].sort();
  const byDomain = Object.fromEntries(names.map((name) => [name, score(strata.get(name) ?? [])]));
  return { domains, scores: score(judged), byDomain };
}

/** Decision weights from all rows outside a fold. */
function weightsFor(rows: readonly Judged[], temperature: number, fold: number): [number, number, number] {
  const rest = rows.filter((one) => one.fold !== fold);
  return chooseDecisionWeights(
    rest.map((one) => one.label),
    rest.map((one) => probabilities(one.logits, temperature)),
  );
}

function probabilities(logits: Float64Array, temperature: number): Float64Array {
  const p = Float64Array.from(logits);
  softmaxInPlace(p, temperature);
  return p;
}

function predict(
  { label, logits }: Judged,
  rules: Omit<DomainRules, 'domain'>,
  abstainBelow: number,
): Prediction {
  const result = decide(Float64Array.from(logits), rules, abstainBelow);
  const decided = (STANCE_CLASSES as readonly string[]).indexOf(result.label);
  return {
    label,
    decided: decided < 0 ? null : decided,
    probabilities: probabilities(logits, rules.temperature),
  };
}
