import type { CodedMention, Coding, CodingStratum } from '../../domain/coding.ts';
import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/**
 * Makes the table `coding` after {@link createObservations}: the codings whose mention stands in `observation`, with
 * what the corpus and the annotator say of it. A mention coded in two waves has a row for each.
 * @param annotation table expression, see `readParts`
 */
export async function createCodings(
  database: Database,
  annotation: string,
  codings: readonly Coding[],
): Promise<void> {
  const rows = codings.map(
    (one) =>
      `(${one.documentId}::ubigint, ${literal(one.target)}, ${literal(one.wave)}, ${literal(one.stratum)}, ` +
      `${one.inclusionProbability}::double, ${literal(one.label)})`,
  );
  const none = "(null::ubigint, '', '', '', null::double, '')";
  await database.run(
    'coding',
    `create or replace temp table coding as
     select k.wave, k.stratum, k.inclusion_probability, k.label,
            o.document_id, o.target, o.class, o.source_id, o.language, o.region, o.voice, o.bin, o.published_day,
            o.author, o.cluster, o.w, a.label as model_label,
            a.against as p_against, a.neither as p_neither, a.favor as p_favor
     from (values ${rows.length === 0 ? none : rows.join(', ')})
            k(document_id, target, wave, stratum, inclusion_probability, label)
     join observation o using (document_id, target)
     join ${annotation} a using (document_id, target)`,
  );
}

/**
 * The rows of `coding`, by wave, target and document.
 * @param weightUnit what the table `observation` counts as 1
 */
export async function codedMentions(database: Database, weightUnit: number): Promise<CodedMention[]> {
  return database.rows<CodedMention>(
    'coded-mentions',
    `select document_id as "documentId", target, wave, stratum, inclusion_probability as "inclusionProbability", label,
            class, source_id as source, language, published_day as day, author, cluster,
            w::double / ${weightUnit} as weight, p_against::double / ${PROBABILITY_UNIT} as "pAgainst",
            p_neither::double / ${PROBABILITY_UNIT} as "pNeither", p_favor::double / ${PROBABILITY_UNIT} as "pFavor",
            model_label as "modelLabel"
     from coding order by wave, target, document_id`,
  );
}

/** Mentions that stand in a stratum of a wave today. */
export interface StratumPopulationRow {
  readonly wave: string;
  readonly stratum: string;
  readonly nMentions: number;
  /** Σ of weights, in units of 1. */
  readonly weight: number;
}

/** Mentions of `observation` by the strata of the waves, by the labels that the annotator gives today. */
export async function stratumPopulations(
  database: Database,
  annotation: string,
  { strata, weightUnit }: { readonly strata: readonly CodingStratum[]; readonly weightUnit: number },
): Promise<StratumPopulationRow[]> {
  if (strata.length === 0) return [];
  const day = (date: string): string => `date ${literal(date)} - date '1970-01-01'`;
  const rows = strata.map(
    (one) =>
      `(${literal(one.wave)}, ${literal(one.id)}, ${literal(one.target)}, ${literal(one.class)}, ` +
      `${day(one.period.start)}, ${day(one.period.end)}, ` +
      `${one.modelLabel === null ? 'null::varchar' : literal(one.modelLabel)})`,
  );
  return database.rows<StratumPopulationRow>(
    'stratum-populations',
    `select s.wave, s.stratum, count(o.document_id)::double as "nMentions",
            coalesce(sum(o.w), 0)::double / ${weightUnit} as weight
     from (values ${rows.join(', ')}) s(wave, stratum, target, class, start_day, end_day, model_label)
     left join (select o.*, a.label as model_label from observation o join ${annotation} a using (document_id, target)) o
       on o.target = s.target and o.class = s.class and o.published_day >= s.start_day
          and o.published_day < s.end_day and (s.model_label is null or o.model_label = s.model_label)
     group by all order by s.wave, s.stratum`,
  );
}

/** Codings that stand in `coding`, by wave. */
export async function countCodings(
  database: Database,
): Promise<{ readonly wave: string; readonly nCodings: number }[]> {
  return database.rows(
    'count-codings',
    'select wave, count(*)::double as "nCodings" from coding group by wave order by wave',
  );
}
