import type { Database } from '../database.ts';
import type { DayContrast } from './contrast-moments.ts';

/** Keeps the documents of the table `observation` in some days, to be compared with those of other choices. */
export async function keepObserved(database: Database, days: DayContrast | null): Promise<void> {
  await database.run('observed_kept', `create or replace temp table observed_kept as ${observedIn(days)}`);
}

/** Authors of documents that are counted now and were not kept, and the reverse. */
export async function observedDifference(
  database: Database,
  days: DayContrast | null,
): Promise<{ readonly added: number; readonly leftOut: number }> {
  const [row] = await database.rows<{ added: number; leftOut: number }>(
    'observed-difference',
    `with here as (${observedIn(days)})
     select (select count(distinct author) from here anti join observed_kept using (document_id))::double as added,
            (select count(distinct author) from observed_kept anti join here using (document_id))::double as "leftOut"`,
  );
  return row ?? { added: 0, leftOut: 0 };
}

function observedIn(days: DayContrast | null): string {
  const spans = days === null ? [] : [days.before, days.after];
  const where = spans.map(({ start, end }) => `(published_day >= ${start} and published_day < ${end})`);
  return `select document_id, author from observation${where.length === 0 ? '' : ` where ${where.join(' or ')}`}`;
}
