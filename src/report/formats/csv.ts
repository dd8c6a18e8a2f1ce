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

interface Place {
  readonly part: 'headline' | 'level' | 'series' | 'before' | 'after' | 'effect';
  readonly series: string | null;
  readonly event: string | null;
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly measure: string;
}

function rows(finding: Finding): Row[] {
  const { headline } = finding;
  const row = (place: Place, estimate: Estimate): Row => ({
    ...place,
    stratum: Object.entries(place.stratum)
      .map(([dimension, value]) => `${dimension}=${value}`)
      .join(';'),
    ...estimateCells(estimate),
    synthetic: finding.synthetic,
    runId: finding.manifest.runId,
  });
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
        ...(['before', 'after', 'effect'] as const).map((part) => row({ part, ...place }, contrast[part])),
        ...(contrast.variants ?? []).map(({ estimate }) => row({ part: 'effect', ...place }, estimate)),
      ];
    }),
  ];
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
