import type { Grouping } from '../../stats/cluster-products.ts';
import type { Database } from '../database.ts';
import {
  type MomentSpan,
  type StratumComponent,
  spanSql,
  stratumNames,
  type Units,
} from './stratum-moments.ts';

/** Strata of the coded mentions, and what all mentions of their authors and copies come to by stratum. */
export interface CodedStrata {
  /** The stratum of a coded mention, as {@link stratumKey} names it; null where it has none. */
  readonly stratumOf: (mention: CodedKey) => string | null;
  /** Totals of the mention's author, copies or both in the components of the span. */
  readonly totals: (mention: CodedKey, grouping: Grouping) => readonly ComponentTotal[];
}

interface ComponentTotal {
  readonly stratum: string;
  readonly side: 0 | 1;
  readonly y: number;
  readonly n: number;
}

interface CodedKey {
  readonly documentId: string | bigint;
  readonly target: string;
  readonly class: string;
  readonly author: bigint;
  readonly cluster: bigint;
}

/** A stratum in one word. */
export function stratumKey(stratum: StratumComponent['stratum']): string {
  return JSON.stringify(stratum);
}

const KEYS = { author: ['author'], copies: ['cluster'], both: ['author', 'cluster'] } as const;

/** After {@link createStrata} of `scored` and `createCodings`. */
export async function codedStrata(database: Database, span: MomentSpan, unit: Units): Promise<CodedStrata> {
  await database.run('spanned', `create or replace temp view spanned as ${spanSql(span)}`);
  const names = await stratumNames(database);
  const nameOf = (stratum: number): string => stratumKey(names.get(stratum) ?? {});
  type Row = Readonly<Record<string, string | number | bigint>>;
  const placed = await database.rows<Row>(
    'coded-strata',
    `select distinct document_id, target, stratum::double as stratum
     from stratified join (select distinct document_id, target from coding) using (document_id, target)`,
  );
  const strata = new Map(
    placed.map((row) => [`${row['document_id']}\0${row['target']}`, nameOf(Number(row['stratum']))]),
  );
  const totals = new Map<string, ComponentTotal[]>();
  for (const grouping of ['author', 'copies', 'both'] as const) {
    const columns = ['target', 'class', ...KEYS[grouping]];
    const rows = await database.rows<Row>(
      `coded-stratum-totals ${grouping}`,
      `select ${columns.join(', ')}, component::double as component, sum(y)::double as y, sum(w)::double as n
       from spanned join (select distinct ${columns.join(', ')} from coding) using (${columns.join(', ')})
       group by all order by all`,
    );
    for (const row of rows) {
      const key = [grouping, ...columns.map((name) => row[name])].join('\0');
      const component = Number(row['component']);
      const mine = totals.get(key) ?? [];
      mine.push({
        stratum: nameOf(Math.floor(component / 2)),
        side: component % 2 === 1 ? 1 : 0,
        y: Number(row['y']) / unit.weight / unit.label,
        n: Number(row['n']) / unit.weight,
      });
      totals.set(key, mine);
    }
  }
  return {
    stratumOf: ({ documentId, target }) => strata.get(`${documentId}\0${target}`) ?? null,
    totals: (of, grouping) =>
      totals.get([grouping, of.target, of.class, ...KEYS[grouping].map((name) => of[name])].join('\0')) ?? [],
  };
}
