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
  readonly author: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LANGUAGE = `split_part(o.language, '-', 1)`;

/** The words that the mention stands in, which may be others' that came with the text. */
const WORDS = `coalesce(case m.voice when 'quoted' then d.quoted when 'shared-headline' then d.shared_headline end, d.text)`;

/**
 * Texts to learn themes from: of a text that was copied one, and of each target and language so many at most, in the order of
 * the MD5 of seed and document. By target, language and document. After `createObservations`.
 */
export async function learningTexts(
  database: Database,
  { targets, mention, document }: DiscoveredTextOptions,
  { seed, most }: { readonly seed: number; readonly most: number },
): Promise<NamedTextRow[]> {
  if (targets.length === 0) return [];
  return database.rows<NamedTextRow>(
    'learning-texts',
    `with mine as (
       select o.document_id, o.target, o.author, o.cluster, ${LANGUAGE} as language,
              md5('${seed}:' || o.document_id) as draw
       from observation o where o.target in (${targets.map(literal).join(', ')})),
     once as (
       select * from mine
       qualify row_number() over (partition by target, language, cluster order by draw) = 1),
     drawn as (
       select * from once qualify row_number() over (partition by target, language order by draw) <= ${most})
     select c.document_id as "documentId", c.target, c.language, c.author::varchar as author, ${WORDS} as text,
            m.start_offset as start, m.end_offset as "end"
     from drawn c join ${mention} m using (document_id, target) join ${document} d using (document_id)
     order by c.target, c.language, c.document_id`,
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
    `select o.document_id, o.target, ${LANGUAGE}, ${WORDS}, m.start_offset, m.end_offset
     from observation o join ${mention} m using (document_id, target) join ${document} d using (document_id)
     where o.target in (${targets.map(literal).join(', ')})`,
  );
  for await (const chunk of chunks) {
    const [ids, names, languages, texts, starts, ends] = Array.from({ length: 6 }, (_, i) =>
      chunk.column(i),
    ) as [bigint[], string[], string[], string[], number[], number[]];
    yield ids.map((documentId, i) => ({
      documentId,
      target: names[i] as string,
      language: languages[i] as string,
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
