import { OWN_LEVELS } from '../../domain/decomposition.ts';
import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** Which observations are compared. */
export interface ObservedRows {
  readonly target: string;
  readonly class: string;
  /** Days since 1970-01-01, half-open; null = all. */
  readonly days: readonly { readonly start: number; readonly end: number }[] | null;
  /** As the posts have them; null = all. */
  readonly regions: readonly string[] | null;
  /** Null = all. */
  readonly theme: string | null;
}

/** Keeps the documents of the table `observation`, to be compared with those of other choices. */
export async function keepObserved(database: Database): Promise<void> {
  await database.run(
    'observed_kept',
    `create or replace temp table observed_kept as
     select document_id, target, class, author, published_day, region, themes from observation`,
  );
}

/** Authors of documents that are counted now and were not kept, and the reverse. */
export async function observedDifference(
  database: Database,
  { now, kept }: { readonly now: ObservedRows; readonly kept: ObservedRows },
): Promise<{ readonly added: number; readonly leftOut: number }> {
  const [row] = await database.rows<{ added: number; leftOut: number }>(
    'observed-difference',
    `with here as (${rowsOf('observation', now)}), there as (${rowsOf('observed_kept', kept)})
     select (select count(distinct author) from here anti join there using (document_id))::double as added,
            (select count(distinct author) from there anti join here using (document_id))::double as "leftOut"`,
  );
  return row ?? { added: 0, leftOut: 0 };
}

function rowsOf(table: string, { target, class: name, days, regions, theme }: ObservedRows): string {
  const inDays = days?.map(({ start, end }) => `(published_day >= ${start} and published_day < ${end})`);
  const where = [
    `target = ${literal(target)}`,
    `class = ${literal(name)}`,
    ...(inDays === undefined ? [] : [`(${inDays.join(' or ')})`]),
    ...(regions === null
      ? []
      : [`coalesce(region, ${literal(OWN_LEVELS.unknown)}) in (${regions.map(literal).join(', ')})`]),
    ...(theme === null ? [] : [`list_contains(themes, ${literal(theme)})`]),
  ];
  return `select document_id, author from ${table} where ${where.join(' and ')}`;
}
