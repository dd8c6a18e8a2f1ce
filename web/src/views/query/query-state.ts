import type { EditedQuery, Queries } from '../../../../src/server/query/query-contract.ts';

/** A target of the study file with its words. */
type QueryTarget = Queries['targets'][number];

/** Words of one language as they are typed. */
interface TypedGroup {
  readonly language: string;
  readonly text: string;
}

/** What is typed about one target. */
export interface TypedQuery {
  readonly target: string;
  readonly aliases: readonly TypedGroup[];
  readonly exclude: readonly TypedGroup[];
}

/** A target as it stands in the file, to be typed over. */
export function typedOf(target: QueryTarget): TypedQuery {
  const typed = (groups: QueryTarget['aliases']): TypedGroup[] =>
    groups.map(({ language, words }) => ({ language, text: words.join(', ') }));
  const aliases = typed(target.aliases);
  const exclude = typed(target.exclude);
  const first = aliases[0]?.language ?? '';
  return {
    target: target.id,
    aliases,
    exclude: exclude.length === 0 ? [{ language: first, text: '' }] : exclude,
  };
}

/** What is typed as the server takes it. */
export function editedOf({ target, aliases, exclude }: TypedQuery): EditedQuery {
  const groups = (typed: readonly TypedGroup[]): EditedQuery['aliases'] =>
    typed
      .map(({ language, text }) => ({ language, words: wordsOf(text) }))
      .filter(({ words }) => words.length > 0);
  return { target, aliases: groups(aliases), exclude: groups(exclude) };
}

function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[,，、;；\n]/).map((word) => word.trim()))].filter((word) => word !== '');
}

/** A suggested word more, with the longer words to exclude with it. */
export function withSuggestion(
  typed: TypedQuery,
  {
    word,
    language,
    exclude,
  }: { readonly word: string; readonly language: string; readonly exclude: readonly string[] },
): TypedQuery {
  return {
    ...typed,
    aliases: withWord(typed.aliases, language, word),
    exclude: exclude.reduce<readonly TypedGroup[]>(
      (groups, longer) => withWord(groups, language, longer),
      typed.exclude,
    ),
  };
}

/** A word more: in the group of its language, in one without a language, or in a new one. */
function withWord(groups: readonly TypedGroup[], language: string, word: string): TypedGroup[] {
  const at = groups.findIndex((one) => one.language === language || one.language === '');
  if (at < 0) return [...groups, { language, text: word }];
  return groups.map((one, i) =>
    i === at ? { ...one, text: one.text.trim() === '' ? word : `${one.text.trim()}, ${word}` } : one,
  );
}
