/**
 * Discovered themes through the months: planted themes that stay, change their words, begin and end.
 *
 *     npm run bench:theme-months [-- --seeds 10] [-- --write]
 *
 * Prints the table; `--write` also writes `bench/theme-months.md`. One process.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { learnMonth, NO_MONTHS, type ThemeChain } from '../src/discover/learn-by-month.ts';
import { learnThemes } from '../src/discover/learn-themes.ts';
import { createWordReader } from '../src/discover/passage-words.ts';
import { adjustedRandIndex } from '../src/stats/adjusted-rand-index.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { type PlantedText, plantedMonths } from './themes/planted-months.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '10' }, write: { type: 'boolean', default: false } },
});
const MONTHS = 10;
const TURN = 6;
const THEMES = [
  { size: 1 },
  { size: 1 },
  { size: 0.6 },
  { size: 1, drift: 0.2 },
  { size: 1, until: TURN },
  { size: 1, from: TURN },
];
const [DRIFTING, ENDING, BEGINNING] = [3, 4, 5];
const STEADY = [0, 1, 2];
const CASES = [
  { textsInMonth: 300, ownWords: 6 },
  { textsInMonth: 600, ownWords: 4 },
  { textsInMonth: 600, ownWords: 6 },
];
const options = { read: createWordReader(['Atlantis'], 'en'), seed: 1, most: 12, language: 'en' };
const nameOf = (month: number): string => `2024-${String(month + 1).padStart(2, '0')}`;

/** What one corpus showed; counts of themes or of 0 and 1. */
interface Shown {
  readonly steady: number;
  readonly drifting: number;
  readonly bornThere: number;
  readonly bornByNext: number;
  readonly lastSeenThere: number;
  /** Themes that began after the first month with themes, beside the planted one. */
  readonly strange: number;
  readonly byMonth: number;
  readonly atOnce: number;
  readonly unexplained: number;
}

function show(textsInMonth: number, ownWords: number, seed: number): Shown {
  const planted = plantedMonths({ themes: THEMES, nMonths: MONTHS, textsInMonth, ownWords, seed });
  const chains: ThemeChain[] = [];
  planted.forEach((texts, i) => {
    chains.push(learnMonth(chains.at(-1) ?? NO_MONTHS, { month: nameOf(i), texts }, options));
  });
  const last = chains.at(-1) as ThemeChain;
  const lives = last.lives.themes;
  const foundAt = chains.findIndex(({ latest }) => latest !== null);
  const idsOf = (month: number): string[] => {
    const { latest } = chains[Math.max(month, foundAt)] as ThemeChain;
    const texts = planted[month] as PlantedText[];
    return [...(latest?.learner.themesOf(texts) ?? [])].map((part) => latest?.ids[part] ?? 'none');
  };
  const ids = planted.map((_, month) => idsOf(month));
  const idOf = (month: number, theme: number): string => {
    const mine = (ids[month] as string[]).filter((_, i) => planted[month]?.[i]?.theme === theme);
    return [...Map.groupBy(mine, (id) => id)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 'none';
  };
  // The first two months are young: what is asked is whether ids stay from then on.
  const keeps = (theme: number): number =>
    Number(
      planted.every((_, month) => month < foundAt + 2 || idOf(month, theme) === idOf(foundAt + 2, theme)),
    );
  const born = lives.find(({ id }) => id === idOf(MONTHS - 1, BEGINNING));
  const bornIn = born?.history[0]?.kind === 'first' ? '' : (born?.history[0]?.month ?? '');
  const ended = lives.find(({ id }) => id === idOf(TURN - 1, ENDING));
  const names = [...new Set(ids.flat())];
  const given = Int32Array.from(ids.flat(), (id) => names.indexOf(id));
  const truth = Int32Array.from(planted.flat(), ({ theme }) => theme);
  const whole = learnThemes(everyNth(planted.flat(), 4_000), options);
  const atOnce = whole.kind === 'nothing' ? null : whole.themesOf(planted.flat()).map((part) => part + 1);
  return {
    steady: STEADY.reduce((sum, theme) => sum + keeps(theme), 0),
    drifting: keeps(DRIFTING),
    bornThere: Number(bornIn === nameOf(TURN)),
    bornByNext: Number(bornIn === nameOf(TURN) || bornIn === nameOf(TURN + 1)),
    lastSeenThere: Number(ended?.lastSeen === nameOf(TURN - 1)),
    strange: lives.filter((one) => one !== born && (one.history[0]?.month ?? '') > nameOf(foundAt + 2))
      .length,
    byMonth: adjustedRandIndex(given, truth),
    atOnce: atOnce === null ? 0 : adjustedRandIndex(atOnce, truth),
    unexplained: ids.flat().filter((id) => id === 'none').length / truth.length,
  };
}

function everyNth<Item>(items: readonly Item[], most: number): Item[] {
  const n = Math.min(items.length, most);
  return Array.from({ length: n }, (_, i) => items[Math.floor((i * items.length) / n)] as Item);
}

const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
const rows = CASES.map(({ textsInMonth, ownWords }) => {
  const started = performance.now();
  const shown = seeds.map((seed) => show(textsInMonth, ownWords, seed));
  const seconds = (performance.now() - started) / 1000;
  const sum = (of: (one: Shown) => number): number => shown.reduce((total, one) => total + of(one), 0);
  const rate = (n: number, of: number): string => `${n} of ${of}`;
  const mean = (of: (one: Shown) => number): string => (sum(of) / shown.length).toFixed(3);
  console.error(`${textsInMonth} texts, ${ownWords} words: ${seconds.toFixed(0)} s`);
  return [
    textsInMonth,
    ownWords,
    rate(
      sum((one) => one.steady),
      STEADY.length * shown.length,
    ),
    rate(
      sum((one) => one.drifting),
      shown.length,
    ),
    rate(
      sum((one) => one.bornThere),
      shown.length,
    ),
    rate(
      sum((one) => one.bornByNext),
      shown.length,
    ),
    rate(
      sum((one) => one.lastSeenThere),
      shown.length,
    ),
    sum((one) => one.strange),
    mean((one) => one.byMonth),
    mean((one) => one.atOnce),
    `${(100 * Number(mean((one) => one.unexplained))).toFixed(1)} %`,
  ];
});
const page = `# Discovered themes through the months, measured

<!-- Made by \`npm run bench:theme-months -- --write\`. -->

Commit ${describeCommit()}, ${describeMachine()}. Method: [discovered-themes.md](../docs/methods/discovered-themes.md).

Ten months of made-up words: three themes that stay, one of whose words a fifth is replaced every month, one that ends after the sixth month, one that begins in
the seventh. ${seeds.length} corpora a row. *Keep their id*: from the third month with themes on, most of the theme's texts are given one and the same id.
*Strange*: themes in all corpora that began later and are not the planted one. *Index*: adjusted Rand index of the ids given with the true themes, all months
together, with what learning all months at once gives beside it.

| texts a month | own words of 12 | steady keep their id | drifting keeps its id | born in its month | or the next | last seen in its month | strange | index by month | index at once | unexplained |
| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
console.log(page);
if (values.write) writeFileSync('bench/theme-months.md', page);
