import { INTEGER, VARCHAR } from '@duckdb/node-api';
import type { CampaignAuthor } from '../../domain/campaign.ts';
import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** What is looked at: texts that are copied, links, rows of hashtags, reposts, or the mere time. */
type ActionKind = 'copied-text' | 'link' | 'hashtags' | 'repost' | 'time';

/** How actions are read. */
export interface ActionOptions {
  readonly kind: ActionKind;
  /** Seconds: what is done within one window is done together. */
  readonly window: number;
  /** Seconds: within one source and so long, accounts may change places. */
  readonly exchange: number;
}

/** Actions by column, in the order of stratum, feature and author. */
export interface ActionColumns {
  readonly nAuthors: number;
  readonly nFeatures: number;
  readonly authors: Int32Array;
  readonly features: Int32Array;
  readonly moments: Int32Array;
  readonly strata: Int32Array;
  readonly periods: Int32Array;
  readonly days: Int32Array;
}

/** Shingles that a text must have before copying it says anything: about forty characters, in Chinese sixteen. */
const LONG = `s.n_shingles >= case when split_part(d.language, '-', 1) in ('zh', 'ja') then 16 else 40 end`;

/** Hashtags of a post in one form; a single one says little. Most posts have none, and looking for the sign takes a tenth of the time. */
const HASHTAGS = `case when contains(d.text, '#') then list_sort(list_distinct(regexp_extract_all(lower(d.text), '#[\\p{L}\\p{N}_]{2,}')))
            else [] end`;

/**
 * Makes the table `act`: documents of known authors, with the author as a whole number by the smallest id of its
 * documents, so that the numbers depend neither on the order of files nor on the key of pseudonyms.
 * @returns the number of authors
 */
export async function createActs(
  database: Database,
  { document, signature }: { readonly document: string; readonly signature: string },
): Promise<number> {
  await database.run(
    'actor',
    `create or replace temp table actor as
     select author_key, (row_number() over (order by min(document_id)) - 1)::integer as actor
     from ${document} where author_key is not null group by author_key`,
  );
  await database.run(
    'act',
    `create or replace temp table act as
     select d.document_id, a.actor, d.source_id, d.published_at // 1000 as instant, d.published_day, d.precision, d.language,
            d.repost_of, d.links, ${HASHTAGS} as hashtags,
            coalesce(c.cluster_id, d.document_id) as text_id,
            d.repost_of is null and coalesce(c.kind, '') <> 'repost' and ${LONG} as is_long
     from ${document} d join actor a using (author_key) join ${signature} s using (document_id)
     left join document_cluster c using (document_id)`,
  );
  const [{ n } = { n: 0 }] = await database.rows<{ n: number }>(
    'count-actors',
    'select count(*)::double as n from actor',
  );
  return n;
}

/** Takes the tables of {@link createActs} away. */
export async function dropActs(database: Database): Promise<void> {
  for (const table of ['act', 'actor']) await database.run(`drop ${table}`, `drop table if exists ${table}`);
}

const OBJECTS: Readonly<Record<ActionKind, string>> = {
  'copied-text': 'select *, text_id::varchar as object from act where is_long',
  link: 'select *, unnest(links) as object from act where len(links) > 0',
  hashtags: `select *, array_to_string(hashtags, ' ') as object from act where len(hashtags) > 1`,
  repost: 'select *, repost_of::varchar as object from act where repost_of is not null',
  time: `select *, '' as object from act`,
};

/** The actions of one kind, each author and feature once. After {@link createActs}. */
export async function readActions(
  database: Database,
  { kind, window, exchange }: ActionOptions,
  nAuthors: number,
): Promise<ActionColumns> {
  const precisions = ['second', ...(window >= 60 ? ['minute'] : []), ...(window >= 86_400 ? ['day'] : [])];
  await database.run(
    `action ${kind}`,
    `create or replace temp table action as
     select actor, object, instant // ${window} as slot, any_value(instant // ${exchange}) as period, min(source_id) as source_id,
            min(published_day) as day
     from (${OBJECTS[kind]}) where precision in (${precisions.map(literal).join(', ')}) group by actor, object, slot`,
  );
  const [{ n } = { n: 0 }] = await database.rows<{ n: number }>(
    'count-actions',
    'select count(*)::double as n from action',
  );
  const columns = Array.from({ length: 6 }, () => new Int32Array(n)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let row = 0;
  const sql = `
    select actor, (dense_rank() over (order by slot, object) - 1)::integer as feature,
           (dense_rank() over (order by slot) - 1)::integer as moment,
           (dense_rank() over (order by period, source_id) - 1)::integer as stratum,
           (dense_rank() over (order by period) - 1)::integer as period, day
    from action order by stratum, feature, actor`;
  for await (const chunk of database.chunks(`actions ${kind}`, sql)) {
    for (const [i, column] of columns.entries())
      column.set(chunk.typedColumn<Int32Array>(i).subarray(0, chunk.rowCount), row);
    row += chunk.rowCount;
  }
  await database.run('drop action', 'drop table action');
  const [authors, features, moments, strata, periods, days] = columns;
  return { nAuthors, nFeatures: largest(features) + 1, authors, features, moments, strata, periods, days };
}

function largest(values: Int32Array): number {
  let most = -1;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] as number);
  return most;
}

/** Pairs of authors who wrote within one window of so many seconds, counted once for each window. */
export async function pairsWithin(database: Database, window: number): Promise<number> {
  const [{ n } = { n: 0 }] = await database.rows<{ n: number }>(
    'pairs-within',
    `select coalesce(sum(n * (n - 1) / 2), 0)::double as n
     from (select count(distinct actor)::hugeint as n from act group by instant // ${window})`,
  );
  return n;
}

/** Accounts that passed on one text in one source and week, beside the others that wrote there then. */
export interface PassingOnRow {
  readonly text: string;
  readonly nAuthors: number;
  readonly nSingle: number;
  readonly nOthers: number;
  readonly nOthersSingle: number;
}

/** Long texts that so many accounts have that are no reposts, by source and week of each account's first. After {@link createActs}. */
export async function passingOn(
  database: Database,
  { fewestAuthors, mostTexts }: { readonly fewestAuthors: number; readonly mostTexts: number },
): Promise<PassingOnRow[]> {
  await database.run(
    'passing-on',
    `create or replace temp table passing_on as
     with enough as (
       select text_id from act where is_long group by text_id having count(distinct actor) >= ${fewestAuthors}),
     single as (select actor, count(distinct text_id) <= ${mostTexts} as is_single from act group by actor)
     select text_id, actor, is_single, min(published_day) as first_day, max(published_day) as last_day,
            min((published_day + 3) // 7) as week, min(source_id) as source_id
     from act join enough using (text_id) join single using (actor) where is_long
     group by text_id, actor, is_single`,
  );
  return database.rows<PassingOnRow>(
    'passing-on-rows',
    `with single as (select actor, count(distinct text_id) <= ${mostTexts} as is_single from act group by actor),
     writing as (select distinct source_id, (published_day + 3) // 7 as week, actor from act),
     pool as (
       select source_id, week, count(*) as n, count_if(is_single) as n_single
       from writing join single using (actor)
       where (source_id, week) in (select (source_id, week) from passing_on) group by all),
     own as (
       select text_id, source_id, week, count(*) as n, count_if(is_single) as n_single from passing_on group by all)
     select o.text_id::varchar as text, o.n::double as "nAuthors", o.n_single::double as "nSingle",
            (p.n - o.n)::double as "nOthers", (p.n_single - o.n_single)::double as "nOthersSingle"
     from own o join pool p using (source_id, week) order by o.text_id, source_id, week`,
  );
}

/** The accounts that say little else of some texts, with the first and last day of each. After {@link passingOn}. */
export async function passingAuthors(
  database: Database,
  texts: readonly string[],
): Promise<{ text: string; actor: number; firstDay: number; lastDay: number }[]> {
  if (texts.length === 0) return [];
  return database.rows(
    'passing-authors',
    `select text_id::varchar as text, actor, first_day as "firstDay", last_day as "lastDay" from passing_on
     where is_single and text_id in (${texts.join(', ')}) order by text_id, actor`,
  );
}

/** Documents of a campaign in one source and language, and their accounts. */
export interface CampaignCountRow {
  readonly campaign: string;
  readonly source: string;
  readonly language: string;
  readonly actor: number;
  readonly nDocuments: number;
}

/** What the accounts of campaigns wrote, and who they are. After {@link createActs}. */
export async function campaignDocuments(
  database: Database,
  members: readonly { readonly actor: number; readonly campaign: string }[],
): Promise<{ readonly counts: CampaignCountRow[]; readonly authors: CampaignAuthor[] }> {
  await database.run(
    'campaign-actor',
    'create or replace temp table campaign_actor (actor integer, campaign varchar)',
  );
  await database.appendColumns('campaign_actor', [INTEGER, VARCHAR], memberChunks(members));
  const counts = await database.rows<CampaignCountRow>(
    'campaign-counts',
    `select campaign, source_id as source, split_part(language, '-', 1) as language, actor, count(*)::double as "nDocuments"
     from act join campaign_actor using (actor) group by all order by all`,
  );
  const authors = await database.rows<CampaignAuthor>(
    'campaign-authors',
    `select author_key as "authorKey", campaign from actor join campaign_actor using (actor) order by actor`,
  );
  await database.run('drop campaign-actor', 'drop table campaign_actor');
  return { counts, authors };
}

function* memberChunks(
  members: readonly { readonly actor: number; readonly campaign: string }[],
): Iterable<[number[], string[]]> {
  for (let i = 0; i < members.length; i += 2048) {
    const some = members.slice(i, i + 2048);
    yield [some.map((one) => one.actor), some.map((one) => one.campaign)];
  }
}
