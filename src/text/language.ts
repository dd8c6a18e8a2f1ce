import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createCyrillicIdentifier } from './cyrillic-language.ts';
import { CYRILLIC_WORDS, LATIN_WORDS } from './frequent-words.ts';
import { createHanVariants, type HanVariants } from './han-variants.ts';
import type { IdentifiedLanguage } from './identified-language.ts';
import { createWordVoter, isNoise, isSpace, type WordVotes } from './word-votes.ts';

/** Identifies the language of a text. */
export interface LanguageIdentifier {
  /** One call costs a few microseconds, whatever the length: only the first 300 units are read. */
  identify(text: string): IdentifiedLanguage;
}

/** Only so much of a text is read: the beginning decides. */
const PREFIX = 300;

/** And so much is scored by n-grams where letters and words do not decide. */
const SCORED_PREFIX = 140;

const UNDETERMINED: IdentifiedLanguage = { language: 'und', confidence: 0 };

/**
 * Identifies languages by script; then by letters and spellings that one language has and its neighbours lack; then
 * by frequent words; and only where these do not decide by n-gram scores (the library `eld`, loaded when first needed:
 * it takes 0.4 s, and 0.1 ms a text). Addresses, @names and Latin #tags do not count, and a Russian, Ukrainian … text
 * stays one beside English names: four Latin letters weigh as much as one Cyrillic.
 */
export function createLanguageIdentifier(): LanguageIdentifier {
  const score = createScorer();
  const latin = createLatinIdentifier(score);
  const cyrillic = createCyrillicIdentifier({ voter: createWordVoter(CYRILLIC_WORDS), score });
  let variants: HanVariants | null = null;
  return {
    identify: (text) => {
      const length = Math.min(text.length, PREFIX);
      const n = countScripts(text, length);
      const east = n.han + n.kana + n.hangul;
      const total = n.latin + n.cyrillic + 2 * east + n.other;
      if (total < 2) return UNDETERMINED;
      if (east * 4 > n.latin + n.cyrillic && east > n.other) {
        if (n.hangul * 2 > east) return { language: 'ko', confidence: 0.99 };
        if (n.kana * 12 > n.han) return { language: 'ja', confidence: 0.99 };
        variants ??= createHanVariants();
        return { language: variants.isTraditional(text, length) ? 'zh-Hant' : 'zh-Hans', confidence: 0.97 };
      }
      if (n.other > n.latin + n.cyrillic) return score(text);
      return n.cyrillic * 4 > n.latin ? cyrillic(text, length) : latin(text, length);
    },
  };
}

interface ScriptCounts {
  readonly latin: number;
  readonly cyrillic: number;
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  readonly other: number;
}

const [OTHER_SIGN, LATIN, CYRILLIC, HAN, KANA, HANGUL, OTHER] = [0, 1, 2, 3, 4, 5, 6];
const SCRIPT_OF = Uint8Array.from({ length: 65_536 }, (_, unit) => scriptOf(unit));

function scriptOf(unit: number): number {
  if (unit < 0x80) return (unit > 64 && unit < 91) || (unit > 96 && unit < 123) ? LATIN : OTHER_SIGN;
  if (unit >= 0x400 && unit < 0x530) return CYRILLIC;
  if ((unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3400 && unit < 0x4dc0)) return HAN;
  // の, the middle dot and the long vowel mark also stand in Chinese names and slogans.
  if (unit >= 0x3041 && unit < 0x30fb) return unit === 0x306e ? OTHER_SIGN : KANA;
  if (unit >= 0xac00 && unit < 0xd7b0) return HANGUL;
  if (unit >= 0xc0 && unit < 0x250) return unit === 0xd7 || unit === 0xf7 ? OTHER_SIGN : LATIN;
  return unit >= 0x370 && unit < 0x2000 ? OTHER : OTHER_SIGN;
}

function countScripts(text: string, length: number): ScriptCounts {
  let [latin, cyrillic, han, kana, hangul, other] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const script = SCRIPT_OF[text.charCodeAt(i)] as number;
    if (script === OTHER_SIGN) continue;
    if (script === CYRILLIC) cyrillic++;
    else if (script === LATIN) {
      if (isNoise(text, i)) while (i < length && !endsNoise(text.charCodeAt(i))) i++;
      else latin++;
    } else if (script === HAN) han++;
    else if (script === KANA) kana++;
    else if (script === HANGUL) hangul++;
    else other++;
  }
  return { latin, cyrillic, han, kana, hangul, other };
}

/** An address or a name ends at a space, and where a text in another script goes on without one. */
function endsNoise(unit: number): boolean {
  return isSpace(unit) || (unit >= 0x400 && SCRIPT_OF[unit] !== LATIN);
}

/** English needs fewer words than others: it is what most posts in Latin letters are. */
function createLatinIdentifier(
  score: (text: string) => IdentifiedLanguage,
): (text: string, length: number) => IdentifiedLanguage {
  const voter = createWordVoter(LATIN_WORDS);
  return (text, length) => {
    const found = voter(text, length);
    return found.best !== null && isDecisive(found)
      ? { language: found.best, confidence: 0.95 }
      : score(text);
  };
}

function isDecisive({ best, votes, rival, nWords }: WordVotes): boolean {
  const lead = votes - rival;
  if (lead < 1 || votes < 2 * rival) return false;
  return best === 'en' ? votes * 5 >= nWords : votes >= 3 && votes * 4 >= nWords && lead >= 2;
}

const NOISE = /(?:https?:|www\.|@)\S+/g;

/** N-gram scores of the first words without addresses and @names. */
function createScorer(): (text: string) => IdentifiedLanguage {
  let eld: typeof import('eld/medium')['eld'] | null = null;
  return (text) => {
    eld ??= loadEld();
    const words = text.slice(0, PREFIX).replace(NOISE, ' ').trim().slice(0, SCORED_PREFIX);
    const { language } = eld.detect(words);
    if (language === '') return UNDETERMINED;
    return { language: language === 'zh' ? 'zh-Hans' : language, confidence: 0.8 };
  };
}

/** Synchronously and only when needed: an import statement would cost every start 0.4 s. */
function loadEld(): typeof import('eld/medium')['eld'] {
  const path = fileURLToPath(import.meta.resolve('eld/medium'));
  return (createRequire(import.meta.url)(path) as typeof import('eld/medium')).eld;
}
