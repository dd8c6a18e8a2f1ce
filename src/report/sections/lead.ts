import type { Estimate, Estimated } from '../../domain/estimate.ts';
import type { EventContrast } from '../../domain/finding.ts';
import type { Lead, Panel } from '../block.ts';
import { drawHeadlineChart } from '../charts/headline-chart.ts';
import { CORRECTION_MESSAGES } from '../messages/corrections.ts';
import { type ReportContext, shownCount } from '../report-context.ts';
import { testSentences } from './event-test-table.ts';

/** The first screen: question, period, and the headline number with its interval in words. */
export function composeLead(context: ReportContext): Lead {
  const { finding, messages, format, label } = context;
  const { study, headline } = finding;
  const { estimate } = headline;
  const contrast = finding.events.find(
    (one) =>
      one.event === headline.event &&
      one.target === headline.target &&
      sameStratum(one.stratum, headline.stratum),
  );
  const named = { target: label.target(headline.target), class: label.stratum(headline.stratum) };
  const subject =
    headline.event === null
      ? messages.lead.level({ ...named, period: format.period(estimate.period) })
      : messages.lead.change({
          ...named,
          event: label.event(headline.event),
          date: contrast === undefined ? '—' : format.period(contrast.date),
        });
  const estimated = estimate.kind === 'estimate';
  return {
    synthetic: finding.synthetic
      ? { title: messages.lead.syntheticTitle, body: messages.lead.syntheticBody }
      : null,
    eyebrow: messages.lead.eyebrow,
    title: study.title,
    question: { label: messages.lead.question, text: study.question },
    period: {
      label: messages.lead.period,
      text: `${format.period(study.period)} · ${messages.lead.bin[study.bin]}`,
    },
    subject,
    number: estimated ? messages.word.points(format.points(estimate.value)) : messages.lead.noNumber,
    interval: estimated
      ? `${format.interval(estimate.interval)} · ${messages.word.interval(context.level)}`
      : '',
    get place() {
      return context.places.get(estimate) ?? null;
    },
    uncorrected: estimated ? correctionMark(context, estimate) : '',
    isCorrected: estimated && estimate.correction !== 'none',
    sentences: [...sentences(context, estimate, contrast), ...uncorrectedBeside(context, estimate, contrast)],
    chart: chart(context, estimate, contrast),
  };
}

/** Whether and by how many codings the headline is corrected. */
function correctionMark(
  { finding, messages, format }: ReportContext,
  { correction, method }: Estimated,
): string {
  if (correction === 'none') return messages.word.uncorrected;
  const nCoded = Number(/codings: (\d+)/.exec(method)?.[1] ?? finding.codings?.nCoded ?? 0);
  return CORRECTION_MESSAGES[finding.study.language].byCodings(format.count(nCoded));
}

/** The uncorrected number beside a corrected headline, and why they differ. */
function uncorrectedBeside(
  { finding, format }: ReportContext,
  estimate: Estimate,
  contrast: EventContrast | undefined,
): readonly string[] {
  const { target, stratum } = finding.headline;
  if (estimate.kind !== 'estimate' || estimate.correction === 'none') return [];
  const words = CORRECTION_MESSAGES[finding.study.language];
  const raw =
    contrast?.variants?.find((one) => one.correction === 'none' && one.mix === 'observed')?.estimate ??
    finding.series
      .find(
        (one) => one.target === target && one.measure === 'net-balance' && sameStratum(one.stratum, stratum),
      )
      ?.variants?.find((one) => one.correction === 'none' && one.mix === 'observed')
      ?.estimates.find((one) => one.period.start === estimate.period.start);
  const error = finding.corrections?.find(
    (one) => one.target === target && sameStratum(one.stratum, stratum),
  )?.netError;
  const why = (): string => {
    if (error === undefined) return '';
    const text = `${format.points(error.value)} ${format.interval(error.interval)}`;
    if (contrast !== undefined) return words.whyChange(text);
    const unclear = error.interval.lower <= 0 && error.interval.upper >= 0;
    return words.why({ lean: error.value > 0 ? 'favor' : 'against', error: text, unclear });
  };
  return [raw?.kind === 'estimate' ? words.raw(format.estimate(raw)) : '', why()].filter(Boolean);
}

function chart(
  context: ReportContext,
  estimate: Estimate,
  contrast: EventContrast | undefined,
): Panel | null {
  const { messages, format } = context;
  const named = (label: string, one: Estimate) => (one.kind === 'estimate' ? [{ label, estimate: one }] : []);
  const rows =
    contrast === undefined
      ? named(messages.lead.netBalance, estimate)
      : [
          ...named(messages.contrasts.before, contrast.before),
          ...named(messages.contrasts.after, contrast.after),
        ];
  if (estimate.kind !== 'estimate' || rows.length === 0) return null;
  return {
    label: messages.lead.chart,
    description: rows
      .map((row) => `${row.label}${messages.word.colon}${format.estimate(row.estimate)}`)
      .join(messages.word.separator),
    draw: () => drawHeadlineChart({ rows, format }),
  };
}

function sentences(
  context: ReportContext,
  estimate: Estimate,
  contrast: EventContrast | undefined,
): readonly string[] {
  const { messages, format, label } = context;
  const { lead } = messages;
  if (estimate.kind === 'not-estimable') {
    return [
      lead.noNumberBecause(messages.reason[estimate.reason], shownCount(context, estimate.nDocuments)),
      ...missingClasses(context),
    ];
  }
  const { lower, upper } = estimate.interval;
  const size = (value: number): string => format.size(Math.abs(value));
  const sign = upper < 0 ? 'below' : lower > 0 ? 'above' : 'around';
  const missing = missingClasses(context);
  const basis = lead.basis(format.count(estimate.nDocuments), format.count(estimate.nClusters));
  if (contrast === undefined) {
    return [
      { below: lead.moreAgainst, above: lead.moreInFavor, around: lead.levelUnclear }[sign],
      ...errorBandSentences(context, estimate, 'level'),
      basis,
      ...missing,
    ];
  }
  const reading = {
    below: lead.fell(size(upper), size(lower)),
    above: lead.rose(size(lower), size(upper)),
    around: lead.changeUnclear,
  }[sign];
  const { before, after } = contrast;
  const both = before.kind === 'estimate' && after.kind === 'estimate';
  return [
    reading,
    ...errorBandSentences(context, estimate, 'change'),
    ...(both ? [lead.comparison(format.estimate(before), format.estimate(after))] : []),
    basis,
    ...testSentences(context, contrast),
    ...(contrast.inseparableFrom.length > 0 && contrast.step?.kind !== 'estimate'
      ? [
          lead.inseparable(
            format.list(contrast.inseparableFrom.map((id) => messages.word.quoted(label.event(id)))),
          ),
        ]
      : []),
    ...placebos(context),
    ...missing,
    lead.notCause,
  ];
}

/** Between what the true number lies if the annotator errs here as on coded texts. */
function errorBandSentences(
  { messages, format, level }: ReportContext,
  { errorBand }: Estimated,
  of: 'level' | 'change',
): readonly string[] {
  if (errorBand === undefined) return [];
  const range = { lower: format.points(errorBand.lower), upper: format.points(errorBand.upper), level };
  return [
    messages.errorBand[of](range),
    ...(errorBand.basis === 'within-domain' ? [messages.errorBand.oneKind] : []),
  ];
}

/** Says on the first screen how the placebo targets fared in the headline's comparison. */
function placebos({ finding, messages, format, label }: ReportContext): readonly string[] {
  const ids = new Set(finding.study.targets.filter((one) => one.placebo).map((one) => one.id));
  const compared = finding.events.flatMap(({ event, target, stratum, effect, isPlacebo }) =>
    event === finding.headline.event && (isPlacebo ?? ids.has(target)) && effect.kind === 'estimate'
      ? [{ target, stratum, ...effect.interval }]
      : [],
  );
  const moved = compared.filter(({ lower, upper }) => lower > 0 || upper < 0);
  if (compared.length === 0) return [];
  if (moved.length === 0) return [messages.lead.placebosStill(format.count(compared.length))];
  const names = moved.map((one) => `${label.target(one.target)} · ${label.stratum(one.stratum)}`);
  return [
    messages.lead.placebosMoved({
      moved: format.count(moved.length),
      compared: format.count(compared.length),
      names: names.join(messages.word.separator),
      chance: format.wholePercent(1 - finding.study.confidenceLevel),
    }),
  ];
}

/** Says on the first screen which of the study's classes nothing came from. */
function missingClasses({ finding, messages, format, label }: ReportContext): readonly string[] {
  const classes = finding.limits
    .filter((limit) => limit.code === 'class-missing')
    .map(({ parameters }) => String(parameters['label'] ?? label.class(String(parameters['class']))));
  return classes.length === 0
    ? []
    : [messages.lead.missingClasses(format.list(classes.map(messages.word.quoted)))];
}

function sameStratum(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}
