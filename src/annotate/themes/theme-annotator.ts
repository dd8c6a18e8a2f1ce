import type { LinearSection } from '../../learn/linear-model.ts';
import { sentenceAround } from '../../text/sentences.ts';
import { themeProbability } from './theme-classifier.ts';
import { createPassageFeatures, type PassageFeatures } from './theme-features.ts';
import type { ThemeModel } from './theme-model.ts';

/** Says which themes the words around a target speak of. */
export interface ThemeAnnotator {
  /** Themes it decides about. */
  readonly knows: ReadonlySet<string>;
  /** Those of the themes it knows that a passage has; none is an answer. */
  read(passage: string): ReadonlySet<string>;
  /** Those that stand around the target's places `spans` of a text; none is an answer. */
  find(text: string, spans: readonly (readonly [start: number, end: number])[]): ReadonlySet<string>;
}

/** At most this many places of a target are looked at. */
const SPANS_READ = 4;
/** Longest passage read, UTF-16 code units. */
const PASSAGE = 300;

/**
 * A mention has a theme where the sentence around any place of its target has it. The sentence, and not the document:
 * a long post speaks of many things, and a theme of the mention is what is said where the target is named. A sentence of
 * more than 300 code units is cut around the place.
 */
export function createThemeAnnotator(model: ThemeModel): ThemeAnnotator {
  const { card, sections } = model;
  const features = createPassageFeatures(card.bits);
  const classifiers = card.themes.map((rule, i) => ({ ...rule, section: sections[i] as LinearSection }));
  const read = (passage: string): ReadonlySet<string> => {
    features.read(passage);
    const has = ({ threshold, section }: (typeof classifiers)[number]): boolean =>
      themeProbability(logitOf(section, features)) >= threshold;
    return new Set(classifiers.filter(has).map((one) => one.theme));
  };
  return {
    knows: new Set(card.themes.map((one) => one.theme)),
    read,
    find: (text, spans) => new Set(passagesAround(text, spans).flatMap((passage) => [...read(passage)])),
  };
}

function passagesAround(text: string, spans: readonly (readonly [number, number])[]): string[] {
  const passages = spans.slice(0, SPANS_READ).map(([start, end]) => {
    const passage = sentenceAround(text, { start, end, maximumLength: PASSAGE });
    return text.slice(passage.start, passage.end);
  });
  return [...new Set(passages)];
}

function logitOf({ weights, scale, bias }: LinearSection, { buffer, scales }: PassageFeatures): number {
  let [ofWords, ofLetters] = [0, 0];
  for (let i = 0; i < buffer.length; i++) {
    const weight = weights[buffer.buckets[i] as number] as number;
    if (buffer.groups[i] === 0) ofWords += weight;
    else ofLetters += weight;
  }
  const sum = ofWords * (scales[0] as number) + ofLetters * (scales[1] as number);
  return sum * scale + (bias[0] as number);
}
