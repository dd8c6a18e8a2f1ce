import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import type { Database } from '../database.ts';
import type { DaySpan } from './contrast-moments.ts';
import { literal } from './observation.ts';

/** Mentions of one target and class whose probabilities fall into one cell. */
export interface PosteriorCell {
  readonly label: string;
  /** Σ of weights, in units of 1. */
  readonly weight: number;
  /** Weighted means of the probabilities, 0–1. */
  readonly against: number;
  readonly neither: number;
  readonly favor: number;
}

/** Cells along each class: the means inside a cell are kept exactly. */
const CELLS = 10;

/**
 * Histogram of the annotator's probabilities over `observation`, in a span of days.
 * @param annotation table expression, see `readParts`
 */
export async function posteriorHistogram(
  database: Database,
  annotation: string,
  of: {
    readonly target: string;
    readonly class: string;
    readonly span: DaySpan;
    readonly weightUnit: number;
  },
): Promise<PosteriorCell[]> {
  const names = ['against', 'neither', 'favor'] as const;
  const means = names.map(
    (name) => `sum(o.w * a.${name})::double / sum(o.w)::double / ${PROBABILITY_UNIT} as ${name}`,
  );
  const cells = names.map(
    (name) => `least(${CELLS - 1}, a.${name}::bigint * ${CELLS} // ${PROBABILITY_UNIT}) as cell_${name}`,
  );
  return database.rows<PosteriorCell>(
    'posterior-histogram',
    `select label, weight, against, neither, favor from (
       select a.label, ${cells.join(', ')}, sum(o.w)::double / ${of.weightUnit} as weight, ${means.join(', ')}
       from observation o join ${annotation} a using (document_id, target)
       where o.annotated = 1 and o.target = ${literal(of.target)} and o.class = ${literal(of.class)}
         and o.published_day >= ${of.span.start} and o.published_day < ${of.span.end}
       group by all)
     order by label, cell_against, cell_neither, cell_favor`,
  );
}
