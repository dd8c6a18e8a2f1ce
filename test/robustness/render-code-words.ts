import type { CodeWord } from '../../src/study/code-words/code-words.ts';

const INTRODUCTION = `# Code words

<!-- Made from src/study/code-words by \`UPDATE_DOCS=1 npx vitest run test/robustness/code-words.test.ts\`. -->

Words by which people mean a target without naming it: nicknames, homophones, split characters, euphemisms, slang,
spellings of brands. \`codeWords: china\` in a target of a study file adds the words of that list to its \`aliases\` and
\`exclude\`; \`codeWords: [china, xi]\` adds two lists, \`codeWords: "china?"\` the ambiguous words too. \`groundswell check\`
says how many words that were. A list may also be copied and cut. Programs get it from \`codeWordAliases(target)\`.

- **Pejorative** words (marked −) choose the posts of those who dislike the target. The stance model sees the target
  masked, so the word itself does not count as blame. A study that adds only such words moves its level; add neutral
  and pejorative ones together, from the start of the period.
- **Ambiguous** words (marked ?) are everyday words or other people's names too: 大鹅 is a goose. They stand on lines of
  their own; take them only where the corpus is about the target anyway, and look at the exhibits.
- Words come and go. What is listed is from general knowledge of the places named in the source, not from a count, and
  a word that came into use within the period looks like a rise in mentions.
- Some are slurs. They are listed so that posts that hold them can be found.

## Measured

\`ROBUSTNESS_TABLE=1 npx vitest run test/robustness/code-words.test.ts\`, through the matcher of a run, all words at once:

MEASURED

The second row is no estimate for real posts: the excludes were written in view of those sentences. The third is the
harder test; some words were marked ambiguous and all Chinese words in -国 got excludes (灯塔 | 国庆节) because of it, so
that it is no longer held out.
Look at a sample of the matches of each word in your own posts before you count on it.

## The words
`;

const mark = ({ tone, ambiguous }: CodeWord): string =>
  `${tone === 'pejorative' ? '−' : ''}${ambiguous ? '?' : ''}`;

/** Of how many sentences of a kind how many were matched. */
export interface MatchedSentences {
  readonly sentences: string;
  readonly matched: number;
  readonly of: number;
  readonly goal: string;
}

/** The page of the docs: what was measured; by target, lines of a study file and where each word is in use. */
export function renderCodeWordPage(
  words: readonly CodeWord[],
  measured: readonly MatchedSentences[],
): string {
  const table = [
    '| sentences | matched | goal |',
    '|---|---|---|',
    ...measured.map(
      ({ sentences, matched, of, goal }) =>
        `| ${sentences} | ${matched} of ${of} (${((100 * matched) / of).toFixed(1)} %) | ${goal} |`,
    ),
  ];
  const introduction = INTRODUCTION.replace('MEASURED', table.join('\n'));
  const byTarget = [...Map.groupBy(words, (one) => one.target)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [introduction, ...byTarget.map(([target, mine]) => renderTarget(target, mine))].join('\n');
}

function renderTarget(target: string, words: readonly CodeWord[]): string {
  const lists = (of: (one: CodeWord) => readonly string[], from: readonly CodeWord[]): string[] =>
    [...Map.groupBy(from, (one) => one.language)]
      .map(([language, mine]) => ({ language, texts: mine.flatMap(of) }))
      .filter(({ texts }) => texts.length > 0)
      .map(
        ({ language, texts }) =>
          `  ${language}: [${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]`,
      );
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [title, ...lines];
  return [
    `### ${target}`,
    '',
    '```yaml',
    ...block(
      'aliases:',
      lists(
        (one) => [one.word],
        words.filter((one) => !one.ambiguous),
      ),
    ),
    ...block(
      '# ambiguous:',
      lists(
        (one) => [one.word],
        words.filter((one) => one.ambiguous),
      ).map((line) => `#${line}`),
    ),
    ...block(
      'exclude:',
      lists((one) => one.exclude, words),
    ),
    '```',
    '',
    `${words.map((one) => `${one.word.replace('=', '')}${mark(one)} ${one.source}`).join('; ')}.`,
    '',
  ].join('\n');
}
