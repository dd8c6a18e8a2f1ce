import type { Score } from '../../domain/evaluation.ts';
import type { Finding } from '../../domain/finding.ts';
import { isWeighted } from '../../domain/mention-weights.ts';
import type { Block, Cell, Section } from '../block.ts';
import { type ReportContext, translated } from '../report-context.ts';

/** The method statement, made from the manifest and the study. */
export function composeMethod(context: ReportContext): Section {
  const { messages, finding, format } = context;
  const { study, manifest } = finding;
  const words = messages.method;
  const sum = (count: 'recordsIn' | 'documentsInPeriod'): number =>
    finding.health.reduce((total, one) => total + one[count], 0);
  const quote = (label: string): string => messages.word.quoted(label);
  const placebos = study.targets.filter((target) => target.placebo);
  const kinds = new Map(finding.events.map((one) => [one.event, one.kind]));
  const nOfKind = (kind: string): number => [...kinds.values()].filter((one) => one === kind).length;
  const looks = finding.events.reduce((most, one) => Math.max(most, one.looks), 0);
  const methods = estimators(finding);
  const sentences = [
    words.corpus({
      records: format.count(sum('recordsIn') || manifest.nRecords),
      sources: format.count(study.sources.length),
      documents: format.count(sum('documentsInPeriod')),
      period: format.period(study.period),
    }),
    words.population(format.list(collectedClasses(finding).map((one) => quote(one.label)))),
    words.mention(format.list(study.targets.map((one) => quote(one.label)))),
    words.copies,
    ...manifest.annotators.map((one) =>
      words.annotator({
        ...one,
        layer: translated(context, one.layer),
        trainedOn: one.trainedOn.length === 0 ? null : format.list(one.trainedOn),
      }),
    ),
    words.measure(context.level),
    words.minimum(format.count(study.minimumMentions), format.count(study.minimumAuthors)),
    ...weightSentences(context),
    words.uncorrected,
    ...(hasBands(finding) ? [messages.errorBand.method] : []),
    ...(kinds.size === 0
      ? []
      : [
          words.events(
            format.count(nOfKind('declared')),
            format.count(nOfKind('rival')),
            format.count(looks),
          ),
        ]),
    ...(placebos.length === 0 ? [] : [words.placebo(format.list(placebos.map((one) => quote(one.label))))]),
    ...(methods.length === 0
      ? []
      : [words.estimators(methods.map((one) => `(${translated(context, one)})`).join(messages.word.comma))]),
  ];
  return {
    id: 'method',
    heading: words.heading,
    blocks: [{ kind: 'list', items: sentences }, ...qualityBlocks(context)],
  };
}

/** How well each annotator agrees with people, by language; or why that is not known. */
function qualityBlocks({ finding, messages, format }: ReportContext): Block[] {
  const words = messages.quality;
  const rows = (finding.annotatorQuality ?? []).filter((one) => one.stratum.domain === null);
  const measured = rows.filter((one) => one.kind === 'measured');
  const unknown = rows.filter((one) => one.kind === 'unknown');
  const table = {
    caption: words.caption(format.wholePercent(measured[0]?.confidenceLevel ?? 0)),
    columns: [
      { label: words.language, numeric: false },
      { label: words.coded, numeric: true },
      { label: words.macroF1, numeric: true },
      { label: words.calibrationError, numeric: true },
    ],
    rows: measured.map((one) => [
      { text: one.stratum.language ?? messages.word.everything },
      { text: format.count(one.nCoded).text },
      scoreCell(one.macroF1, format),
      { text: format.probability(one.calibrationError) },
    ]),
  };
  return [
    ...(measured.length === 0 ? [] : [{ kind: 'table', table } as const]),
    ...unknown.map((one) => ({ kind: 'paragraph', text: words.unknown[one.reason], tone: 'note' }) as const),
  ];
}

function scoreCell(score: Score, format: ReportContext['format']): Cell {
  if (score.value === null) return { text: '—', muted: true };
  const [lower, upper] = [format.probability(score.lower), format.probability(score.upper)];
  return { text: format.probability(score.value), note: `${lower}–${upper}` };
}

function weightSentences({ messages, finding, format }: ReportContext): string[] {
  const { weights, sources } = finding.study;
  if (weights === undefined || !isWeighted(weights)) return [];
  const factors = sources.flatMap(({ id, label }) => {
    const factor = weights.sources[id] ?? 1;
    return factor === 1 ? [] : [`${messages.word.quoted(label)} × ${format.weight(factor)}`];
  });
  const { copies, authorWeekCap } = weights;
  return [
    messages.method.weights({
      copiesOnce: copies === 'once',
      authorWeekCap: authorWeekCap === null ? null : format.weight(authorWeekCap),
      sources: factors.length === 0 ? null : format.list(factors),
    }),
  ];
}

/** The classes some document came from; all of them where the finding does not say. */
function collectedClasses(finding: Finding): Finding['study']['classes'] {
  const filled = new Set(finding.health.filter((one) => one.documentsInPeriod > 0).map((one) => one.class));
  return filled.size === 0
    ? finding.study.classes
    : finding.study.classes.filter((one) => filled.has(one.id));
}

function hasBands({ levels }: Finding): boolean {
  return (levels ?? []).some(
    ({ estimate }) => estimate.kind === 'estimate' && estimate.errorBand !== undefined,
  );
}

/** The names of all estimators whose numbers the finding holds. */
function estimators(finding: Finding): string[] {
  const estimates = [
    ...finding.series.flatMap((series) => series.estimates),
    ...(finding.levels ?? []).map((level) => level.estimate),
    ...finding.events.flatMap((one) => [one.before, one.after, one.effect]),
  ];
  return [...new Set(estimates.flatMap((e) => (e.kind === 'estimate' ? [e.method] : [])))].sort();
}
