import type { FeatureBuffer } from '../../learn/feature-buffer.ts';
import { scaleGroups } from '../../learn/linear-classifier.ts';
import type { LinearSection } from '../../learn/linear-model.ts';
import { softmaxInPlace } from '../../learn/softmax.ts';
import { NO_OPINION, type StanceAnnotator, type StanceInput, type StanceResult } from './annotator.ts';
import { primarySubtag, STANCE_CLASSES } from './gold.ts';
import { type UnseenWords, unseenShare } from './known-words.ts';
import type { PlacedWord } from './letter-features.ts';
import { createLetterSums, type LetterSums } from './letter-sums.ts';
import type { DomainRules, StanceModelCard } from './model-card.ts';
import { createStanceBuffer, createStanceFeatures, type StanceFeatureExtractor } from './stance-features.ts';
import type { TokenWindow } from './tokens.ts';
import { wholeProbabilities } from './whole-probabilities.ts';
import type { WordVectors } from './word-vectors.ts';

/** The classifier of one domain. */
export interface DomainClassifier {
  readonly rules: DomainRules;
  readonly hashed: LinearSection;
  /** Weights of the sums of word vectors; null where the model uses none. */
  readonly dense: LinearSection | null;
}

/** Everything that a model knows about one language. */
export interface LanguageModel {
  readonly domains: readonly DomainClassifier[];
  /** Tells the domain from the words of a text; null where there is one domain. */
  readonly domainChoice: LinearSection | null;
  readonly vectors: WordVectors | undefined;
  /** Which words the training texts hold; null in models made before that was kept. */
  readonly words: { readonly known: Int8Array; readonly unseen: UnseenWords } | null;
}

/** A model as loaded. */
export interface StanceModel {
  readonly card: StanceModelCard;
  readonly languages: ReadonlyMap<string, LanguageModel>;
}

/** At most this many places of a target are looked at; their logits are averaged. */
const SPANS_READ = 4;

/** A text of which nobody says what it is, or of a kind that the model has not learned, is read as a post. */
const UNSTATED_DOMAIN = 'posts';

/** The only feature group that tells domains apart: words and n-grams wherever they stand. */
const DOMAIN_GROUP = 0;

interface Scratch {
  readonly extract: StanceFeatureExtractor;
  readonly buffer: FeatureBuffer;
  /** Words of the window, whose letters are not in the buffer. */
  readonly words: { readonly word: PlacedWord; readonly hash: number }[];
  readonly lettersOf: (section: LinearSection) => LetterSums;
  /** Features of each group. */
  readonly counts: Float64Array;
  readonly sums: Int32Array;
  readonly logits: Float64Array;
}

/**
 * The embedded annotator: linear classifiers over hashed features and word vectors of the words around a masked
 * target, one for each language and domain. The domain is the one that the input states; `posts` where it states
 * none or one that the model has not learned; without that, the one that the words of the text are most like.
 */
export function createLinearStanceAnnotator({ card, languages }: StanceModel): StanceAnnotator {
  const groups = card.features.groupWeights.length;
  const scratch: Scratch = {
    extract: createStanceFeatures({ mask: 2 ** card.features.bits - 1, isReading: true }),
    buffer: createStanceBuffer(),
    words: [],
    lettersOf: rememberLetterSums(),
    counts: new Float64Array(groups),
    sums: new Int32Array(groups * 3),
    logits: new Float64Array(3),
  };
  return {
    name: card.name,
    version: card.version,
    trainedOn: card.trainingSets.map((set) => set.name),
    annotate: async (inputs) =>
      inputs.map((input) => {
        const model = languages.get(primarySubtag(input.language));
        if (model === undefined || input.text.trim() === '') return NO_OPINION;
        const { classifier, unseen } = judge(input, { ...scratch, model, features: card.features });
        const result = decide(scratch.logits, classifier.rules, card.abstainBelow);
        return unseen === null ? result : { ...result, ...unseen };
      }),
    close: () => undefined,
  };
}

/** Letter sums of each classifier, made when it first reads. */
function rememberLetterSums(): (section: LinearSection) => LetterSums {
  const made = new Map<LinearSection, LetterSums>();
  return (section) => {
    const found = made.get(section) ?? createLetterSums(section);
    made.set(section, found);
    return found;
  };
}

interface Work extends Scratch {
  readonly model: LanguageModel;
  readonly features: StanceModelCard['features'];
}

/** Fills the logits, averaged over the places of the target; says whose they are, and how new the words of the first place. */
function judge(
  input: StanceInput,
  work: Work,
): { readonly classifier: DomainClassifier; readonly unseen: Unseen | null } {
  const { buffer, logits, model } = work;
  const spans = Math.max(1, Math.min(SPANS_READ, input.spans.length));
  let chosen: DomainClassifier | undefined;
  let unseen: Unseen | null = null;
  logits.fill(0);
  for (let s = 0; s < spans; s++) {
    work.words.length = 0;
    const onWord = (word: PlacedWord, hash: number): void => void work.words.push({ word, hash });
    const window = work.extract(input, s, { into: buffer, vectors: model.vectors, onWord });
    if (s === 0 && model.words !== null) unseen = unseenIn(window, model.words);
    chosen ??=
      domainOf(input.domain ?? UNSTATED_DOMAIN, model) ??
      domainOf(UNSTATED_DOMAIN, model) ??
      likeliestDomain(buffer, model);
    addHashed(chosen.hashed, spans, work);
    if (chosen.dense !== null) addDense(chosen.dense, spans, work);
  }
  const classifier = chosen as DomainClassifier;
  for (let c = 0; c < 3; c++) logits[c]! += classifier.hashed.bias[c] as number;
  return { classifier, unseen };
}

type Unseen = Required<Pick<StanceResult, 'unseen' | 'outOfDomain'>>;

function unseenIn(
  window: TokenWindow,
  { known, unseen }: NonNullable<LanguageModel['words']>,
): Unseen | null {
  const share = unseenShare(window, known);
  return share === null ? null : { unseen: Math.round(share * 10_000), outOfDomain: share > unseen.limit };
}

function domainOf(name: string, { domains }: LanguageModel): DomainClassifier | undefined {
  return domains.find((one) => one.rules.domain === name);
}

function likeliestDomain(buffer: FeatureBuffer, { domains, domainChoice }: LanguageModel): DomainClassifier {
  if (domainChoice === null) return domains[0] as DomainClassifier;
  const { weights, classes, buckets, scale, bias } = domainChoice;
  const sums = new Int32Array(classes);
  let n = 0;
  for (let i = 0; i < buffer.length; i++) {
    if (buffer.groups[i] !== DOMAIN_GROUP) continue;
    n++;
    const at = ((buffer.buckets[i] as number) & (buckets - 1)) * classes;
    for (let d = 0; d < classes; d++) sums[d]! += weights[at + d] as number;
  }
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let d = 0; d < classes; d++) {
    const logit = (bias[d] as number) + ((sums[d] as number) * scale) / Math.sqrt(Math.max(1, n));
    if (logit > top) [best, top] = [d, logit];
  }
  return domains[best] as DomainClassifier;
}

function addHashed(section: LinearSection, spans: number, work: Work): void {
  const { weights, scale } = section;
  const { buffer, counts, sums, logits } = work;
  sums.fill(0);
  counts.fill(0);
  for (let i = 0; i < buffer.length; i++) {
    const at = (buffer.buckets[i] as number) * 3;
    const group = buffer.groups[i] as number;
    const g = group * 3;
    counts[group]! += 1;
    sums[g]! += weights[at] as number;
    sums[g + 1]! += weights[at + 1] as number;
    sums[g + 2]! += weights[at + 2] as number;
  }
  const addLetters = work.lettersOf(section);
  for (const { word, hash } of work.words) addLetters(word, hash, work);
  scaleGroups(counts, work.features.groupWeights);
  for (let g = 0; g < counts.length; g++)
    for (let c = 0; c < 3; c++)
      logits[c]! += ((sums[g * 3 + c] as number) * (counts[g] as number) * scale) / spans;
}

function addDense(
  { weights, scale }: LinearSection,
  spans: number,
  { buffer, logits, features }: Work,
): void {
  const { dense } = buffer;
  let [against, neither, favor] = [0, 0, 0];
  for (let i = 0; i < dense.length; i++) {
    const value = dense[i] as number;
    against += value * (weights[i * 3] as number);
    neither += value * (weights[i * 3 + 1] as number);
    favor += value * (weights[i * 3 + 2] as number);
  }
  const unit = (scale * features.vectorWeight) / spans;
  logits[0]! += against * unit;
  logits[1]! += neither * unit;
  logits[2]! += favor * unit;
}

/** Turns logits (which are overwritten) into a result by the rules of the card. */
export function decide(
  logits: Float64Array,
  rules: Omit<DomainRules, 'domain'>,
  abstainBelow: number,
): StanceResult {
  softmaxInPlace(logits, rules.temperature);
  const [against, neither, favor] = wholeProbabilities(logits);
  const top = Math.max(logits[0] as number, logits[1] as number, logits[2] as number);
  if (top < abstainBelow) return { label: 'abstain', against, neither, favor };
  let best = 0;
  let weight = -1;
  for (let c = 0; c < 3; c++) {
    const w = (logits[c] as number) * (rules.decisionWeights[c] as number);
    if (w > weight) [best, weight] = [c, w];
  }
  return { label: STANCE_CLASSES[best] as StanceResult['label'], against, neither, favor };
}
