/** What a hand-written case tests. */
export type Phenomenon =
  | 'negation'
  | 'contrast'
  | 'two-targets'
  | 'quoted-speech'
  | 'comparison'
  | 'sarcasm'
  | 'emoji'
  | 'transliteration'
  | 'typos'
  | 'long-post'
  | 'target-leak'
  | 'whose-words';

/** Languages of the suites. */
export type CaseLanguage = 'ru' | 'en' | 'zh';

/**
 * A sentence, a target in it and the stance that its words express toward that target, whoever's words they are.
 * Written by hand, never trained on. Where the author answers the words of another, the author's stance counts.
 */
export interface RobustnessCase {
  readonly language: CaseLanguage;
  readonly phenomenon: Phenomenon;
  readonly text: string;
  /** The words that name the target, as they stand; every place of each is the target. */
  readonly target: readonly string[];
  /** `null`: said the other way round (sarcasm); recorded, not scored. */
  readonly expected: 'against' | 'neither' | 'favor' | null;
  /** Whose words the target stands in. */
  readonly voice: 'own' | 'quoted';
}

const LABELS = { '-': 'against', '0': 'neither', '+': 'favor', '?': null } as const;

/**
 * Reads a table of cases, one text a line: `+ Китай, - Индией/Индия | text`. A sign and the words of a target, more
 * targets after a comma, other forms of one target after a slash; + favor, - against, 0 neither, ? not scored. A `"`
 * after the sign: in the words of another.
 */
export function cases(language: CaseLanguage, phenomenon: Phenomenon, table: string): RobustnessCase[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const bar = line.indexOf(' | ');
      const text = line.slice(bar + 3);
      return line
        .slice(0, bar)
        .split(', ')
        .map((entry) => {
          const [sign = '', mark, names = ''] = /^(.)("?) (.*)$/.exec(entry)?.slice(1) ?? [];
          const target = names.split('/');
          const expected = LABELS[sign as keyof typeof LABELS];
          if (
            bar < 0 ||
            expected === undefined ||
            !target.every((word) => word !== '' && text.includes(word))
          )
            throw new Error(`not a case: ${line}`);
          return { language, phenomenon, text, target, expected, voice: mark === '"' ? 'quoted' : 'own' };
        });
    });
}

/** Every place of a target, ascending, without overlap. */
export function placesOf(text: string, target: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const word of target)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([start], i) => i === 0 || start >= (found[i - 1]?.[1] ?? 0));
}
