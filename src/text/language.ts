import { eld } from 'eld/medium';
import * as OpenCC from 'opencc-js';

/** A language and how sure the identification is, 0–1. */
export interface IdentifiedLanguage {
  /** BCP 47 code, Chinese with its script (`zh-Hans`, `zh-Hant`); `und` where there is nothing to judge. */
  readonly language: string;
  readonly confidence: number;
}

/** Identifies the language of a text. */
export interface LanguageIdentifier {
  identify(text: string): IdentifiedLanguage;
}

/** Only so much of a text is read: the beginning decides. */
const PREFIX = 300;

/** And so much is scored by n-grams where letters do not decide. */
const SCORED_PREFIX = 140;

const UNDETERMINED: IdentifiedLanguage = { language: 'und', confidence: 0 };

/**
 * Identifies languages by script, then by letters that one language has and its neighbours lack, and only where
 * letters do not decide by n-gram scores (the library `eld`, which is slow on whole posts) on the first characters.
 */
export function createLanguageIdentifier(): LanguageIdentifier {
  let variants: HanVariants | null = null;
  return {
    identify: (text) => {
      const letters = countScripts(text);
      const { latin, cyrillic, han, kana, hangul } = letters;
      const total = latin + cyrillic + 2 * (han + kana + hangul) + letters.other;
      if (total < 2) return UNDETERMINED;
      if (hangul * 2 > total / 2) return { language: 'ko', confidence: 0.99 };
      if (han + kana > 0 && (han + kana) * 4 > latin + cyrillic) {
        if (kana * 12 > han) return { language: 'ja', confidence: 0.99 };
        variants ??= createHanVariants();
        return { language: variants.isTraditional(text) ? 'zh-Hant' : 'zh-Hans', confidence: 0.97 };
      }
      if (cyrillic * 2 >= latin && cyrillic > 0) return identifyCyrillic(text);
      return byScores(text.slice(0, SCORED_PREFIX));
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

function countScripts(text: string): ScriptCounts {
  let [latin, cyrillic, han, kana, hangul, other] = [0, 0, 0, 0, 0, 0];
  const n = Math.min(text.length, PREFIX);
  for (let i = 0; i < n; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if ((unit > 64 && unit < 91) || (unit > 96 && unit < 123)) latin++;
    } else if (unit >= 0x400 && unit < 0x530) cyrillic++;
    else if ((unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3400 && unit < 0x4dc0)) han++;
    else if (unit >= 0x3041 && unit < 0x3100) kana++;
    else if (unit >= 0xac00 && unit < 0xd7b0) hangul++;
    else if (unit >= 0xc0 && unit < 0x250) latin++;
    else if (unit >= 0x250 && unit < 0x2000) other++;
  }
  return { latin, cyrillic, han, kana, hangul, other };
}

function byScores(text: string): IdentifiedLanguage {
  const { language } = eld.detect(text);
  return language === '' ? UNDETERMINED : { language, confidence: 0.8 };
}

/**
 * Letters decide where one language has them and its neighbours do not: ә ғ қ ң ұ Kazakh, ө ү Mongolian, ѓ ќ ѕ
 * Macedonian, ђ ћ Serbian, ї є ґ Ukrainian, ў Belarusian, several ы э ё beside и and without і Russian.
 */
function identifyCyrillic(text: string): IdentifiedLanguage {
  const counts = countLetters(text);
  const n = (letters: string): number => {
    let sum = 0;
    for (let i = 0; i < letters.length; i++) sum += counts[letters.charCodeAt(i) - CYRILLIC] ?? 0;
    return sum;
  };
  const sure = (language: string): IdentifiedLanguage => ({ language, confidence: 0.98 });
  const [i, russian, ukrainian, mongolian] = [n('і'), n('ыэё'), n('їєґ'), n('өү')];
  if (n('әғқңұ') > 0 || (mongolian > 0 && i > 0)) return sure('kk');
  if (mongolian > 0) return sure('mn');
  if (n('ѓќѕ') > 0) return sure('mk');
  if (n('ђћ') > 0) return sure('sr');
  if (n('ў') > 0 && russian > 0) return sure('be');
  if (ukrainian > 0 && russian === 0) return sure('uk');
  if (russian > 1 && i + ukrainian === 0 && n('и') > 0) return sure('ru');
  return byScores(text.slice(0, SCORED_PREFIX));
}

const CYRILLIC = 0x400;

/** Counts of the units U+0400–U+052F, capitals with their small letters. */
function countLetters(text: string): Uint16Array {
  const counts = new Uint16Array(0x130);
  const n = Math.min(text.length, PREFIX);
  for (let i = 0; i < n; i++) {
    const unit = text.charCodeAt(i);
    if (unit < CYRILLIC || unit >= CYRILLIC + 0x130) continue;
    const small = unit < 0x410 ? unit + 0x50 : unit < 0x430 ? unit + 0x20 : unit < 0x460 ? unit : unit | 1;
    counts[small - CYRILLIC] = (counts[small - CYRILLIC] as number) + 1;
  }
  return counts;
}

interface HanVariants {
  isTraditional(text: string): boolean;
}

/** Characters that only one of the two scripts uses, derived from the OpenCC dictionaries. */
function createHanVariants(): HanVariants {
  const first = 0x4e00;
  const n = 0x9fff - first;
  const all = Array.from({ length: n }, (_, i) => String.fromCharCode(first + i)).join('\n');
  const simplified = OpenCC.Converter({ from: 't', to: 'cn' })(all).split('\n');
  const traditional = OpenCC.Converter({ from: 'cn', to: 't' })(all).split('\n');
  const side = new Int8Array(n);
  for (let i = 0; i < n; i++) {
    const own = String.fromCharCode(first + i);
    const isTraditional = simplified[i] !== own;
    const isSimplified = traditional[i] !== own;
    if (isTraditional !== isSimplified) side[i] = isTraditional ? 1 : -1;
  }
  return {
    isTraditional: (text) => {
      let balance = 0;
      const end = Math.min(text.length, PREFIX);
      for (let i = 0; i < end; i++) balance += side[text.charCodeAt(i) - first] ?? 0;
      return balance > 0;
    },
  };
}
