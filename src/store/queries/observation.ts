import type { TimePrecision } from '../../domain/document.ts';
import type { Voice } from '../../domain/mention.ts';
import { isWeighted, type MentionWeights } from '../../domain/mention-weights.ts';
import type { Database } from '../database.ts';

/** What a measurement counts: the tables and the study's division of time and sources. */
export interface ObservationOptions {
  /** Table expressions, see `readParts`. */
  readonly mention: string;
  readonly annotation: string;
  /** Days since 1970-01-01 of each bin, half-open. */
  readonly bins: readonly { readonly start: number; readonly end: number }[];
  readonly classOfSource: ReadonlyMap<string, string>;
  /** Times known no better than this stand in no bin. */
  readonly precisions: readonly TimePrecision[];
  readonly weights: MentionWeights;
  /** Whose words count. */
  readonly voices: readonly Voice[];
  /** Leave out the mentions of accounts in `campaign_author` [kept]. */
  readonly campaigns?: 'kept' | 'removed';
}

/**
 * What the table `observation` counts as a weight of 1. Weights are whole millionths, so that sums are exact and do not
 * depend on the order of rows; without weights each row counts 1.
 */
export function weightUnit(weights: MentionWeights): number {
  return isWeighted(weights) ? 1e6 : 1;
}

/**
 * Makes the table `observation`: one row per document and target inside the period, in the words that count.
 * An author that is not known counts as one of its own; copies share a `cluster`, and what is not `is_copied` is a cluster alone; `w` is the weight,
 * 0 where the annotator abstained: what was not annotated is missing, not neither.
 */
export async function createObservations(database: Database, options: ObservationOptions): Promise<void> {
  const days = options.bins.flatMap((bin, index) =>
    Array.from({ length: bin.end - bin.start }, (_, i) => `(${bin.start + i}, ${index})`),
  );
  await database.run(
    'day_bin',
    `create temp table if not exists day_bin as select * from (values ${days.join(', ')}) t(published_day, bin)`,
  );
  const classes = [...options.classOfSource].map(
    ([source, name]) => `(${literal(source)}, ${literal(name)})`,
  );
  await database.run(
    'source_class',
    `create temp table if not exists source_class as select * from (values ${classes.join(', ')}) t(source_id, class)`,
  );
  await database.run(
    'observation',
    `create temp table if not exists observation as ${weighted(observed(options), options.weights)}`,
  );
}

/** Takes the tables of {@link createObservations} away, so that others can be made. */
export async function dropObservations(database: Database): Promise<void> {
  for (const table of ['observation', 'day_bin', 'source_class']) {
    await database.run(`drop ${table}`, `drop table if exists ${table}`);
  }
}

/** Which observations stay. */
export interface ObservedCell {
  readonly target: string;
  readonly class: string;
  readonly weights: MentionWeights;
}

const NARROWED = ['observation', 'source_class'] as const;

/**
 * Does work over the observations of one target and class without the accounts in `campaign_author`, as {@link createObservations} would make
 * them, weights included, and then puts those of before back: they need not be read from the parts again.
 */
export async function withoutCampaigns<Result>(
  database: Database,
  { target, class: name, weights }: ObservedCell,
  work: () => Promise<Result>,
): Promise<Result> {
  for (const table of NARROWED)
    await database.run(`aside ${table}`, `alter table ${table} rename to ${table}_aside`);
  await database.run(
    'source_class',
    `create temp table source_class as select * from source_class_aside where class = ${literal(name)}`,
  );
  await database.run(
    'observation',
    `create temp table observation as ${weighted(
      `select * exclude (w) from observation_aside
       where target = ${literal(target)} and class = ${literal(name)}
         and (author_key is null or author_key not in (select author_key from campaign_author))`,
      weights,
    )}`,
  );
  const result = await work();
  for (const table of NARROWED) {
    await database.run(`drop ${table}`, `drop table ${table}`);
    await database.run(`back ${table}`, `alter table ${table}_aside rename to ${table}`);
  }
  return result;
}

/** Mentions of one target, as a table expression. */
export function mentionsOf(mention: string, target: string): string {
  return `(select * from ${mention} where target = ${literal(target)})`;
}

/** What the words of one kind of voice say about one target in one class. */
export interface VoiceCountRow {
  readonly target: string;
  readonly class: string;
  readonly voice: Voice;
  readonly nMentions: number;
  readonly nAgainst: number;
  readonly nFavor: number;
  readonly nAuthors: number;
}

/** Mentions inside the period by whose words they stand in, all voices; after {@link createObservations}. */
export async function voiceCounts(
  database: Database,
  options: Pick<ObservationOptions, 'mention' | 'annotation' | 'precisions'>,
): Promise<VoiceCountRow[]> {
  return database.rows<VoiceCountRow>(
    'voice-counts',
    `select m.target, s.class, m.voice, count(*)::double as "nMentions",
            count_if(a.label = 'against')::double as "nAgainst", count_if(a.label = 'favor')::double as "nFavor",
            count(distinct coalesce(m.author_key, c.cluster_id, m.document_id))::double as "nAuthors"
     from ${options.mention} m
     join ${options.annotation} a using (document_id, target)
     join day_bin b using (published_day)
     join source_class s using (source_id)
     left join document_cluster c using (document_id)
     where m.precision in (${options.precisions.map(literal).join(', ')})
     group by all order by all`,
  );
}

function observed({ mention, annotation, precisions, voices, campaigns }: ObservationOptions): string {
  const removed =
    campaigns === 'removed'
      ? 'and (m.author_key is null or m.author_key not in (select author_key from campaign_author))'
      : '';
  return `
    select m.document_id, m.target, s.class, m.source_id, b.bin, m.published_day, m.language, m.region, m.themes,
           m.author_key, m.voice,
           coalesce(c.cluster_id, m.document_id) as cluster,
           coalesce(c.cluster_id, m.document_id) in (select cluster_id from document_cluster) as is_copied,
           coalesce(m.author_key, c.cluster_id, m.document_id) as author,
           a.out_of_domain,
           (a.label <> 'abstain')::integer as annotated,
           (a.label = 'favor')::integer as favor,
           (a.label = 'against')::integer as against
    from ${mention} m
    join ${annotation} a using (document_id, target)
    join day_bin b using (published_day)
    join source_class s using (source_id)
    left join document_cluster c using (document_id)
    where m.voice in (${voices.map(literal).join(', ')})
      and m.precision in (${precisions.map(literal).join(', ')}) ${removed}`;
}

/** The rows of a query with their weight `w`: the share of a copied text, then the cap, then the source's factor. */
function weighted(rows: string, weights: MentionWeights): string {
  const unit = weightUnit(weights);
  if (unit === 1) return `select *, annotated::bigint as w from (${rows})`;
  const { copies, authorWeekCap, sources } = weights;
  const share =
    copies === 'once'
      ? `${unit} / greatest(1, sum(annotated) over (partition by target, class, cluster))`
      : `${unit}`;
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const together = 'sum(w) over (partition by target, class, author_key, (published_day + 3) // 7)';
  const capped =
    authorWeekCap === null
      ? 'w'
      : `case when author_key is null then w else w * least(1, ${authorWeekCap * unit} / ${together}) end`;
  const factors = Object.entries(sources).map(([id, factor]) => `when ${literal(id)} then ${factor}`);
  const factor = factors.length === 0 ? '1' : `case source_id ${factors.join(' ')} else 1 end`;
  // A product of a few numbers for each row, rounded once: the same on every machine.
  return `
    select * replace (annotated * greatest(1, round(w * ${factor}))::bigint as w)
    from (select * replace (annotated * greatest(1, round(${capped})) as w)
          from (select *, annotated * greatest(1, round(${share}))::bigint as w from (${rows})))`;
}

/** A string as an SQL literal. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
