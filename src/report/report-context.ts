import type { Deletion } from '../domain/deletion.ts';
import type { Estimate, Measure, Series } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import type { Multiverse } from '../domain/multiverse.ts';
import type { ReportLanguage } from '../study/config.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Cell } from './block.ts';
import type { ChartEvent } from './charts/event-marks.ts';
import { type Count, createLocaleFormat, type LocaleFormat } from './locale-format.ts';
import { wordCorrections } from './messages/corrections.ts';
import { en } from './messages/en.ts';
import { wordGivenLabels } from './messages/given-labels.ts';
import type { Messages } from './messages/messages.ts';
import { ru } from './messages/ru.ts';
import { zh } from './messages/zh.ts';
import { type NumberPlace, numberPlaces } from './number-place.ts';

const MESSAGES: Readonly<Record<ReportLanguage, Messages>> = { en, ru, zh };

/** What every section works with: the finding, the words and number formats of its language, labels for ids. */
export interface ReportContext {
  readonly finding: Finding;
  /** The headline under other choices, where that was computed for this finding. */
  readonly multiverse: Multiverse | null;
  /** What a later look at the addresses of this run found. */
  readonly deletion: Deletion | null;
  readonly messages: Messages;
  readonly format: LocaleFormat;
  /** `95%`, as the language writes it. */
  readonly level: string;
  readonly label: {
    readonly target: (id: string) => string;
    readonly class: (id: string) => string;
    readonly source: (id: string) => string;
    readonly event: (id: string) => string;
    /** A control series: a target or a class. */
    readonly controlled: (id: string) => string;
    readonly stratum: (stratum: Readonly<Record<string, string>>) => string;
  };
  /** Events of the finding in order of their dates, each with the letter that names it on charts. */
  readonly events: readonly (ChartEvent & { readonly id: string })[];
  /** Numbers of the finding with their places. */
  readonly places: ReadonlyMap<object, NumberPlace>;
}

/** Prepares a finding for rendering in the language of its study. */
export function createReportContext(finding: Finding, beside: BesideFinding = {}): ReportContext {
  const { study } = finding;
  const written = MESSAGES[study.language];
  const isGiven = finding.manifest.annotators.some((one) => one.layer === 'stance' && one.kind === 'column');
  const worded = isGiven ? wordGivenLabels(written, study.language) : written;
  const corrected = extentOfCorrection(finding);
  const messages = corrected === 'none' ? worded : wordCorrections(worded, study.language, corrected);
  const format = createLocaleFormat(study.language);
  const lookup = (list: readonly { readonly id: string; readonly label: string }[]) => {
    const labels = new Map(list.map((one) => [one.id, one.label]));
    return (id: string): string => labels.get(id) ?? id;
  };
  const events = lettered(finding);
  const className = lookup(study.classes);
  const ofThisRun = <Part extends { readonly runId: string }>(part: Part | null | undefined): Part | null =>
    part?.runId === finding.manifest.runId ? part : null;
  let places: ReportContext['places'] | null = null;
  return {
    finding,
    multiverse: ofThisRun(beside.multiverse),
    deletion: ofThisRun(beside.deletion),
    messages,
    format,
    level: format.wholePercent(study.confidenceLevel),
    label: {
      target: lookup(study.targets),
      class: className,
      source: lookup(study.sources),
      event: lookup(events),
      controlled: lookup([...study.classes, ...study.targets]),
      stratum: (stratum) => {
        const parts = Object.entries(stratum).map(([dimension, value]) =>
          dimension === 'class' ? className(value) : `${dimension}: ${value}`,
        );
        return parts.length === 0 ? messages.word.everything : parts.join(' · ');
      },
    },
    events,
    // Not every page asks where a number stands.
    get places() {
      places ??= numberPlaces(finding);
      return places;
    },
  };
}

/** How far codings correct the stance estimates of a finding. */
function extentOfCorrection(finding: Finding): 'all' | 'some' | 'none' {
  if ((finding.corrections ?? []).length === 0) return 'none';
  return finding.limits.some((limit) => limit.code === 'uncorrected') ? 'some' : 'all';
}

function lettered(finding: Finding): ReportContext['events'] {
  const byId = new Map(finding.events.map((contrast) => [contrast.event, contrast]));
  return [...byId.values()]
    .sort((a, b) => compare(a.date.start, b.date.start) || compare(a.event, b.event))
    .map((contrast, index) => ({
      id: contrast.event,
      letter: index < 26 ? String.fromCharCode(65 + index) : String(index + 1),
      label: contrast.label,
      date: contrast.date,
      dashed: contrast.kind === 'rival',
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Series of one target and measure by class (or over everything), in the order of the study's classes. */
export function seriesByClass(context: ReportContext, target: string, measure: Measure): Series[] {
  const order = context.finding.study.classes.map((one) => one.id);
  return context.finding.series
    .filter((one) => one.target === target && one.measure === measure)
    .filter((one) => Object.keys(one.stratum).every((dimension) => dimension === 'class'))
    .map((one, index) => ({ one, rank: order.indexOf(one.stratum['class'] ?? ''), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ one }) => one);
}

/** An English phrase list of another stage (`a; b`), each phrase in the language of the report where it is known. */
export function translated({ messages }: ReportContext, phrases: string): string {
  return phrases
    .split('; ')
    .map((phrase) => messages.phrase[phrase] ?? phrase)
    .join(messages.word.separator);
}

/** A balance as a table cell: number and interval, or the reason why there is none. */
export function balanceCell(context: ReportContext, estimate: Estimate): Cell {
  if (estimate.kind === 'not-estimable')
    return { text: context.messages.reason[estimate.reason], muted: true, ...asked(context, estimate) };
  const { format } = context;
  return {
    text: format.points(estimate.value),
    note: format.interval(estimate.interval),
    ...asked(context, estimate),
  };
}

/** Lets a reader ask what the number of a cell rests on, where it is one of the finding's. */
export function asked({ places }: ReportContext, number: object): Pick<Cell, 'number'> {
  const place = places.get(number);
  return place === undefined ? {} : { number: place };
}

/** A whole number as a table cell. */
export function countCell(context: ReportContext, n: number | null): Cell {
  return n === null
    ? { text: context.messages.reason.withheld, muted: true }
    : { text: context.format.count(n).text };
}

/** A whole number for a sentence; a withheld one is said to be. */
export function shownCount({ format, messages }: ReportContext, n: number | null): Count {
  return n === null ? { n: 0, text: messages.reason.withheld } : format.count(n);
}

/** Number of authors; a source that names none says so instead of 0. */
export function authorsCell(context: ReportContext, estimate: Estimate): Cell {
  return estimate.nAuthors === 0 && estimate.nDocuments !== 0
    ? { text: context.messages.word.authorsNotGiven, muted: true }
    : countCell(context, estimate.nAuthors);
}

/** A target's label with the mark of a placebo. */
export function targetCell(context: ReportContext, id: string): Cell {
  const placebo = context.finding.study.targets.some((target) => target.id === id && target.placebo);
  return placebo
    ? { text: context.label.target(id), note: context.messages.word.placebo }
    : { text: context.label.target(id) };
}
