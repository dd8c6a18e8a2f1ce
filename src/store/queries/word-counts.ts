import { OWN_LEVELS } from '../../domain/decomposition.ts';
import type { WordCounts, WordTotals } from '../../stats/word-shift.ts';
import { ENGLISH_PLURAL, RUSSIAN_ENDING } from '../../text/word-stem.ts';
import { type Database, dropTables } from '../database.ts';
import type { DayContrast } from './contrast-moments.ts';

/** The mentions of one theme by one target and class on both sides of an event. */
export interface WordSource {
  readonly target: string;
  readonly class: string;
  readonly theme: string;
}

/** What words are read from. */
export interface WordOptions {
  readonly spans: DayContrast;
  readonly sources: readonly WordSource[];
  /** Table expressions, see `readParts`. */
  readonly mention: string;
  readonly document: string;
  readonly seed: number;
  /** A word that fewer authors use is not given out. */
  readonly minimumAuthors: number;
}

/** Words of one source. */
export interface WordUse extends WordSource {
  /** Authors before and after; where none is known, texts. */
  readonly nBefore: number;
  readonly nAfter: number;
  readonly totals: WordTotals;
  readonly words: readonly WordCounts[];
}

/** Characters on each side of the target that are read. */
const AROUND = 200;
/** Texts read of one source and side; more are drawn from. */
const MOST_TEXTS = 10_000;

type SourceRow = WordSource;
type TotalsRow = SourceRow & WordTotals & { nBefore: number; nAfter: number };
type CountsRow = SourceRow & WordCounts;

/**
 * How many authors use each word around the target, before and after. Of a text that was copied one is read on each side, and an
 * author counts once for a word, so that neither a loud author nor a copied text makes a word. Words are told by their
 * stem and shown in the form that most authors use; Chinese is counted by pairs of characters. Nothing but words and
 * counts leaves the query, and only of words of as many authors as asked for.
 */
export async function wordCounts(database: Database, options: WordOptions): Promise<WordUse[]> {
  if (options.sources.length === 0) return [];
  const list = options.sources.map(
    (one, i) => `(${i}, ${[one.target, one.class, one.theme].map(literal).join(', ')})`,
  );
  await database.run(
    'word-source',
    `create or replace temp table word_source as
     select * from (values ${list.join(', ')}) s(source, target, class, theme)`,
  );
  await database.run('word-token', `create or replace temp table word_token as ${tokensSql(options)}`);
  await database.run('word-form', `create or replace temp table word_form as ${FORMS}`);
  await database.run('word-use', `create or replace temp table word_use as ${USE}`);
  await dropTables(database, 'word_token');
  const totals = await database.rows<TotalsRow>('word-totals', TOTALS);
  const counts = await database.rows<CountsRow>('word-counts', countsSql(options.minimumAuthors));
  await dropTables(database, 'word_use', 'word_form', 'word_source');
  const byKey = Map.groupBy(counts, keyOf);
  return totals.map(({ target, class: name, theme, nBefore, nAfter, ...sums }) => {
    const source = { target, class: name, theme };
    const words = (byKey.get(keyOf(source)) ?? []).map(
      ({ target: _, class: __, theme: ___, ...word }): WordCounts => word,
    );
    return { ...source, nBefore, nAfter, totals: sums, words };
  });
}

function keyOf({ target, class: name, theme }: SourceRow): string {
  return JSON.stringify([target, name, theme]);
}

/** One row for each word of each text. Sources are numbers here, as stems and words are later: that is what rows are grouped by. */
function tokensSql({ spans, mention, document, seed }: WordOptions): string {
  const { before, after } = spans;
  return `
    with themed as (
      select document_id, target, class, author, cluster, (published_day >= ${after.start})::integer as side,
             unnest(if(len(themes) = 0, ['${OWN_LEVELS.noTheme}'], themes)) as theme
      from observation
      where annotated = 1
        and (published_day >= ${before.start} and published_day < ${before.end}
             or published_day >= ${after.start} and published_day < ${after.end})),
    drawn as (
      select source, target, document_id, author, cluster, side, md5('${seed}:' || document_id) as draw
      from themed join word_source using (target, class, theme)),
    once as (
      select * from drawn qualify row_number() over (partition by source, side, cluster order by draw) = 1),
    chosen as (
      select * from once qualify row_number() over (partition by source, side order by draw) <= ${MOST_TEXTS}),
    located as (
      select c.source, c.author, c.side, m.start_offset, m.end_offset,
             coalesce(case m.voice when 'quoted' then d.quoted when 'shared-headline' then d.shared_headline end, d.text) as text
      from chosen c
      join ${mention} m using (document_id, target)
      join ${document} d using (document_id)),
    read as (
      select source, author, side, start_offset > ${AROUND} as cut_before,
             end_offset + ${AROUND} < length(text) as cut_after,
             lower(substring(text, greatest(1, start_offset - ${AROUND}), end_offset - start_offset + ${2 * AROUND})) as passage,
             if(contains(passage, '@') or contains(passage, '＠'), regexp_replace(passage, '${HANDLE}', ' ', 'g'), passage) as text
      from located),
    worded as (select *, regexp_extract_all(text, '[\\p{Cyrillic}\\p{Latin}]{3,40}') as found from read)
    select source, author, side, unnest(list_concat(${WHOLE_WORDS}, ${HAN_PAIRS})) as word
    from worded`;
}

/** Handles and mail addresses: they name people. */
const HANDLE = '[\\w.+-]*[@＠][\\p{L}\\p{N}_.-]+';

/** Words of scripts with spaces, of three letters or more; those that the ends of the passage may cut are left out. */
const WHOLE_WORDS = 'list_slice(found, 1 + cut_before::integer, len(found) - cut_after::integer)';
/** Pairs of neighbouring Chinese characters. */
const HAN_PAIRS = `flatten(list_transform(regexp_extract_all(text, '\\p{Han}{2,}'),
                           run -> list_transform(range(1, length(run)), i -> substring(run, i, 2))))`;

const STEM = `regexp_replace(regexp_replace(word, '${RUSSIAN_ENDING}', '\\1'), '${ENGLISH_PLURAL}', '\\1')`;

/** One row for each word, its place among all words and its stem's place among all stems. */
const FORMS = `
  select word, row_number() over (order by word)::integer as form, stem_word, dense_rank() over (order by stem_word)::integer as stem
  from (select word, ${STEM} as stem_word from (select distinct word from word_token))`;

/** One row for each author and stem, with the first form of the stem that the author uses on each side. */
const USE = `
  select source, author, stem, min(form) filter (where side = 0) as form0, min(form) filter (where side = 1) as form1
  from word_token join word_form using (word) group by all`;

const SIZED = `
  select source, author, count(form0) as n0, count(form1) as n1
  from word_use group by all`;

const TOTALS = `
  with sized as (${SIZED}),
  summed as (
    select source, count_if(n0 > 0)::double as "nBefore", count_if(n1 > 0)::double as "nAfter",
           sum(n0)::double as n0, sum(n1)::double as n1,
           sum(n0 * n0)::double as n0n0, sum(n1 * n1)::double as n1n1, sum(n0 * n1)::double as n0n1
    from sized group by all)
  select target, class, theme, "nBefore", "nAfter", n0, n1, n0n0, n1n1, n0n1
  from summed join word_source using (source) order by all`;

function countsSql(minimumAuthors: number): string {
  return `
    with sized as (${SIZED}),
    used as (
      select source, stem, n0, n1, (form0 is not null)::bigint as x0, (form1 is not null)::bigint as x1
      from word_use join sized using (source, author)),
    counted as (
      select source, stem, sum(x0)::double as before, sum(x1)::double as after, sum(x0 * x1)::double as "both",
             sum(x0 * n0)::double as "beforeN0", sum(x0 * n1)::double as "beforeN1",
             sum(x1 * n0)::double as "afterN0", sum(x1 * n1)::double as "afterN1"
      from used group by all having count(*) >= ${minimumAuthors}),
    forms as (
      select source, stem, form, count(*) as n
      from (select source, stem, form0 as form from word_use where form0 is not null
            union all
            select source, stem, form1 as form from word_use where form1 is not null and form1 is distinct from form0)
      semi join counted using (source, stem)
      group by all),
    shown as (
      select source, stem, form from forms
      qualify row_number() over (partition by source, stem order by n desc, form) = 1)
    select target, class, theme, word, before, after, "both", "beforeN0", "beforeN1", "afterN0", "afterN1"
    from counted join shown using (source, stem) join word_form using (stem, form) join word_source using (source)
    order by target, class, theme, stem_word`;
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
