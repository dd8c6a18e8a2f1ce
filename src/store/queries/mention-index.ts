import type { Voice } from '../../domain/mention.ts';
import {
  CELL_MARKS,
  type GroupedRows,
  type MentionIndex,
  type MentionProfiles,
  NONE,
  type ProfileColumn,
} from '../../domain/mention-selection.ts';
import { BugError } from '../../errors/errors.ts';
import type { Database } from '../database.ts';
import { quotePath } from '../part.ts';
import { createObservations, dropObservations, type ObservationOptions, weightUnit } from './observation.ts';

const MILLION = 1e6;

/** Orders of the rows: what the group is, and which rows belong. */
const WAYS = {
  author: { group: 'author', where: 'true' },
  copies: { group: 'cluster', where: 'is_copied' },
  both: { group: '(author, cluster)', where: 'is_copied' },
} as const;

type Way = keyof typeof WAYS;

/** The files of an index; `profile` is written last. */
export interface MentionIndexPaths extends Readonly<Record<Way, string>> {
  readonly profile: string;
  readonly clusters: string;
}

/** The clusters of copies as a table expression: the document and its cluster. */
export function clustersOf({ clusters }: Pick<MentionIndexPaths, 'clusters'>): string {
  return `read_parquet(${quotePath(clusters)})`;
}

/**
 * Writes every mention of a run by what it can be selected by. Words that the study counts and those it does not are weighted apart, so that
 * a selection of what the study counts has the study's own weights.
 */
export async function writeMentionIndex(
  database: Database,
  options: ObservationOptions & { readonly otherVoices: ObservationOptions['voices'] },
  paths: MentionIndexPaths,
): Promise<void> {
  await database.run('indexed', 'drop table if exists indexed');
  const weightings = (['each', 'once'] as const).map((copies) => ({
    copies,
    weights: { ...options.weights, copies },
  }));
  for (const voices of [options.voices, options.otherVoices]) {
    if (voices.length === 0) continue;
    for (const { copies, weights } of weightings) {
      await dropObservations(database);
      await createObservations(database, { ...options, voices, weights });
      const scale = MILLION / weightUnit(weights);
      await database.run(
        `indexed ${copies}`,
        copies === 'each'
          ? `create or replace temp table counted_each as select *, (w * ${scale})::uinteger as each from observation`
          : `create or replace temp table counted as
             select e.* exclude (w), (o.w * ${scale})::uinteger as once
             from counted_each e join observation o using (document_id, target)`,
      );
    }
    await database.run(
      'indexed',
      'create table if not exists indexed as select * from counted where false; insert into indexed select * from counted',
    );
  }
  await dropObservations(database);
  await database.run(
    'clusters',
    `copy (select document_id, cluster_id from document_cluster order by all) to ${quotePath(paths.clusters)} (format parquet)`,
  );
  await writeIndexed(database, 'indexed', paths);
}

/** Writes the index of a table that has the columns of `observation`, and the weights `each` and `once`. */
export async function writeIndexed(
  database: Database,
  table: string,
  paths: MentionIndexPaths,
): Promise<void> {
  const dimensions = `target, class, source_id as source, language, coalesce(region, '${NONE}') as region, themes, voice`;
  await database.run(
    'mention-profile',
    `create or replace temp table mention_profile as
     select row_number() over (order by target, class, source, language, region, themes, voice) - 1 as profile, * from (select distinct ${dimensions} from ${table})`,
  );
  const label = `case when annotated = 0 then 3 when favor = 1 then 1 when against = 1 then 2 else 0 end`;
  await database.run(
    'profiled',
    `create or replace temp table profiled as
     select t.document_id, p.target, p.profile::uinteger as profile, t.bin::uinteger as bin, t.author, t.cluster, t.is_copied,
            (${label} + 4 * (t.author_key is not null)::integer + 8 * t.is_copied::integer)::uinteger as mark, t.each, t.once
     from (select *, coalesce(region, '${NONE}') as place from ${table}) t join mention_profile p
       on t.target = p.target and t.class = p.class and t.source_id = p.source and t.language = p.language
          and t.place = p.region and t.themes = p.themes and t.voice = p.voice`,
  );
  for (const way of Object.keys(WAYS) as Way[]) {
    const { group, where } = WAYS[way];
    await database.run(
      `mention-index ${way}`,
      `copy (
         with grouped as (select row_number() over (order by g) - 1 as n, * from (select distinct ${group} as g from profiled where ${where}))
         select target, n::uinteger as "group", profile, bin, mark, each, once, document_id
         from profiled join grouped on ${group} = g where ${where}
         order by target, "group", bin, document_id) to ${quotePath(paths[way])} (format parquet, compression zstd)`,
    );
  }
  await database.run(
    'mention-profiles',
    `copy (select * from mention_profile order by profile) to ${quotePath(paths.profile)} (format parquet)`,
  );
  for (const name of ['profiled', 'mention_profile'])
    await database.run(`drop ${name}`, `drop table ${name}`);
}

/** Reads an index into memory: about 18 bytes a mention. */
export async function readMentionIndex(
  database: Database,
  paths: MentionIndexPaths,
  nBins: number,
): Promise<MentionIndex> {
  const profiles = await readProfiles(database, paths.profile);
  const targets = profiles.target.values;
  const read = (way: Way): Promise<GroupedRows> => readRows(database, paths[way], targets);
  const author = await read('author');
  const sizes = new Uint32Array(profiles.length);
  for (const profile of author.profile) sizes[profile] = (sizes[profile] as number) + 1;
  return {
    targets,
    nBins,
    profiles,
    sizes,
    author,
    copies: await read('copies'),
    both: await read('both'),
  };
}

/** One row of the file of profiles. */
interface ProfileRow extends Readonly<Record<'target' | 'class' | 'source' | 'language' | 'region', string>> {
  readonly voice: Voice;
  /** JSON, so that equal sets are equal texts. */
  readonly theme: string;
}

async function readProfiles(database: Database, path: string): Promise<MentionProfiles> {
  const rows = await database.rows<ProfileRow>(
    'read mention-profiles',
    `select target, class, source, language, region, voice, to_json(themes)::varchar as theme
     from read_parquet(${quotePath(path)}) order by profile`,
  );
  const column = <Value, Shown = Value>(
    of: (row: ProfileRow) => Value,
    shown: (value: Value) => Shown,
  ): ProfileColumn<Shown> => {
    const places = new Map<Value, number>();
    const codes = Uint32Array.from(rows, (row) => {
      const value = of(row);
      const place = places.get(value) ?? places.size;
      if (place === places.size) places.set(value, place);
      return place;
    });
    return { values: [...places.keys()].map(shown), codes };
  };
  const same = <Value>(value: Value): Value => value;
  return {
    length: rows.length,
    target: column((row) => row.target, same),
    class: column((row) => row.class, same),
    source: column((row) => row.source, same),
    language: column((row) => row.language, same),
    region: column((row) => row.region, same),
    voice: column((row) => row.voice, same),
    theme: column(
      (row) => row.theme,
      (json) => JSON.parse(json) as string[],
    ),
  };
}

const COLUMNS = ['"group"', 'profile', `bin * ${CELL_MARKS}::uinteger + mark`, 'each', 'once'];

async function readRows(database: Database, path: string, targets: readonly string[]): Promise<GroupedRows> {
  const from = `read_parquet(${quotePath(path)}, file_row_number = true)`;
  const counts = await database.rows<{ target: string; n: number; isEven: boolean }>(
    'count mention-index',
    `select target, count(*)::double as n, bool_and(each in (0, ${MILLION}) and once in (0, ${MILLION})) as "isEven" from ${from} group by all`,
  );
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const isEven = counts.every((one) => one.isEven);
  const rows = {
    group: new Uint32Array(n),
    profile: new Uint32Array(n),
    cell: new Uint32Array(n),
    each: isEven ? null : new Uint32Array(n),
    once: isEven ? null : new Uint32Array(n),
  };
  const sql = `select file_row_number::uinteger as place, ${COLUMNS.join(', ')} from ${from}`;
  for await (const chunk of database.chunks('read mention-index', sql)) {
    const [place, ...columns] = Array.from({ length: 1 + COLUMNS.length }, (_, i) =>
      chunk.typedColumn<Uint32Array>(i),
    );
    const into = [rows.group, rows.profile, rows.cell, rows.each, rows.once];
    for (const [c, target] of into.entries()) {
      const values = columns[c];
      if (place === undefined || values === undefined) throw new BugError('the mention index has no columns');
      if (target !== null)
        for (let i = 0; i < chunk.rowCount; i++) target[place[i] as number] = values[i] as number;
    }
  }
  const sizes = new Map(counts.map((one) => [one.target, one.n]));
  const starts = [0];
  for (const target of targets) starts.push((starts.at(-1) ?? 0) + (sizes.get(target) ?? 0));
  const nGroups = rows.group.reduce((most, group) => Math.max(most, group + 1), 0);
  return { starts, nGroups, ...rows };
}
