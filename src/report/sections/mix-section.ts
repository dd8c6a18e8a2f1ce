import type { Correction, Estimate, EstimateVariant, Mix, Series } from '../../domain/estimate.ts';
import { type ClassMix, MIX_DIMENSIONS } from '../../domain/reference-mix.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { drawIndexChart } from '../charts/index-chart.ts';
import { balanceCell, type ReportContext, targetCell } from '../report-context.ts';
import { timeBlock } from './time-figure.ts';

/** The same number at both mixes. */
interface BothMixes {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly observed: Estimate;
  readonly fixed: Estimate;
  /** The same corrected by codings; null where they are too few. */
  readonly corrected: { readonly observed: Estimate; readonly fixed: Estimate } | null;
}

/** Changes, levels and series at a fixed mix of sources beside the observed one; only where the mixes differ. */
export function composeMix(context: ReportContext): Section | null {
  const { messages, finding, label, format } = context;
  const words = messages.mix;
  const events = context.events.flatMap(({ id }): Block[] => {
    const rows = finding.events
      .filter((one) => one.event === id)
      .flatMap((one) => bothMixes(one, one.effect, one.variants));
    const caption = words.caption(label.event(id));
    return rows.length === 0 ? [] : [{ kind: 'table', table: mixTable(context, caption, rows) }];
  });
  const levels = (finding.levels ?? []).flatMap((one) => bothMixes(one, one.estimate, one.variants));
  const levelTable: Block[] =
    levels.length === 0
      ? []
      : [
          {
            kind: 'table',
            table: mixTable(context, words.levelCaption(format.period(finding.study.period)), levels),
          },
        ];
  const isCorrected = levels.some(({ corrected }) => corrected !== null);
  const figures = finding.series.flatMap((series) => mixFigure(context, series));
  if (events.length + levelTable.length + figures.length === 0) return null;
  return {
    id: 'mix',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...references(context),
      ...events,
      ...levelTable,
      ...(isCorrected ? [{ kind: 'paragraph', text: words.why } as const] : []),
      { kind: 'paragraph', text: words.note, tone: 'note' },
      ...figures,
    ],
  };
}

function bothMixes(
  { target, stratum }: Pick<BothMixes, 'target' | 'stratum'>,
  observed: Estimate,
  variants: readonly EstimateVariant[] = [],
): BothMixes[] {
  // A corrected number in the foreground is not what the fixed mix without correction compares with.
  const of = (correction: Correction, mix: Mix): Estimate | undefined =>
    variants.find((one) => one.mix === mix && one.correction === correction)?.estimate;
  const raw = of('none', 'observed') ?? observed;
  const [fixed, correctedFixed] = [of('none', 'fixed'), of('dsl', 'fixed')];
  if (fixed === undefined || raw.kind !== 'estimate') return [];
  if (fixed.kind === 'estimate' && (fixed.reference?.composition ?? null) === null) return [];
  const corrected = correctedFixed === undefined ? null : { observed, fixed: correctedFixed };
  return [{ target, stratum, observed: raw, fixed, corrected }];
}

function mixTable(context: ReportContext, caption: string, rows: readonly BothMixes[]): Table {
  const { messages, label, format } = context;
  const words = messages.mix;
  const isCorrected = rows.some(({ corrected }) => corrected !== null);
  return {
    caption,
    columns: [
      { label: messages.word.target, numeric: false },
      { label: messages.word.class, numeric: false },
      { label: words.observed, numeric: true },
      { label: words.fixed, numeric: true },
      ...(isCorrected
        ? [
            { label: words.observedCorrected, numeric: true },
            { label: words.fixedCorrected, numeric: true },
          ]
        : []),
      { label: words.composition, numeric: true },
      { label: words.covered, numeric: true },
    ],
    rows: rows.map(({ target, stratum, observed, fixed, corrected }) => {
      const reference = fixed.kind === 'estimate' ? fixed.reference : undefined;
      const none: Cell = { text: '—', muted: true };
      const part = reference?.composition ?? null;
      return [
        targetCell(context, target),
        { text: label.stratum(stratum) },
        balanceCell(context, observed),
        balanceCell(context, fixed),
        ...(isCorrected
          ? [corrected?.observed, corrected?.fixed].map((one) =>
              one === undefined ? none : balanceCell(context, one),
            )
          : []),
        part === null ? none : { text: format.points(part.value), note: format.interval(part.interval) },
        reference === undefined ? none : { text: format.wholePercent(reference.coverage) },
      ];
    }),
  };
}

/** One figure for each target that is no placebo and class whose mixes differ in some period. */
function mixFigure(context: ReportContext, series: Series): Block[] {
  const { messages, finding, label } = context;
  const isPlacebo = finding.study.targets.some(({ id, placebo }) => id === series.target && placebo);
  const fixed = series.variants?.find((one) => one.mix === 'fixed' && one.correction === 'none');
  if (isPlacebo || fixed === undefined || series.measure !== 'net-balance') return [];
  if (!fixed.estimates.some((e) => e.kind === 'estimate' && (e.reference?.composition ?? null) !== null))
    return [];
  const raw = series.variants?.find((one) => one.mix === 'observed' && one.correction === 'none');
  const corrected = series.variants?.find((one) => one.mix === 'fixed' && one.correction === 'dsl');
  const observed = corrected === undefined ? (raw?.estimates ?? series.estimates) : series.estimates;
  const line = (name: string, estimates: Series['estimates']): Series => ({
    ...series,
    id: `${series.id} ${name}`,
    stratum: { class: name },
    estimates,
  });
  return [
    timeBlock(context, {
      title: messages.mix.figure(label.target(series.target), label.stratum(series.stratum)),
      target: label.target(series.target),
      measure: 'net-balance',
      axis: messages.index.axis,
      series: [
        line(messages.mix.observed, observed),
        line(messages.mix.fixed, (corrected ?? fixed).estimates),
      ],
      draw: drawIndexChart,
    }),
  ];
}

/** The reference of each class whose study names another than the observed mix of its sources. */
function references(context: ReportContext): Block[] {
  const { messages, finding, label } = context;
  const items = Object.entries(finding.study.referenceMix ?? {})
    .filter(([, mix]) => Object.keys(mix).length > 1 || mix.source !== 'observed')
    .map(([name, mix]) =>
      messages.mix.reference({ class: label.class(name), shares: sharesText(context, mix) }),
    );
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function sharesText({ messages, format, label }: ReportContext, mix: ClassMix): string {
  const { word, mix: words } = messages;
  return MIX_DIMENSIONS.flatMap((dimension) => {
    const shares = mix[dimension];
    if (shares === undefined) return [];
    const text =
      shares === 'observed'
        ? words.observedShares
        : Object.entries(shares)
            .map(
              ([name, share]) =>
                `${dimension === 'source' ? label.source(name) : name} ${format.percent(share)}`,
            )
            .join(word.comma);
    return [`${words.dimension[dimension]}${word.colon}${text}`];
  }).join(word.separator);
}
