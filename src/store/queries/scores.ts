import type { Database } from '../database.ts';
import type { DaySpan } from './contrast-moments.ts';

/**
 * Makes the table `scored` after `createObservations` and `createCodings`: the observations of the coded targets, with
 * the annotator's probabilities (in their unit) where the labels stood.
 * @param annotation table expression, see `readParts`
 */
export async function createScores(database: Database, annotation: string): Promise<void> {
  await database.run(
    'scored',
    `create or replace temp table scored as
     select o.document_id, o.target, o.class, o.source_id, o.language, o.region, o.bin, o.published_day, o.author, o.cluster,
            o.is_copied, o.author_key, o.annotated, o.w,
            a.favor::bigint as favor, a.against::bigint as against
     from observation o join ${annotation} a using (document_id, target)
     where o.target in (select target from coding)`,
  );
}

const GROUPINGS = { author: ['author'], copies: ['cluster'], both: ['author', 'cluster'] } as const;

/** Sums of `scored` over the mentions of one author, one group of copies or both, in one span of days. */
interface ScoreTotal {
  readonly weight: number;
  readonly favor: number;
  readonly against: number;
}

/** A coded mention, as far as its totals are looked up by it. */
interface TotalKey {
  readonly target: string;
  readonly class: string;
  readonly author: bigint;
  readonly cluster: bigint;
}

/** Looks up the totals of a coded mention's author, copies or both, one for each span. */
export type ScoreTotals = (of: TotalKey, grouping: keyof typeof GROUPINGS) => readonly ScoreTotal[];

/**
 * Totals of `scored` in spans of days for all authors and copies of which a mention is coded.
 * @param unit weight and probability that count as 1
 */
export async function scoreTotals(
  database: Database,
  spans: readonly DaySpan[],
  unit: { readonly weight: number; readonly label: number },
): Promise<ScoreTotals> {
  const found = new Map<string, readonly ScoreTotal[]>();
  for (const [grouping, columns] of Object.entries(GROUPINGS)) {
    const rows = await database.rows<Record<string, number | bigint | string>>(
      `score-totals ${grouping}`,
      totalsSql(columns, spans),
    );
    for (const row of rows) {
      const key = [grouping, row['target'], row['class'], ...columns.map((name) => row[name])].join('\0');
      const totals = spans.map((_, k) => ({
        weight: Number(row[`n${k}`]) / unit.weight,
        favor: Number(row[`f${k}`]) / unit.weight / unit.label,
        against: Number(row[`a${k}`]) / unit.weight / unit.label,
      }));
      found.set(key, totals);
    }
  }
  const none = spans.map(() => ({ weight: 0, favor: 0, against: 0 }));
  return (of, grouping) => {
    const key = [grouping, of.target, of.class, ...GROUPINGS[grouping].map((name) => of[name])];
    return found.get(key.join('\0')) ?? none;
  };
}

function totalsSql(columns: readonly string[], spans: readonly DaySpan[]): string {
  const keys = ['target', 'class', ...columns].join(', ');
  const sums = spans.flatMap(({ start, end }, k) => {
    const inside = `filter (where published_day >= ${start} and published_day < ${end})`;
    return [
      `coalesce(sum(w) ${inside}, 0)::double as n${k}`,
      `coalesce(sum(w * favor) ${inside}, 0)::double as f${k}`,
      `coalesce(sum(w * against) ${inside}, 0)::double as a${k}`,
    ];
  });
  return `
    select ${keys}, ${sums.join(', ')}
    from scored join (select distinct ${keys} from coding) using (${keys})
    group by ${keys}`;
}
