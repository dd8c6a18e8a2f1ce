/**
 * Discovered themes: planted ones found again, on labelled texts, time and memory.
 *
 *     npm run bench:themes [-- --texts 1000000] [-- --write]
 *
 * Prints the tables; `--write` also writes `bench/themes.md`. One process. The labelled texts are read from `data/` where it is there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type LearningText, learnThemes, type ThemeLearner } from '../src/discover/learn-themes.ts';
import { createWordReader } from '../src/discover/passage-words.ts';
import { adjustedRandIndex } from '../src/stats/adjusted-rand-index.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { type PlantedCorpus, plantedTexts } from './themes/planted-texts.ts';

const LEARNED = 4_000;
const PIECE = 2_048;
const { values } = parseArgs({
  options: { texts: { type: 'string', default: '1000000' }, write: { type: 'boolean', default: false } },
});

interface Scored {
  readonly name: string;
  readonly nTexts: number;
  readonly nTrue: number;
  readonly found: string;
  readonly stability: string;
  readonly index: string;
  readonly unexplained: string;
}

type Themed = LearningText & { readonly theme: number };

/** Labels of some texts against the themes they are given; texts that no theme explains are a part of their own. */
function score(name: string, texts: readonly Themed[], names: readonly [string, string]): Scored {
  const [target, language] = names;
  const learned = learnThemes(texts.slice(0, LEARNED), {
    read: createWordReader(target === '' ? [] : [target], language),
    seed: 1,
    most: 12,
  });
  const nTrue = new Set(texts.map(({ theme }) => theme)).size;
  const of = { name, nTexts: texts.length, nTrue };
  const stability = learned.stability?.mean.toFixed(2) ?? '–';
  if (learned.kind === 'nothing') {
    return { ...of, found: learned.reason, stability, index: '–', unexplained: '–' };
  }
  const themes = learned.themesOf(texts);
  return {
    ...of,
    found: String(learned.words.length),
    stability,
    index: adjustedRandIndex(
      themes.map((theme) => theme + 1),
      texts.map(({ theme }) => theme),
    ).toFixed(2),
    unexplained: `${((100 * themes.filter((theme) => theme < 0).length) / texts.length).toFixed(1)} %`,
  };
}

function scorePlanted(corpus: PlantedCorpus): Scored {
  const name = `planted, ${corpus.ownWords} of 12 words of its theme`;
  return score(name, [...plantedTexts(8_000, corpus)], ['Atlantis', 'en']);
}

/** Chinese comments on cars, of which people said what part of a car they speak of. */
function scoreCars(): Scored[] {
  const path = 'data/bdci2018-car/train_2.csv';
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const subjects = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const cells = row.split(',');
    const [id, subject] = [cells[0] as string, cells.at(-3) as string];
    const own = subjects.get(id) ?? new Map<string, string>();
    subjects.set(id, own.set(subject, cells.slice(1, -3).join(',')));
  }
  const labels = [...new Set([...subjects.values()].flatMap((own) => [...own.keys()]))].sort();
  const texts = [...subjects].flatMap(([author, own]): Themed[] => {
    const [[subject, text]] = [...own] as [[string, string]];
    return own.size === 1 ? [{ text, start: 0, end: 0, author, theme: labels.indexOf(subject) }] : [];
  });
  return [score('comments on cars (bdci2018-car), texts of one subject', texts, ['', 'zh'])];
}

/** Learns from the first texts and sorts all, as a run does: a piece at a time. */
function timeMany(n: number): string {
  const corpus: PlantedCorpus = { nThemes: 8, ownWords: 6, seed: 5 };
  const read = createWordReader(['Atlantis'], 'en');
  const started = performance.now();
  const learned = learnThemes([...plantedTexts(LEARNED, corpus)], { read, seed: 1, most: 12 });
  const learning = (performance.now() - started) / 1000;
  if (learned.kind === 'nothing') throw new RangeError(`nothing learned: ${learned.reason}`);
  const unexplained = sortAll(learned, plantedTexts(n, { ...corpus, seed: 6 }));
  const sorting = (performance.now() - started) / 1000 - learning;
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return `| ${n.toLocaleString('en-US').replaceAll(',', ' ')} | ${learning.toFixed(1)} | ${sorting.toFixed(1)} | ${peak} | ${((100 * unexplained) / n).toFixed(1)} % |`;
}

function sortAll(learned: ThemeLearner, texts: Generator<Themed>): number {
  let unexplained = 0;
  let piece: Themed[] = [];
  const flush = (): void => {
    for (const theme of learned.themesOf(piece)) if (theme < 0) unexplained += 1;
    piece = [];
  };
  for (const text of texts) {
    piece.push(text);
    if (piece.length === PIECE) flush();
  }
  flush();
  return unexplained;
}

const planted = [3, 6, 10].flatMap((nThemes) =>
  [0, 4, 6, 8].map((ownWords) => scorePlanted({ nThemes, ownWords, seed: 1 })),
);
const scored = [...planted, ...scoreCars()];
const page = `# Discovered themes, measured

<!-- Made by \`npm run bench:themes -- --write\`. -->

Commit ${describeCommit()}, ${describeMachine()}. Method: [discovered-themes.md](../docs/methods/discovered-themes.md).

## Found again, found rightly, unexplained

Learned from the first 4,000 texts, given to all. *Stability*: mean adjusted Rand index with ten bootstrap samples of authors (asked for: 0.70).
*Against labels*: adjusted Rand index of the themes given with the true ones, unexplained texts a part of their own. Planted corpora: 8,000 texts of
twelve made-up words by Zipf's law, themes of unequal size; with 0 words of its theme a text says nothing, and nothing should be found.

| texts | true themes | found | stability | against labels | unexplained |
| --- | --: | --: | --: | --: | --: |
${scored.map((s) => `| ${s.name} | ${s.nTrue} | ${s.found} | ${s.stability} | ${s.index} | ${s.unexplained} |`).join('\n')}

## Time and memory

Eight planted themes; learning and sorting one after the other in one process, without reading the texts from the store. Peak memory is that
of the process.

| texts | learning, s | sorting, s | peak, MB | unexplained |
| --: | --: | --: | --: | --: |
${timeMany(Number(values.texts))}
`;
console.log(page);
if (values.write) writeFileSync('bench/themes.md', page);
