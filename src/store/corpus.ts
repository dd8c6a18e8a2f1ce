import type { Database } from './database.ts';
import { quotePath, readParts } from './part.ts';
import {
  ANNOTATION,
  DOCUMENT,
  MENTION,
  RAW_RECORD,
  REJECTED_RECORD,
  SIGNATURE,
  type Table,
} from './tables.ts';

/** Paths of the Parquet parts of each table that belong to one run. */
export interface CorpusParts {
  readonly raw_record: readonly string[];
  readonly rejected_record: readonly string[];
  readonly document: readonly string[];
  readonly signature: readonly string[];
  readonly mention: readonly string[];
  readonly annotation: readonly string[];
}

/** Table expressions over the parts of a run, each document once. */
export interface Corpus {
  readonly rawRecord: string;
  readonly rejectedRecord: string;
  readonly document: string;
  readonly signature: string;
  readonly mention: string;
  readonly annotation: string;
  /** Whether documents stand in several parts. */
  readonly isRepeated: boolean;
}

/** The batch a part belongs to: the unit's key and the batch number in its path. */
const BATCH_OF = `regexp_extract(filename, '([0-9a-f]{32}/[0-9]+)/', 1)`;

/**
 * Joins the parts of a run into tables. A document that several files hold stays in the part with the latest
 * retrieval, then the greater hash, so that it does not depend on which file was read first; the others
 * become rejected records with the reason `repeated-record`. Where it is known whether there are any, nothing is sought.
 */
export async function openCorpus(database: Database, parts: CorpusParts, known?: boolean): Promise<Corpus> {
  const isRepeated = known ?? (await haveRepeated(database, parts));
  if (!isRepeated) {
    return {
      isRepeated,
      rawRecord: readParts(RAW_RECORD, parts.raw_record),
      rejectedRecord: readParts(REJECTED_RECORD, parts.rejected_record),
      document: readParts(DOCUMENT, parts.document),
      signature: readParts(SIGNATURE, parts.signature),
      mention: readParts(MENTION, parts.mention),
      annotation: readParts(ANNOTATION, parts.annotation),
    };
  }
  await createSuperseded(database, parts.raw_record);
  return {
    isRepeated,
    rawRecord: unique(RAW_RECORD, parts.raw_record),
    rejectedRecord: `(select * from ${readParts(REJECTED_RECORD, parts.rejected_record)} union all select * from repeated_record)`,
    document: unique(DOCUMENT, parts.document),
    signature: unique(SIGNATURE, parts.signature),
    mention: unique(MENTION, parts.mention),
    annotation: unique(ANNOTATION, parts.annotation),
  };
}

async function haveRepeated(database: Database, parts: CorpusParts): Promise<boolean> {
  const [{ n } = { n: 0 }] = await database.rows<{ n: number }>(
    'repeated-documents',
    `select count(*)::double as n from (
       select document_id from ${readParts(RAW_RECORD, parts.raw_record)} group by all having count(*) > 1)`,
  );
  return n > 0;
}

function withBatch(paths: readonly string[]): string {
  return `read_parquet([${paths.map(quotePath).join(', ')}], filename = true)`;
}

async function createSuperseded(database: Database, paths: readonly string[]): Promise<void> {
  await database.run(
    'superseded',
    `create or replace temp table superseded as
     with repeated as (
       select document_id from ${withBatch(paths)} group by all having count(*) > 1)
     select document_id, ${BATCH_OF} as batch
     from ${withBatch(paths)} semi join repeated using (document_id)
     qualify row_number() over (
       partition by document_id order by coalesce(retrieved_at, 0) desc, hex(record_hash) desc, filename) > 1`,
  );
  await database.run(
    'repeated-record',
    `create or replace temp table repeated_record as
     select source_id, path, line, byte_offset, 'repeated-record' as reason,
            'id ' || coalesce(native_id, '(content)') || ' was read before' as detail,
            left(payload, 200) as excerpt
     from (select *, ${BATCH_OF} as batch from ${withBatch(paths)}) semi join superseded using (document_id, batch)`,
  );
}

function unique<Row>(table: Table<Row>, paths: readonly string[]): string {
  if (paths.length === 0) return readParts(table, paths);
  return `(select * exclude (filename, batch)
           from (select *, ${BATCH_OF} as batch from ${withBatch(paths)})
           anti join superseded using (document_id, batch))`;
}

/**
 * Digest of all records used: SHA-256 over their number and the sums of the two halves of MD5 over each record's id and
 * SHA-256. Sums need no order, so memory does not grow with the corpus and parts can be added up (AdHash; Bellare and
 * Micciancio 1997).
 */
export async function recordsDigest(
  database: Database,
  corpus: Corpus,
): Promise<{ digest: string; n: number }> {
  const [row] = await database.rows<{ digest: string; n: number }>(
    'records-digest',
    `select sha256(concat_ws(' ', count(*), sum((md5 >> 64)::ubigint), sum((md5 & ${2n ** 64n - 1n}::uhugeint)::ubigint))) as digest,
            count(*)::double as n
     from (select md5_number(document_id || ' ' || hex(record_hash)) as md5 from ${corpus.rawRecord})`,
  );
  return { digest: row?.digest ?? '', n: row?.n ?? 0 };
}
