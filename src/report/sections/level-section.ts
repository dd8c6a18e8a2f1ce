import type { ErrorBand, Estimate } from '../../domain/estimate.ts';
import type { Cell, Section } from '../block.ts';
import {
  authorsCell,
  balanceCell,
  countCell,
  type ReportContext,
  seriesByClass,
  targetCell,
} from '../report-context.ts';

interface LevelRow {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly estimate: Estimate;
}

/** Net balance of every target in every class with the counts it rests on. */
export function composeLevels(context: ReportContext): Section {
  const { messages, finding, format } = context;
  const whole = (finding.levels ?? []).filter((level) => level.measure === 'net-balance');
  const rows: readonly LevelRow[] = whole.length > 0 ? whole : lastLevels(context);
  const { levels, word } = messages;
  if (rows.length === 0) {
    const none = { kind: 'paragraph', text: levels.none, tone: 'note' } as const;
    return { id: 'levels', heading: levels.heading, blocks: [none] };
  }
  const banded = rows.some(({ estimate }) => bandOf(estimate) !== undefined);
  const table = {
    caption: whole.length > 0 ? levels.captionWhole(format.period(finding.study.period)) : levels.captionLast,
    columns: [
      { label: word.target, numeric: false },
      { label: word.class, numeric: false },
      ...(whole.length > 0 ? [] : [{ label: word.period, numeric: false }]),
      { label: word.netBalance, numeric: true },
      ...(banded ? [{ label: messages.errorBand.column, numeric: true }] : []),
      { label: word.mentions, numeric: true },
      { label: word.authors, numeric: true },
      { label: word.clusters, numeric: true },
      { label: word.effectiveSampleSize, numeric: true },
    ],
    rows: rows.map(({ target, stratum, estimate }) => [
      targetCell(context, target),
      { text: context.label.stratum(stratum) },
      ...(whole.length > 0 ? [] : [{ text: format.period(estimate.period) }]),
      balanceCell(context, estimate),
      ...(banded ? [bandCell(context, estimate)] : []),
      countCell(context, estimate.nDocuments),
      authorsCell(context, estimate),
      countCell(context, estimate.nClusters),
      estimate.kind === 'estimate'
        ? countCell(context, estimate.effectiveSampleSize)
        : { text: '—', muted: true },
    ]),
  };
  return {
    id: 'levels',
    heading: levels.heading,
    blocks: [
      { kind: 'paragraph', text: whole.length > 0 ? levels.introWhole : levels.introLast },
      { kind: 'table', table },
    ],
  };
}

function bandOf(estimate: Estimate): ErrorBand | undefined {
  return estimate.kind === 'estimate' ? estimate.errorBand : undefined;
}

function bandCell({ format }: ReportContext, estimate: Estimate): Cell {
  const band = bandOf(estimate);
  return band === undefined ? { text: '—', muted: true } : { text: format.interval(band) };
}

/** The last period with an estimate of each series; where there is none, the last period and its reason. */
function lastLevels(context: ReportContext): LevelRow[] {
  return context.finding.study.targets.flatMap((target) =>
    seriesByClass(context, target.id, 'net-balance').flatMap((series) => {
      const estimate = series.estimates.findLast((e) => e.kind === 'estimate') ?? series.estimates.at(-1);
      return estimate === undefined ? [] : [{ target: target.id, stratum: series.stratum, estimate }];
    }),
  );
}
