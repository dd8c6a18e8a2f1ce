import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type MentionSelection, SELECTION_MEASURES } from '../src/domain/mention-selection.ts';
import { compileSelection } from '../src/measure/compile-selection.ts';
import { drawMentions } from '../src/measure/draw-mentions.ts';
import { estimateSelections, type SelectionStudy } from '../src/measure/estimate-selection.ts';
import { timeBins } from '../src/measure/time-bins.ts';
import { seededRandom } from '../src/stats/random.ts';
import { openDatabase } from '../src/store/database.ts';
import { readMentionIndex, writeIndexed } from '../src/store/queries/mention-index.ts';
import { describeCommit, describeMachine } from './provenance.ts';

const { values } = parseArgs({
  options: {
    mentions: { type: 'string', default: '10000000' },
    questions: { type: 'string', default: '400' },
    write: { type: 'boolean', default: false },
  },
});
const N = Number(values.mentions);
const QUESTIONS = Number(values.questions);
const PERIOD = { start: '2021-01-04', end: '2025-01-06' };
const BINS = timeBins(PERIOD, 'week');

/** Columns of the table `observation` by chance: targets of 40, 30, 20 and 10 %, authors who write much and little, a quarter copies. */
const SYNTHETIC = `
  create table synthetic as
  with drawn as (
    select i, hash(i, 1) % 1000 as a, hash(i, 2) % 1000 as b, hash(i, 3) % 1000 as c, hash(i, 4) % 1000000 as d, hash(i, 5) % 1000 as e,
           hash(i, 6) % 1000 as f, hash(i, 7) % 1000 as g, hash(i, 8) % 1000 as h, hash(i, 9) % ${BINS.length} as bin
    from range(${N}) t(i)),
  told as (
    select i::ubigint as document_id, bin,
           case when a < 400 then 't0' when a < 700 then 't1' when a < 900 then 't2' else 't3' end as target,
           (24 * (b / 1000.0) ** 2)::integer as s, case when c < 500 then null else 'region-' || ((85 * ((c - 500) / 500.0) ** 2)::integer) end as region,
           (${N} * 0.2 * (d / 1e6) ** 2)::bigint + hash(i, 10) % 50 as author,
           case when e < 450 then [] when e < 850 then ['theme-' || (f % 10)] else list_sort(list_distinct(['theme-' || (f % 10), 'theme-' || (g % 10)])) end as themes,
           case when h < 850 then 'own' when h < 960 then 'quoted' else 'shared-headline' end as voice,
           hash(i, 11) % 100 as label, hash(i, 12) % 4 = 0 as is_copied
    from drawn)
  select document_id, target, case when s % 5 = 0 then 'press' when s % 5 = 1 then 'officials' else 'public' end as class,
         'source-' || s as source_id, bin, case when hash(document_id, 13) % 20 = 0 then 'en' when s % 2 = 0 then 'ru' else 'zh' end as language,
         region, themes, hash(author)::ubigint as author_key, hash(author)::ubigint as author, voice,
         case when is_copied then hash(document_id % ${Math.ceil(N / 16)}, 14) else document_id end as cluster, is_copied,
         (label < 97)::integer as annotated, (label < 25)::integer as favor, (label >= 25 and label < 55)::integer as against,
         (label < 97)::integer * 1000000 as each, (label < 97)::integer * 1000000 as once
  from told`;

async function index(folder: string) {
  const database = await openDatabase({
    path: join(folder, 'synthetic.duckdb'),
    threads: 2,
    memoryLimitMb: 2_000,
    temporaryFolder: join(folder, 'temporary'),
  });
  const at = (name: string): string => join(folder, `${name}.parquet`);
  const paths = {
    author: at('author'),
    copies: at('copies'),
    both: at('both'),
    profile: at('profile'),
    clusters: at('clusters'),
  };
  await database.run('synthetic', SYNTHETIC);
  const started = performance.now();
  await writeIndexed(database, 'synthetic', paths);
  const written = performance.now();
  const read = await readMentionIndex(database, paths, BINS.length);
  const opened = performance.now();
  database.close();
  return { read, made: (written - started) / 1000, loaded: (opened - written) / 1000 };
}

const random = seededRandom(11);
const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
const maybe = <Value>(share: number, list: readonly Value[]): Value | null =>
  random() < share ? pick(list) : null;

function question({ index: { targets, profiles } }: SelectionStudy): MentionSelection {
  const first = Math.floor(random() * (BINS.length - 8));
  return {
    target: pick(targets),
    class: maybe(0.7, profiles.class.values),
    source: maybe(0.2, profiles.source.values),
    language: maybe(0.3, profiles.language.values),
    region: maybe(0.2, profiles.region.values),
    theme: maybe(0.3, ['theme-0', 'theme-3', '-']),
    voice: maybe(0.2, profiles.voice.values),
    bins: random() < 0.4 ? [first, first + 8 + Math.floor(random() * (BINS.length - 8 - first))] : null,
    copies: pick(['each', 'once'] as const),
  };
}

function timed(n: number, work: () => void): number[] {
  return Array.from({ length: n }, () => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
}

const at = (times: readonly number[], share: number): string =>
  (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(0);

const folder = await mkdtemp(join(tmpdir(), 'groundswell-explore-'));
try {
  const { read, made, loaded } = await index(folder);
  const study: SelectionStudy = {
    index: read,
    bins: BINS,
    measure: {
      confidenceLevel: 0.95,
      minimumMentions: 30,
      minimumAuthors: 10,
      eventWindowDays: null,
      voices: ['own'],
      decomposition: 'symmetric',
    },
    weights: { copies: 'each', authorWeekCap: null, sources: {} },
    nCollected: () => 1,
    privateClasses: new Set(['public']),
    unnamedSources: new Set(),
    voices: ['own'],
  };
  const all = (target: string): MentionSelection => ({
    ...question(study),
    ...{ class: null, source: null, language: null, region: null, theme: null, voice: null, bins: null },
    target,
  });
  const ask = (...selections: MentionSelection[]): void => {
    estimateSelections(study, selections, pick(SELECTION_MEASURES));
  };
  timed(30, () => ask(question(study), question(study)));
  const rows: [string, number[]][] = [
    ['one selection', timed(QUESTIONS, () => ask(question(study)))],
    ['two selections and their difference', timed(QUESTIONS, () => ask(question(study), question(study)))],
    ['everything of the largest target', timed(40, () => ask(all('t0')))],
    ['everything of the two largest targets, compared', timed(40, () => ask(all('t0'), all('t1')))],
    [
      'drawing the mentions behind a point',
      timed(QUESTIONS / 4, () => {
        const of = compileSelection(read, question(study), study);
        drawMentions(read, of, { bins: of.bins, label: null, seed: 1, most: 20 });
      }),
    ],
  ];
  const bytes = [read.author, read.copies, read.both].reduce(
    (sum, one) =>
      sum +
      [one.group, one.profile, one.cell, one.each, one.once].reduce(
        (all, array) => all + (array?.byteLength ?? 0),
        0,
      ),
    0,
  );
  const text = [
    `${N.toLocaleString('en').replaceAll(',', ' ')} mentions of ${read.targets.length} targets in ${read.profiles.length.toLocaleString('en').replaceAll(',', ' ')} profiles, ${BINS.length} weeks; ${Math.round(bytes / 1e6)} MB in memory. Index made in ${made.toFixed(1)} s, read in ${loaded.toFixed(1)} s. Commit ${describeCommit()}; ${describeMachine()}.`,
    '',
    '| question | asked | median, ms | 95th percentile, ms | longest, ms |',
    '| --- | --: | --: | --: | --: |',
    ...rows.map(
      ([name, times]) =>
        `| ${name} | ${times.length} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${at(times, 1)} |`,
    ),
    '',
  ].join('\n');
  process.stdout.write(text);
  if (values.write) {
    const path = new URL('./README.md', import.meta.url);
    const readme = await readFile(path, 'utf8');
    const [before, rest = ''] = readme.split('<!-- explore -->\n');
    const [, after = ''] = rest.split('<!-- /explore -->\n');
    await writeFile(path, `${before}<!-- explore -->\n${text}<!-- /explore -->\n${after}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
