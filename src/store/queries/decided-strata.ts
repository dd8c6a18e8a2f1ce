import type { Database } from '../database.ts';
import type { DayContrast } from './contrast-moments.ts';

/** Annotated mentions of one target in one class, language and domain, by what the annotator decided. */
export interface DecidedStratum {
  readonly target: string;
  readonly class: string;
  /** Index of the bin; of a contrast 0 = before, 1 = after. */
  readonly span: number;
  /** Primary subtag of BCP 47. */
  readonly language: string;
  /** Kind of text that the source is read as. */
  readonly domain: string;
  readonly nMentions: number;
  /** Sums of weights, in the unit of the table `observation`. */
  readonly against: number;
  readonly neither: number;
  readonly favor: number;
}

/** What was decided in every bin, by language and domain; after `createObservations`. */
export async function binStrata(
  database: Database,
  domainOfSource: ReadonlyMap<string, string>,
): Promise<DecidedStratum[]> {
  return strata(database, { span: 'bin', where: 'true' }, domainOfSource);
}

/** What was decided on both sides of an event, by language and domain. */
export async function contrastStrata(
  database: Database,
  { before, after }: DayContrast,
  domainOfSource: ReadonlyMap<string, string>,
): Promise<DecidedStratum[]> {
  const inside = (span: { start: number; end: number }): string =>
    `published_day >= ${span.start} and published_day < ${span.end}`;
  const where = `((${inside(before)}) or (${inside(after)}))`;
  return strata(database, { span: `(${inside(after)})::integer`, where }, domainOfSource);
}

function strata(
  database: Database,
  { span, where }: { readonly span: string; readonly where: string },
  domainOfSource: ReadonlyMap<string, string>,
): Promise<DecidedStratum[]> {
  const domains = [...domainOfSource].map(([source, domain]) => `(${literal(source)}, ${literal(domain)})`);
  return database.rows<DecidedStratum>(
    'decided-strata',
    `select target, class, ${span} as span, split_part(language, '-', 1) as language, domain,
            count(*)::double as "nMentions", sum(w * against)::double as against,
            sum(w * (1 - against - favor))::double as neither, sum(w * favor)::double as favor
     from observation join (values ${domains.join(', ')}) t(source_id, domain) using (source_id)
     where annotated = 1 and ${where}
     group by all order by all`,
  );
}

/** A string as an SQL literal. */
function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
