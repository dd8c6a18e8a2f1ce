import type { StanceProblem } from '../../domain/stance.ts';
import type { Database } from '../database.ts';

/** Mentions of one source whose labels could not be used, by what was wrong. */
export interface LabelProblemRow {
  readonly source: string;
  readonly problem: StanceProblem;
  readonly nMentions: number;
}

/** Labels that came with records and could not be used, per source; all mentions, also outside the period. */
export async function labelProblems(
  database: Database,
  tables: { readonly mention: string; readonly annotation: string },
): Promise<LabelProblemRow[]> {
  return database.rows<LabelProblemRow>(
    'label-problems',
    `select source_id as source, problem, count(*)::double as "nMentions"
     from (select document_id, target, problem from ${tables.annotation} where problem is not null)
     join ${tables.mention} using (document_id, target)
     group by all order by all`,
  );
}

/** Annotations of all mentions that say something, whatever it is. */
export async function countUsableLabels(database: Database, annotation: string): Promise<number> {
  const [row] = await database.rows<{ readonly n: number }>(
    'usable-labels',
    `select count(*)::double as n from ${annotation} where label <> 'abstain'`,
  );
  return row?.n ?? 0;
}
