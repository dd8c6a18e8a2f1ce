/** Votes of a text's words for languages. */
export interface WordVotes {
  /** The language with most votes; null when no word is known. */
  readonly best: string | null;
  readonly votes: number;
  /** Votes of the language in second place. */
  readonly rival: number;
  /** Words looked at. */
  readonly nWords: number;
}

/** Counts votes in the first units of a text. */
export type WordVoter = (text: string, length: number) => WordVotes;

/**
 * Makes a voter over lists of words. A word of one language counts 1, a word that k languages share 1/k; so what
 * relatives have in common decides nothing.
 */
export function createWordVoter(lists: Readonly<Record<string, string>>): WordVoter {
  const languages = Object.keys(lists);
  const owners = new Map<number, number[]>();
  languages.forEach((language, index) => {
    for (const word of new Set((lists[language] as string).split(/\s+/))) {
      const key = hashWord(word);
      owners.set(key, [...(owners.get(key) ?? []), index]);
    }
  });
  const tally = new Float64Array(languages.length);
  return (text, length) => {
    tally.fill(0);
    let nWords = 0;
    for (let i = 0; i < length; i++) {
      let unit = LOWER[text.charCodeAt(i)] as number;
      if (unit === 0) continue;
      if (isNoise(text, i)) {
        while (i < length && !isSpace(text.charCodeAt(i))) i++;
        continue;
      }
      let hash = SEED;
      for (; unit !== 0; unit = i < length ? (LOWER[text.charCodeAt(i)] as number) : 0) {
        hash = Math.imul(hash ^ unit, 0x01000193);
        i++;
      }
      nWords++;
      const of = owners.get(hash);
      if (of !== undefined) for (const index of of) tally[index] = (tally[index] as number) + 1 / of.length;
    }
    return winner(languages, tally, nWords);
  };
}

function winner(languages: readonly string[], tally: Float64Array, nWords: number): WordVotes {
  let best = -1;
  let rival = 0;
  for (let index = 0; index < tally.length; index++) {
    const votes = tally[index] as number;
    if (best < 0 || votes > (tally[best] as number)) {
      if (best >= 0) rival = Math.max(rival, tally[best] as number);
      best = index;
    } else rival = Math.max(rival, votes);
  }
  const votes = tally[best] ?? 0;
  return { best: votes > 0 ? (languages[best] as string) : null, votes, rival, nWords };
}

const SEED = 0x811c9dc5;

function hashWord(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++)
    hash = Math.imul(hash ^ (LOWER[word.charCodeAt(i)] as number), 0x01000193);
  return hash;
}

/** Letters of Latin and Cyrillic scripts and the apostrophes inside words, in lower case; 0 for all else. */
const LOWER = lowerCaseLetters();

function lowerCaseLetters(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let unit = 0x41; unit < 0x530; unit++) {
    const letter = String.fromCharCode(unit);
    const lower = letter.toLowerCase();
    if (/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(letter) && lower.length === 1)
      table[unit] = lower.charCodeAt(0);
  }
  table[0x27] = 0x27;
  table[0x2019] = 0x27;
  return table;
}

/**
 * Whether an address, a @name or a Latin #tag begins here or just before: such words say nothing about the language
 * around them.
 */
export function isNoise(text: string, at: number): boolean {
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  if (before === 0x40) return true;
  const unit = text.charCodeAt(at);
  if (before === 0x23) return unit < 0x80;
  if (unit === 0x68 || unit === 0x48) return text.startsWith('ttp', at + 1);
  return (unit === 0x77 || unit === 0x57) && text.startsWith('ww.', at + 1);
}

/** Whether a unit parts words. */
export function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000;
}
