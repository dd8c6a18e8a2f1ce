import type { Score } from '../../domain/evaluation.ts';
import type { Finding } from '../../domain/finding.ts';
import { isWeighted } from '../../domain/mention-weights.ts';
import { CELL_AUTHORS } from '../../domain/smallest-cell.ts';
import type { Block, Cell, Section } from '../block.ts';
import type { Count } from '../locale-format.ts';
import { METHOD_STATEMENT_MESSAGES } from '../messages/method-statement-messages.ts';
import { type ReportContext, translated } from '../report-context.ts';
import { publishedNames } from './privacy-section.ts';

/** Most names of a target that are spelled out. */
const MOST_NAMES = 12;

/** The method statement, made from the manifest and the study: one page that stands on its own. */
export function composeMethod(context: ReportContext): Section {
  const { messages, finding } = context;
  const { term } = METHOD_STATEMENT_MESSAGES[finding.study.language];
  const words = messages.method;
  const placebos = finding.study.targets.filter((target) => target.placebo);
  const methods = estimators(finding);
  const details: readonly (readonly [string, string])[] = [
    [term.corpus, corpusText(context)],
    [term.query, queryText(context)],
    [term.classes, words.population(quotedList(context, collectedClasses(finding)))],
    [term.copies, words.copies],
    [term.annotators, annotatorText(context)],
    [term.index, words.measure(context.level)],
    [
      term.intervals,
      methods.length === 0
        ? ''
        : words.estimators(methods.map((one) => `(${translated(context, one)})`).join(messages.word.comma)),
    ],
    [term.withheld, withheldText(context)],
    [term.weights, weightSentences(context).join(' ')],
    [term.mix, mixText(context)],
    [
      term.correction,
      joined(context, [words.uncorrected, hasBands(finding) ? messages.errorBand.method : '']),
    ],
    [term.tests, testText(context)],
    [term.placebos, placebos.length === 0 ? '' : words.placebo(quotedList(context, placebos))],
    [term.alike, alikeText(context)],
    [term.privacy, privacyText(context)],
  ];
  const facts = details
    .filter(([, detail]) => detail !== '')
    .map(([name, detail]) => ({ term: name, detail, code: false }));
  return {
    id: 'method',
    heading: words.heading,
    blocks: [{ kind: 'facts', facts: [...facts, ...softwareFacts(context)] }, ...qualityBlocks(context)],
  };
}

/** Sentences one after another; the Chinese ones need no space. */
function joined({ finding }: ReportContext, sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(finding.study.language === 'zh' ? '' : ' ');
}

function quotedList(
  { messages, format }: ReportContext,
  named: readonly { readonly label: string }[],
): string {
  return format.list(named.map(({ label }) => messages.word.quoted(label)));
}

function corpusText({ messages, finding, format }: ReportContext): string {
  const sum = (count: 'recordsIn' | 'documentsInPeriod'): number =>
    finding.health.reduce((total, one) => total + one[count], 0);
  return messages.method.corpus({
    records: format.count(sum('recordsIn') || finding.manifest.nRecords),
    sources: format.count(finding.study.sources.length),
    documents: format.count(sum('documentsInPeriod')),
    period: format.period(finding.study.period),
  });
}

/** The targets, with the names by which they are found where the finding holds them. */
function queryText(context: ReportContext): string {
  const { messages, finding, format } = context;
  const words = METHOD_STATEMENT_MESSAGES[finding.study.language];
  const { targets } = finding.study;
  const names = targets.flatMap(({ label, aliases, exclude }) => {
    const all = [...new Set(Object.values(aliases ?? {}).flat())];
    if (all.length === 0) return [];
    const most = all.length === MOST_NAMES + 1 ? all.length : MOST_NAMES;
    const except = [...new Set(Object.values(exclude ?? {}).flat())].slice(0, MOST_NAMES);
    return words.names({
      label,
      names: all.slice(0, most).join(messages.word.comma),
      more: format.count(Math.max(0, all.length - most)),
      except: except.length === 0 ? null : except.join(messages.word.comma),
    });
  });
  return joined(context, [messages.method.mention(quotedList(context, targets)), ...names]);
}

function annotatorText(context: ReportContext): string {
  const { messages, finding, format } = context;
  return joined(
    context,
    finding.manifest.annotators.map((one) =>
      messages.method.annotator({
        ...one,
        layer: translated(context, one.layer),
        trainedOn: one.trainedOn.length === 0 ? null : format.list(one.trainedOn),
      }),
    ),
  );
}

function withheldText(context: ReportContext): string {
  const { messages, finding, format } = context;
  const { minimumMentions, minimumAuthors, privacy } = finding.study;
  return joined(context, [
    messages.method.minimum(format.count(minimumMentions), format.count(minimumAuthors)),
    privacy === undefined ? '' : messages.privacy.withheld(format.count(CELL_AUTHORS)),
  ]);
}

function mixText({ finding }: ReportContext): string {
  const mixes = Object.values(finding.study.referenceMix ?? {});
  const isFixed = mixes.some((mix) => Object.keys(mix).length > 0);
  return isFixed ? METHOD_STATEMENT_MESSAGES[finding.study.language].fixedMix : '';
}

function testText(context: ReportContext): string {
  const { messages, finding, format } = context;
  const kinds = new Map(finding.events.map((one) => [one.event, one.kind]));
  if (kinds.size === 0) return '';
  const nOfKind = (kind: string): Count =>
    format.count([...kinds.values()].filter((one) => one === kind).length);
  const looks = format.count(finding.events.reduce((most, one) => Math.max(most, one.looks), 0));
  return joined(context, [
    messages.method.events(nOfKind('declared'), nOfKind('rival'), looks),
    looks.n === 0 ? '' : messages.tests.intro(looks),
  ]);
}

function alikeText({ finding, format }: ReportContext): string {
  const { coordination, study } = finding;
  if (coordination === undefined) return '';
  return METHOD_STATEMENT_MESSAGES[study.language].alike(format.count(coordination.campaigns.length));
}

function privacyText(context: ReportContext): string {
  const { finding, messages, format } = context;
  const { privacy } = finding.study;
  if (privacy === undefined) return '';
  return joined(context, [
    messages.privacy.quoted[privacy.profile](publishedNames(finding.study.classes, format)),
    privacy.profile === 'none' ? '' : messages.privacy.privateWords[privacy.privateWords],
    messages.privacy.removed,
  ]);
}

function softwareFacts({ finding, messages }: ReportContext): { term: string; detail: string; code: true }[] {
  const { manifest, study } = finding;
  const words = METHOD_STATEMENT_MESSAGES[study.language];
  const stages = Object.entries(manifest.stages).map(([stage, version]) => `${stage} ${version}`);
  const digests: readonly (readonly [string, string | undefined])[] = [
    [words.digest.run, manifest.runId],
    [words.digest.study, study.configDigest],
    [words.digest.plan, manifest.planDigest],
    [words.digest.records, manifest.recordsRoot ?? manifest.recordsDigest],
  ];
  const software = { version: manifest.version, stages: stages.join(', '), seed: String(manifest.seed) };
  return [
    { term: words.term.software, detail: words.software(software), code: true },
    {
      term: words.term.digests,
      detail: digests
        .flatMap(([name, digest]) => (digest === undefined ? [] : [`${name} ${digest}`]))
        .join(messages.word.separator),
      code: true,
    },
  ];
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
  // The number of codings differs from one number to the next; the estimator is the same.
  const methods = estimates.flatMap((e) =>
    e.kind === 'estimate' ? [e.method.replace(/; codings: \d+/, '')] : [],
  );
  return [...new Set(methods)].sort();
}
