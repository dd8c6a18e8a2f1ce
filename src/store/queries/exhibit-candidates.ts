import type { Selection } from '../../domain/exhibit.ts';
import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** A mention that may be quoted. */
export interface ExhibitCandidate {
  readonly selection: Selection;
  readonly documentId: bigint;
  readonly target: string;
  readonly class: string;
  readonly source: string;
  readonly side: 'against' | 'favor';
  /** Ten-thousandths. */
  readonly probability: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly publishedAt: number;
  readonly publishedDay: number;
  readonly precision: string;
  readonly language: string;
  readonly url: string | null;
  readonly recordHash: string;
  readonly nCopies: number;
  /** Key of the author, or of the copies where no author is known. */
  readonly author: bigint;
  readonly themes: readonly string[];
  /** An earlier copy of the text stands in a class in which persons speak. */
  readonly isCopiedFromPerson: boolean;
  /** Labels of the target and class over the whole period. */
  readonly nAgainst: number;
  readonly nNeither: number;
  readonly nFavor: number;
}

/** What the exhibits are drawn from, and how many. */
export interface ExhibitDraw {
  readonly mention: string;
  readonly annotation: string;
  readonly document: string;
  readonly rawRecord: string;
  /** Candidates by each rule for each target, class and side: more than are shown, because no document is shown twice. */
  readonly perRule: Readonly<Record<Selection, number>>;
  /** Ten-thousandths: a quote should show what it is shown for. */
  readonly minimumProbability: number;
  /** Of a target and class with fewer authors nothing is quoted. */
  readonly minimumAuthors: number;
  /** Classes in which persons speak. */
  readonly privateClasses: readonly string[];
  readonly seed: number;
}

/**
 * Mentions in the order of each rule within each target, class and side. Chance is the MD5 of seed and document id, so a draw can
 * be repeated anywhere, and it decides between equals. Only own words are shown: what others said stands in no post of
 * theirs. At most one per author and one per cluster of copies.
 */
export async function drawExhibits(database: Database, draw: ExhibitDraw): Promise<ExhibitCandidate[]> {
  return database.rows<ExhibitCandidate>(
    'draw-exhibits',
    `with cell as (
       select row_number() over (order by target, class)::integer as cell, target, class, sum(against)::double as n_against, sum(favor)::double as n_favor,
              sum(annotated - against - favor)::double as n_neither
       from observation where annotated = 1 group by target, class having count(distinct author) >= ${draw.minimumAuthors}),
     ${chosenSql(draw)}
     select w.selection, d.document_id as "documentId", c.target, c.class, d.source_id as source,
            if(w.is_favor, 'favor', 'against') as side,
            w.probability::double as probability, d.text, m.start_offset as start, m.end_offset as "end",
            d.published_at::double as "publishedAt", d.published_day::double as "publishedDay", d.precision, d.language, d.url,
            lower(hex(r.record_hash)) as "recordHash", w.author, m.themes,
            (select count(*) from document_cluster c where c.cluster_id = w.cluster)::double as "nCopies",
            coalesce(p.first_at < d.published_at, false) as "isCopiedFromPerson",
            c.n_against as "nAgainst", c.n_neither as "nNeither", c.n_favor as "nFavor"
     from drawn w
     join cell c using (cell)
     join ${draw.document} d using (document_id)
     join ${draw.rawRecord} r using (document_id)
     join ${draw.mention} m on m.document_id = w.document_id and m.target = c.target
     left join persons p using (cluster)
     order by c.target, c.class, side, w.selection, w.place`,
  );
}

/**
 * The sort key of each rule is one number; equals stand in the order of the draw. Cells, rules and sides are numbers here, and rows bear
 * what they are chosen by alone, because all of them are sorted. What has no copies is one of its cluster in any case.
 */
function chosenSql(draw: ExhibitDraw): string {
  const rules = Object.entries(draw.perRule);
  const limits = rules.map(([rule, n], i) => `(${i}, ${literal(rule)}, ${n})`);
  const most = Math.max(...rules.map(([, n]) => n));
  const isPrivate = `s.class in (${["''", ...draw.privateClasses.map(literal)].join(', ')})`;
  const firstOf = (key: string): string =>
    `row_number() over (partition by rule, cell, is_favor${key} order by sort, draw)`;
  return `
     rule as (select * from (values ${limits.join(', ')}) l(rule, selection, most)),
     clear as (
       select o.document_id, c.cell, o.favor = 1 as is_favor, o.author, o.cluster, o.is_copied, o.themes, o.published_day,
              case when o.favor = 1 then a.favor else a.against end as probability,
              md5('${draw.seed}:' || o.target || ':' || o.document_id::varchar) as draw
       from observation o join cell c using (target, class)
       join ${draw.annotation} a using (document_id, target)
       where o.favor + o.against = 1 and o.voice = 'own' and probability >= ${draw.minimumProbability}),
     theme_use as (
       select cell, is_favor, theme, count(*) as n
       from (select cell, is_favor, unnest(themes) as theme from clear) group by all),
     main_theme as (
       select cell, is_favor, theme from theme_use
       qualify row_number() over (partition by cell, is_favor order by n desc, theme) = 1),
     ruled as (
       select l.rule, c.document_id, c.cell, c.is_favor, c.author, c.cluster, c.is_copied, c.probability, c.draw,
              case l.selection when 'extreme' then -probability when 'earliest' then published_day else 0 end as sort
       from clear c cross join rule l
       left join main_theme t using (cell, is_favor)
       where l.selection <> 'central' or t.theme is null or list_contains(c.themes, t.theme)),
     one_per_cluster as (
       select * from ruled where not is_copied
       union all
       select * from ruled where is_copied qualify ${firstOf(', cluster')} <= 1),
     one_per_author as (select * from one_per_cluster qualify ${firstOf(', author')} <= 1),
     placed as (select *, ${firstOf('')} as place from one_per_author qualify place <= ${most}),
     drawn as (select * from placed join rule using (rule) where place <= most),
     persons as (
       select k.cluster_id as cluster, min(d.published_at) as first_at
       from document_cluster k join ${draw.document} d using (document_id) join source_class s using (source_id)
       where ${isPrivate} and k.cluster_id in (select cluster from drawn)
       group by all)`;
}
