import { beforeAll, describe, expect, test } from 'vitest';
import type { StanceAnnotator, StanceResult } from '../../src/annotate/stance/annotator.ts';
import { DEFAULT_STANCE_MODEL, loadStanceAnnotator } from '../../src/annotate/stance/load-annotator.ts';
import { createTargetMatcher, type TargetMatcher } from '../../src/annotate/target-matcher.ts';
import type { CaseLanguage } from './case-table.ts';
import {
  COUNTRIES,
  type Country,
  fillSentence,
  SECOND_NAME_SENTENCES,
  SWAP_SENTENCES,
} from './swap-countries.ts';

const LANGUAGES: readonly CaseLanguage[] = ['ru', 'en', 'zh'];

let annotator: StanceAnnotator;

beforeAll(async () => {
  annotator = await loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
});

type Matchers = ReadonlyMap<Country, TargetMatcher>;

/** One matcher a country, as a study would have it. */
function matchersOf(language: CaseLanguage, withCapital: boolean): Matchers {
  return new Map(
    COUNTRIES[language].map((country) => {
      const { id } = country;
      const names = withCapital ? [...country.aliases, `=${country.slots['k']}`] : country.aliases;
      return [
        country,
        createTargetMatcher(
          [{ id, label: id, placebo: false, aliases: { [language]: names }, exclude: {} }],
          [],
        ),
      ];
    }),
  );
}

/** What the model says of each sentence with each country in it. */
async function swap(
  sentences: readonly string[],
  language: CaseLanguage,
  matchers: Matchers,
): Promise<Swap[]> {
  const swaps: Swap[] = [];
  for (const sentence of sentences) {
    swaps.push(
      compare(
        await annotator.annotate(
          [...matchers].map(([country, matcher]) => {
            const text = fillSentence(sentence, country);
            const spans = matcher.find(text).targets.get(0);
            if (spans === undefined) throw new Error(`${country.id} not found in: ${text}`);
            return { text, spans, language };
          }),
        ),
      ),
    );
  }
  return swaps;
}

interface Swap {
  /** Mean over all pairs of countries of the share of probability that moves, 0–1. */
  readonly shift: number;
  /** Share of pairs with different labels. */
  readonly flips: number;
}

function compare(results: readonly StanceResult[]): Swap {
  let [pairs, shift, flips] = [0, 0, 0];
  results.forEach((a, i) => {
    for (const b of results.slice(i + 1)) {
      pairs++;
      shift +=
        (Math.abs(a.against - b.against) + Math.abs(a.neither - b.neither) + Math.abs(a.favor - b.favor)) /
        20_000;
      if (a.label !== b.label) flips++;
    }
  });
  return { shift: shift / pairs, flips: flips / pairs };
}

function average(swaps: readonly Swap[]): Swap {
  const mean = (of: (one: Swap) => number): number =>
    swaps.reduce((sum, one) => sum + of(one), 0) / swaps.length;
  return { shift: mean((one) => one.shift), flips: mean((one) => one.flips) };
}

function show(what: string, { shift, flips }: Swap): void {
  if (process.env['ROBUSTNESS_TABLE'] !== undefined)
    process.stdout.write(`${what}: mean shift ${shift.toFixed(4)}, flips ${(100 * flips).toFixed(1)} %\n`);
}

describe.each(LANGUAGES)('twelve countries exchanged in %s', (language) => {
  test('shift probabilities by at most .01 and flip at most 2 % of the labels', async () => {
    const sentences = SWAP_SENTENCES[language];
    const swaps = await swap(sentences, language, matchersOf(language, false));
    const all = average(swaps);
    show(`${language}, ${sentences.length} sentences`, all);
    swaps.forEach((one, i) => {
      if (one.shift > 0) show(`  ${sentences[i]}`, one);
    });
    expect(all.shift).toBeLessThanOrEqual(0.01);
    expect(all.flips).toBeLessThanOrEqual(0.02);
  });

  test('also where the capital stands beside the country, if it is an alias', async () => {
    const sentences = SECOND_NAME_SENTENCES[language];
    show(
      `${language}, capital no alias`,
      average(await swap(sentences, language, matchersOf(language, false))),
    );
    const all = average(await swap(sentences, language, matchersOf(language, true)));
    show(`${language}, capital an alias`, all);
    expect(all.shift).toBeLessThanOrEqual(0.01);
    expect(all.flips).toBeLessThanOrEqual(0.02);
  });
});
