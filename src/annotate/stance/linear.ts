import { createFeatureBuffer, type FeatureBuffer } from '../../learn/feature-buffer.ts';
import { groupScales } from '../../learn/linear-classifier.ts';
import type { LinearSection } from '../../learn/linear-model.ts';
import { softmaxInPlace } from '../../learn/softmax.ts';
import { NO_OPINION, type StanceAnnotator, type StanceInput, type StanceResult } from './annotator.ts';
import { STANCE_CLASSES } from './gold.ts';
import type { LanguageCard, StanceModelCard } from './model-card.ts';
import { createStanceFeatures, FEATURE_CAPACITY, type StanceFeatureExtractor } from './stance-features.ts';
import { wholeProbabilities } from './whole-probabilities.ts';

/** A model as loaded: the card and one classifier per language of the card. */
export interface StanceModel {
  readonly card: StanceModelCard;
  readonly sections: readonly LinearSection[];
}

/** At most this many places of a target are looked at; their logits are averaged. */
const SPANS_READ = 4;

interface Scratch {
  readonly extract: StanceFeatureExtractor;
  readonly buffer: FeatureBuffer;
  readonly scales: Float64Array;
  readonly sums: Int32Array;
  readonly logits: Float64Array;
}

/** The embedded annotator: a linear classifier over hashed features of the words around a masked target. */
export function createLinearStanceAnnotator(model: StanceModel): StanceAnnotator {
  const { card } = model;
  const languages = new Map(
    card.languages.map((language, i) => [language.language, { language, section: model.sections[i] }]),
  );
  const groups = card.features.groupWeights.length;
  const scratch: Scratch = {
    extract: createStanceFeatures(2 ** card.features.bits - 1),
    buffer: createFeatureBuffer(FEATURE_CAPACITY),
    scales: new Float64Array(groups),
    sums: new Int32Array(groups * 3),
    logits: new Float64Array(3),
  };
  return {
    name: card.name,
    version: card.version,
    trainedOn: card.trainingSets.map((set) => set.name),
    annotate: async (inputs) =>
      inputs.map((input) => {
        const found = languages.get(primarySubtag(input.language));
        if (found?.section === undefined || input.text.trim() === '') return NO_OPINION;
        addLogits(input, { ...scratch, section: found.section, groupWeights: card.features.groupWeights });
        return decide(scratch.logits, found.language, card.abstainBelow);
      }),
    close: () => undefined,
  };
}

function primarySubtag(language: string): string {
  const dash = language.indexOf('-');
  return (dash < 0 ? language : language.slice(0, dash)).toLowerCase();
}

interface Work extends Scratch {
  readonly section: LinearSection;
  readonly groupWeights: readonly number[];
}

function addLogits(input: StanceInput, work: Work): void {
  const { section, logits, buffer, scales, sums } = work;
  const { weights, scale } = section;
  const spans = Math.max(1, Math.min(SPANS_READ, input.spans.length));
  logits.fill(0);
  for (let s = 0; s < spans; s++) {
    work.extract(input, s, buffer);
    groupScales(buffer, work.groupWeights, scales);
    sums.fill(0);
    for (let i = 0; i < buffer.length; i++) {
      const at = (buffer.buckets[i] as number) * 3;
      const g = (buffer.groups[i] as number) * 3;
      sums[g]! += weights[at] as number;
      sums[g + 1]! += weights[at + 1] as number;
      sums[g + 2]! += weights[at + 2] as number;
    }
    for (let g = 0; g < scales.length; g++)
      for (let c = 0; c < 3; c++)
        logits[c]! += ((sums[g * 3 + c] as number) * (scales[g] as number) * scale) / spans;
  }
  for (let c = 0; c < 3; c++) logits[c]! += section.bias[c] as number;
}

/** Turns logits (which are overwritten) into a result by the rules of the card. */
export function decide(logits: Float64Array, language: LanguageRules, abstainBelow: number): StanceResult {
  softmaxInPlace(logits, language.temperature);
  const [against, neither, favor] = wholeProbabilities(logits);
  const top = Math.max(logits[0] as number, logits[1] as number, logits[2] as number);
  if (top < abstainBelow) return { label: 'abstain', against, neither, favor };
  let best = 0;
  let weight = -1;
  for (let c = 0; c < 3; c++) {
    const w = (logits[c] as number) * (language.decisionWeights[c] as number);
    if (w > weight) [best, weight] = [c, w];
  }
  return { label: STANCE_CLASSES[best] as StanceResult['label'], against, neither, favor };
}

/** The part of a language's card that decides. */
export type LanguageRules = Pick<LanguageCard, 'temperature' | 'decisionWeights'>;
