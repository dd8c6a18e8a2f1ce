import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareRecord } from '../src/article/check-facts.ts';
import type { Finding } from '../src/domain/finding.ts';
import type { StageContext } from '../src/pipeline/run-context.ts';
import { type SoughtQuote, searchQuotes } from '../src/pipeline/search-quotes.ts';
import { seededRandom } from '../src/stats/random.ts';
import { openDatabase } from '../src/store/database.ts';
import { describeCommit, describeMachine } from './provenance.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000000' },
    write: { type: 'boolean', default: false },
  },
});
const N = Number(values.posts);
const WORDS = 5_000;
const random = seededRandom(3);

/** Invented words of one script: Cyrillic or Latin syllables, pairs of Chinese characters. */
function vocabulary(kind: 'ru' | 'en' | 'zh'): string[] {
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)] as string;
  const syllable = (): string =>
    kind === 'ru' ? pick('бвгдклмнпрст') + pick('аеиоуя') : pick('bcdfgklmnprst') + pick('aeiou');
  const han = (): string => String.fromCharCode(0x4e00 + Math.floor(20_000 * random() ** 2));
  return Array.from({ length: WORDS }, () =>
    kind === 'zh' ? han() + han() : Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''),
  );
}

const list = (words: readonly string[]): string => `string_split('${words.join(' ')}', ' ')`;

/** Posts of 30 words, some words common and most rare; a third each in Cyrillic, Latin and Chinese. */
const POSTS = `
  copy (with words as (select ${list(vocabulary('ru'))} as ru, ${list(vocabulary('en'))} as en, ${list(vocabulary('zh'))} as zh),
    drawn as (
      select i, list_transform(range(30), lambda j: 1 + (${WORDS - 1} * ((hash(i, j) % 100000) / 1e5) ** 2)::integer) as places
      from range(${N}) t(i))
    select i::ubigint as document_id, 'source' as source_id, null::varchar as title, null::varchar as quoted, null::varchar as url,
           case i % 3 when 0 then 'ru' when 1 then 'en' else 'zh' end as language, 1700000000000::double as published_at, 'day' as precision,
           hash(i)::varchar::blob as record_hash,
           case i % 3
             when 0 then array_to_string(list_transform(places, lambda one: ru[one]), ' ')
             when 1 then array_to_string(list_transform(places, lambda one: en[one]), ' ')
             else array_to_string(list_transform(places, lambda one: zh[one]), '') end as text
    from drawn, words) to`;

const FINDING = { study: { targets: [] }, levels: [] } as unknown as Finding;

/** Stretches of posts as they stand; every third with words of another post between, and every fourth of words that no post has. */
function quotesOf(texts: readonly string[]): SoughtQuote[] {
  return texts.map((text, i) => {
    const units = text.includes(' ') ? text.split(' ') : (text.match(/../gu) ?? []);
    const join = text.includes(' ') ? ' ' : '';
    const words = units.slice(6, 18);
    const said =
      i % 4 === 3
        ? words.map((word) => [...word].reverse().join('') + word)
        : i % 3 === 2
          ? words.with(4, 'x').with(8, 'y')
          : words;
    const own = said.join(join);
    return {
      sentence: {
        id: String(i),
        line: i,
        start: 0,
        end: own.length,
        text: own,
        cues: [],
      } as SoughtQuote['sentence'],
      ...{ start: 0, end: own.length, words: own, original: null, record: null },
    };
  });
}

const folder = await mkdtemp(join(tmpdir(), 'groundswell-quotes-'));
try {
  const database = await openDatabase({
    path: ':memory:',
    threads: 2,
    memoryLimitMb: 900,
    temporaryFolder: join(folder, 'temporary'),
  });
  const path = join(folder, 'posts.parquet');
  await database.run('posts', `${POSTS} '${path}' (format parquet)`);
  const table = `read_parquet('${path}')`;
  const stage = {
    database,
    corpus: { document: table, rawRecord: `(select document_id, record_hash from ${table})` },
    study: {
      sources: [],
      classes: [],
      privacy: { profile: 'verbatim-institutions', privateWords: 'excerpt' },
    },
  } as unknown as StageContext;
  const drawn = await database.rows<{ text: string }>(
    'texts',
    `select text from ${table} where document_id % ${Math.floor(N / 20)} = 7 order by document_id limit 20`,
  );
  const quotes = quotesOf(drawn.map(({ text }) => text));
  const seek = async (some: readonly SoughtQuote[]) => {
    const started = performance.now();
    const found = [
      ...(
        await searchQuotes(stage, some, {
          finding: FINDING,
          record: prepareRecord([], []),
          namesIn: () => ({ targets: [] }) as never,
        })
      ).values(),
    ].flat();
    const of = (result: string): number => found.filter((one) => one.result === result).length;
    return {
      seconds: (performance.now() - started) / 1000,
      results: [of('found'), of('paraphrase'), of('not-found')],
    };
  };
  await seek(quotes.slice(0, 1));
  const rows = [];
  for (const n of [1, 5, 20]) rows.push({ n, ...(await seek(quotes.slice(0, n))) });
  database.close();
  const text = [
    `${N.toLocaleString('en').replaceAll(',', ' ')} posts of 30 words. Commit ${describeCommit()}; ${describeMachine()}.`,
    '',
    '| quotations | seconds | seconds a quotation | found | paraphrase | not found |',
    '| --: | --: | --: | --: | --: | --: |',
    ...rows.map(
      ({ n, seconds, results }) =>
        `| ${n} | ${seconds.toFixed(1)} | ${(seconds / n).toFixed(2)} | ${results.join(' | ')} |`,
    ),
    '',
  ].join('\n');
  process.stdout.write(text);
  if (values.write) {
    const readme = new URL('./README.md', import.meta.url);
    const [before, rest = ''] = (await readFile(readme, 'utf8')).split('<!-- quotes -->\n');
    const [, after = ''] = rest.split('<!-- /quotes -->\n');
    await writeFile(readme, `${before}<!-- quotes -->\n${text}<!-- /quotes -->\n${after}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
