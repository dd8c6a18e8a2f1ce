import type { Corpus } from '../corpus.ts';
import type { Database } from '../database.ts';

/** A document that may hold a quotation. */
export interface QuoteCandidate {
  readonly documentId: bigint;
  readonly source: string;
  readonly text: string;
  readonly publishedAt: number;
  readonly precision: string;
  readonly language: string;
  readonly url: string | null;
  readonly recordHash: string;
}

/** Ways to write one word, of which a text has any; lower case with е for ё, letters and digits only. */
export type WordForms = readonly [first: string, ...others: string[]];

/** Words of one quotation. */
export interface WordsSought {
  readonly words: readonly WordForms[];
  /** How many of them a document must have. */
  readonly atLeast: number;
}

type Documents = Pick<Corpus, 'document' | 'rawRecord'>;

const ALL_TEXT = 'concat_ws(chr(10), title, text, quoted)';
const FOLDED = `replace(lower(${ALL_TEXT}), 'ё', 'е')`;

/** Documents looked at to learn how rare a word is. */
const SAMPLE = 5_000;

/** Number of documents with each word, by its first form, among a few thousand drawn by their ids: the same in every run. */
export async function countWords(
  database: Database,
  { document }: Pick<Corpus, 'document'>,
  words: readonly WordForms[],
): Promise<Map<string, number>> {
  if (words.length === 0) return new Map();
  const counts = words.map((word, i) => `sum(${has(word)}::int)::double as w${i}`);
  const [row] = await database.rows<Record<string, number | null>>(
    'count-quote-words',
    `with counted as (select count(*) as n from ${document})
     select ${counts.join(', ')}
     from (select ${FOLDED} as folded from ${document}, counted
           where document_id % greatest(1, n // ${SAMPLE})::ubigint = 0)`,
  );
  return new Map(words.map(([word], i) => [word, row?.[`w${i}`] ?? 0]));
}

/**
 * Reads the corpus once and keeps the documents that have enough of the words of any quotation, in a table of this connection. One automaton
 * over all words passes over the texts; words are counted only where it finds any. Cost: one scan of all texts.
 */
export async function poolCandidates(
  database: Database,
  { document, rawRecord }: Documents,
  quotes: readonly WordsSought[],
): Promise<void> {
  const forms = [...new Set(quotes.flatMap(({ words }) => words.flat()))];
  const enough = quotes.map(({ words, atLeast }) => `${hits(words)} >= ${atLeast}`).join(' or ');
  await database.run(
    'pool-quote-candidates',
    `create or replace temp table quote_pool as
     with chosen as materialized (
       select document_id, folded from (select document_id, ${FOLDED} as folded from ${document})
       where ${forms.length === 0 ? 'false' : `regexp_matches(folded, ${literal(forms.join('|'))}) and (${enough})`})
     select d.document_id as "documentId", d.source_id as source, ${ALL_TEXT} as text, chosen.folded,
            d.published_at::double as "publishedAt", d.precision, d.language, d.url,
            lower(hex(r.record_hash)) as "recordHash"
     from chosen join ${document} d using (document_id) join ${rawRecord} r using (document_id)`,
  );
}

/** Documents of the pool for one quotation: those with most of its words, the earliest first among equals. */
export async function quoteCandidates(
  database: Database,
  { words, atLeast, limit }: WordsSought & { readonly limit: number },
): Promise<QuoteCandidate[]> {
  return database.rows<QuoteCandidate>(
    'quote-candidates',
    `with chosen as (
       select *, ${hits(words)} as hits from quote_pool where hits >= ${atLeast}
       order by hits desc, "documentId" limit ${limit})
     select * exclude (folded, hits) from chosen order by hits desc, "publishedAt", "documentId"`,
  );
}

/** Languages of the corpus. */
export async function corpusLanguages(
  database: Database,
  { document }: Pick<Corpus, 'document'>,
): Promise<string[]> {
  const rows = await database.rows<{ language: string }>(
    'corpus-languages',
    `select distinct language from ${document} order by language`,
  );
  return rows.map(({ language }) => language);
}

function hits(words: readonly WordForms[]): string {
  return `(${words.map((word) => `${has(word)}::int`).join(' + ')})`;
}

function has(word: WordForms): string {
  return `(${word.map((form) => `contains(folded, ${literal(form)})`).join(' or ')})`;
}

function literal(word: string): string {
  return `'${word.replaceAll("'", "''")}'`;
}
