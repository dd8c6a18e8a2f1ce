import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** Whose texts are read. */
export interface DiscoveredTextOptions {
  readonly targets: readonly string[];
  /** Table expressions, see `readParts`. */
  readonly mention: string;
  readonly document: string;
}

/** A place where a target is named, UTF-16 offsets into the text. */
export interface NamedTextRow {
  readonly documentId: bigint;
  readonly target: string;
  /** Primary language subtag. */
  readonly language: string;
  /** `2024-07`. */
  readonly month: string;
  readonly author: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LANGUAGE = `split_part(o.language, '-', 1)`;

/** The words that the mention stands in, which may be others' that came with the text. */
const WORDS = `coalesce(case m.voice when 'quoted' then d.quoted when 'shared-headline' then d.shared_headline end, d.text)`;

/** Month of a mention, `2024-07`. */
const MONTH = `strftime(date '1970-01-01' + o.published_day::integer, '%Y-%m')`;

/** Texts of one target and language in one month. */
export interface LearningMonthRow {
  readonly target: string;
  readonly language: string;
  readonly month: string;
}

/**
 * Makes the table `learning_text`: texts to learn themes from. Of texts that are the same one in each month, and of each target, language and month
 * so many at most, in the order of the MD5 of seed and document: what is drawn of a month depends on that month alone. After
 * `createObservations`.
 * @returns which months there are texts of, in order
 */
export async function createLearningTexts(
  database: Database,
  { targets, mention, document, signature }: DiscoveredTextOptions & { readonly signature: string },
  { seed, most }: { readonly seed: number; readonly most: number },
): Promise<LearningMonthRow[]> {
  if (targets.length === 0) return [];
  const of = 'target, language, month';
  await database.run(
    'learning-texts',
    `create or replace temp table learning_text as
     with mine as (
       select o.document_id, o.target, ${LANGUAGE} as language, ${MONTH} as month, o.voice,
              coalesce(o.author_key, o.document_id) as author, md5('${seed}:' || o.document_id) as draw
       from observation o where o.target in (${targets.map(literal).join(', ')})),
     once as (
       select mine.* from mine left join ${signature} s using (document_id)
       qualify row_number() over (partition by ${of}, voice, coalesce(s.exact_hash::varchar, document_id::varchar) order by draw) = 1),
     drawn as (select * from once qualify row_number() over (partition by ${of} order by draw) <= ${most})
     select c.document_id, c.target, c.language, c.month, c.author::varchar as author, ${WORDS} as text,
            m.start_offset, m.end_offset
     from drawn c join ${mention} m using (document_id, target) join ${document} d using (document_id)`,
  );
  return database.rows<LearningMonthRow>(
    'learning-months',
    `select ${of} from learning_text group by all order by all`,
  );
}

/** The texts of one month by document, from what {@link createLearningTexts} made. */
export async function learningTexts(
  database: Database,
  { target, language, month }: LearningMonthRow,
): Promise<NamedTextRow[]> {
  return database.rows<NamedTextRow>(
    'month-texts',
    `select document_id as "documentId", target, language, month, author, text,
            start_offset as start, end_offset as "end"
     from learning_text
     where target = ${literal(target)} and language = ${literal(language)} and month = ${literal(month)}
     order by document_id`,
  );
}

/** Places of one piece of a stream. */
export type PlacedTextRow = Omit<NamedTextRow, 'author'>;

/** All mentions of some targets with their texts, in no order, a piece at a time. After `createObservations`. */
export async function* placedTexts(
  database: Database,
  { targets, mention, document }: DiscoveredTextOptions,
): AsyncGenerator<PlacedTextRow[]> {
  if (targets.length === 0) return;
  const chunks = database.chunks(
    'placed-texts',
    `select o.document_id, o.target, ${LANGUAGE}, ${MONTH}, ${WORDS}, m.start_offset, m.end_offset
     from observation o join ${mention} m using (document_id, target) join ${document} d using (document_id)
     where o.target in (${targets.map(literal).join(', ')})`,
  );
  for await (const chunk of chunks) {
    const [ids, names, languages, months, texts, starts, ends] = Array.from({ length: 7 }, (_, i) =>
      chunk.column(i),
    ) as [bigint[], string[], string[], string[], string[], number[], number[]];
    yield ids.map((documentId, i) => ({
      documentId,
      target: names[i] as string,
      language: languages[i] as string,
      month: months[i] as string,
      text: texts[i] as string,
      start: starts[i] as number,
      end: ends[i] as number,
    }));
  }
}

/** Makes the view `discovered_theme` (document, target → theme): which theme explains a mention. */
export async function openDiscoveredThemes(database: Database, part: string | null): Promise<void> {
  const rows =
    part ?? `(select null::ubigint as document_id, null::varchar as target, null::varchar as theme limit 0)`;
  await database.run(
    'discovered-theme',
    `create or replace temp view discovered_theme as select * from ${rows}`,
  );
}
