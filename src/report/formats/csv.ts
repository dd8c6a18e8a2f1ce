import type { ContributionKind, Decomposition, PartOfChange } from '../../domain/decomposition.ts';
import type { Estimate } from '../../domain/estimate.ts';
import type { Finding } from '../../domain/finding.ts';

type Value = string | number | boolean | null;

const COLUMNS = [
  'part',
  'series',
  'event',
  'target',
  'stratum',
  'measure',
  'dimension',
  'category',
  'term',
  'periodStart',
  'periodEnd',
  'kind',
  'value',
  'standardError',
  'lower',
  'upper',
  'level',
  'nDocuments',
  'nAuthors',
  'nClusters',
  'effectiveSampleSize',
  'method',
  'correction',
  'mix',
  'bandLower',
  'bandUpper',
  'bandBasis',
  'reason',
  'claim',
  'verdict',
  'rule',
  'threshold',
  'synthetic',
  'runId',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], Value>>;

/** All estimates in long form, one row each, unrounded. Shares are 0–1 and balances −1…1; an empty cell is "none". */
export function renderCsv(finding: Finding): string {
  const lines = [
    COLUMNS.join(','),
    ...rows(finding).map((row) => COLUMNS.map((name) => csvCell(row[name])).join(',')),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** What a row is: `change-point` = size of a lasting change, `contribution` = term of a decomposition, `difference` = of two classes, `claim` = what a verdict rests on. */
const PARTS = [
  'headline',
  'level',
  'series',
  'before',
  'after',
  'effect',
  'step',
  'change-point',
  'contribution',
  'difference',
  'claim',
] as const;

interface Place {
  readonly part: (typeof PARTS)[number];
  readonly series: string | null;
  readonly event: string | null;
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly measure: string;
}

/** What stands in a row; what is left out is empty. */
type Cells = Place & Partial<Omit<Row, keyof Place>>;

function rows(finding: Finding): Row[] {
  const empty = Object.fromEntries(COLUMNS.map((name) => [name, null])) as Row;
  return [
    ...estimateRows(finding),
    ...changePointRows(finding),
    ...splitRows(finding),
    ...claimRows(finding),
  ].map((cells) => ({
    ...empty,
    ...Object.fromEntries(
      COLUMNS.flatMap((name) => (cells[name] === undefined ? [] : [[name, cells[name]]])),
    ),
    stratum: Object.entries(cells.stratum)
      .map(([dimension, value]) => `${dimension}=${value}`)
      .join(';'),
    synthetic: finding.synthetic,
    runId: finding.manifest.runId,
  }));
}

function estimateRows(finding: Finding): Cells[] {
  const { headline } = finding;
  const row = (place: Place, estimate: Estimate): Cells => ({ ...place, ...estimateCells(estimate) });
  return [
    row({ part: 'headline', series: null, measure: 'net-balance', ...pick(headline) }, headline.estimate),
    ...(finding.levels ?? []).flatMap((level) =>
      [level, ...(level.variants ?? [])].map(({ estimate }) =>
        row({ part: 'level', series: null, event: null, ...level }, estimate),
      ),
    ),
    ...finding.series.flatMap((series) =>
      [series, ...(series.variants ?? [])].flatMap(({ estimates }) =>
        estimates.map((estimate) =>
          row({ part: 'series', ...series, series: series.id, event: null }, estimate),
        ),
      ),
    ),
    ...finding.events.flatMap((contrast) => {
      const place = { series: null, measure: 'net-balance', ...pick(contrast) } as const;
      return [
        ...(['before', 'after', 'effect', 'step'] as const).flatMap((part) => {
          const estimate = contrast[part];
          return estimate === undefined ? [] : [row({ part, ...place }, estimate)];
        }),
        ...(contrast.variants ?? []).map(({ estimate }) => row({ part: 'effect', ...place }, estimate)),
      ];
    }),
  ];
}

/** Sizes of lasting changes; the period is the one in which they may have begun. */
function changePointRows(finding: Finding): Cells[] {
  return finding.changePoints.map(({ series, target, stratum, kind, dateInterval, size }) => ({
    ...{ part: 'change-point', series, event: null, target, stratum, measure: 'net-balance', term: kind },
    ...partCells(size),
    periodStart: dateInterval.start,
    periodEnd: dateInterval.end,
    correction: size.correction,
    mix: size.mix,
  }));
}

/** Terms of decompositions, and differences of classes. */
function splitRows(finding: Finding): Cells[] {
  return [
    ...(finding.decompositions ?? []).flatMap(({ event, target, stratum, from, to, ...split }) =>
      termsOf(split).map(
        ({ level, kind, ...part }): Cells => ({
          ...{ part: 'contribution', series: null, event, target, stratum, measure: 'net-balance' },
          ...{ dimension: split.dimension, category: level, term: kind },
          ...partCells(part),
          periodStart: from.start,
          periodEnd: to.end,
          correction: 'none',
          mix: 'observed',
        }),
      ),
    ),
    ...(finding.classContrasts ?? []).map(
      ({ target, classes, measure, theme, difference }): Cells => ({
        ...{ part: 'difference', series: null, event: null, target, measure, category: theme },
        stratum: { class: classes.join(' − ') },
        ...estimateCells(difference),
      }),
    ),
  ];
}

/** The contributions, and what is the annotator's error, which belongs to no level. */
function termsOf({
  contributions,
  measurement,
}: Pick<Decomposition, 'contributions' | 'measurement'>): (PartOfChange & {
  readonly level: string;
  readonly kind: ContributionKind | 'measurement';
})[] {
  return [
    ...contributions,
    ...(measurement === null ? [] : [{ level: '', kind: 'measurement' as const, ...measurement }]),
  ];
}

/** The numbers of each claim, the deciding one first; a claim without a number has no row. */
function claimRows({ claims }: Finding): Cells[] {
  return claims.flatMap(({ id, target, parts }) =>
    parts.map(
      ({ classes, measure, estimate, verdict, rule, threshold, boundTo }): Cells => ({
        ...{ part: 'claim', series: boundTo, event: null, target: target ?? '', measure },
        stratum: { class: classes.join(' − ') },
        ...estimateCells(estimate),
        ...{ claim: id, verdict, rule, threshold },
      }),
    ),
  );
}

function partCells({ value, standardError, interval }: PartOfChange) {
  const { lower, upper, level } = interval;
  return { kind: 'estimate', value, standardError, lower, upper, level };
}

function pick({ event, target, stratum }: Pick<Place, 'event' | 'target' | 'stratum'>) {
  return { event, target, stratum };
}

function estimateCells(estimate: Estimate) {
  const { period, kind, nDocuments, nAuthors, nClusters } = estimate;
  const estimated = estimate.kind === 'estimate' ? estimate : null;
  return {
    periodStart: period.start,
    periodEnd: period.end,
    kind,
    value: estimated?.value ?? null,
    standardError: estimated?.standardError ?? null,
    lower: estimated?.interval.lower ?? null,
    upper: estimated?.interval.upper ?? null,
    level: estimated?.interval.level ?? null,
    nDocuments,
    nAuthors,
    nClusters,
    effectiveSampleSize: estimated?.effectiveSampleSize ?? null,
    method: estimated?.method ?? null,
    correction: estimated?.correction ?? null,
    mix: estimated?.mix ?? null,
    bandLower: estimated?.errorBand?.lower ?? null,
    bandUpper: estimated?.errorBand?.upper ?? null,
    bandBasis: estimated?.errorBand?.basis ?? null,
    reason: estimate.kind === 'not-estimable' ? estimate.reason : null,
  };
}

/** A value as a cell: RFC 4180, and text that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvCell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = value.toWellFormed().replace(/\0/g, '\ufffd');
  const inert = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
