import TRADITIONAL_PAIRS from 'opencc-js/dict/TSCharacters';

const PAIRS: string = TRADITIONAL_PAIRS;

/** Traditional character → simplified, where both have one length, so that offsets stay (OpenCC). */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS.split('|').flatMap((pair) => {
    const [traditional = '', simplified = ''] = pair.split(' ');
    return traditional.length === simplified.length ? [[traditional, simplified] as const] : [];
  }),
);

const TRADITIONAL: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(SIMPLIFIED, ([, simplified]) => simplified)].map(([simplified, pairs]) => [
    simplified,
    pairs.map(([traditional]) => traditional),
  ]),
);

/**
 * Chinese in one script: each traditional character as its simplified one, by itself and not by the word that it stands in, so that 後 is 后
 * wherever it is. Everything else stays, and so do offsets.
 */
export function simplifyHan(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
}

/** Every way to write a short word of simplified characters, itself first: 后来 → 后来, 后來, 後来, 後來. */
export function scriptsOfHan(simplified: string): string[] {
  return Array.from(simplified).reduce<string[]>(
    (forms, character) =>
      [character, ...(TRADITIONAL.get(character) ?? [])].flatMap((one) => forms.map((form) => form + one)),
    [''],
  );
}
