import type { Estimate } from '../domain/estimate.ts';
import type { NumberBasis } from './block.ts';
import { levelName } from './level-name.ts';
import { BASIS_MESSAGES } from './messages/basis-messages.ts';
import type { NumberPlace } from './number-place.ts';
import { regionLabel } from './region-label.ts';
import { type ReportContext, shownCount, translated } from './report-context.ts';

/** Puts what is known of a number into words. */
export function composeBasis(context: ReportContext, place: NumberPlace): NumberBasis {
  const { messages, label, finding, format } = context;
  const words = BASIS_MESSAGES[finding.study.language];
  const measures: Readonly<Record<string, string>> = messages.measure;
  const of = [
    measures[place.measure] ?? place.measure,
    place.target === '' ? '' : label.target(place.target),
    place.classes.length === 0 ? messages.word.everything : place.classes.map(label.class).join(' − '),
    place.place === undefined ? '' : regionLabel(context, place.place),
    place.event === null ? '' : messages.word.quoted(label.event(place.event)),
    place.level === null ? '' : levelName(context, { dimension: '', ...place }, place.level),
    words.kind[place.kind],
  ];
  const { estimate } = place;
  const parts = estimate === null ? partOf(context, place) : partsOf(context, place, estimate);
  const period = estimate === null ? [] : [format.period(estimate.period)];
  const facts = [
    { term: words.value, detail: parts.value },
    ...period.map((detail) => ({ term: messages.word.period, detail })),
    ...(parts.counted === null ? [] : [{ term: words.counts, detail: parts.counted }]),
    ...(parts.method === null ? [] : [{ term: words.method, detail: parts.method }]),
  ];
  return {
    title: of.filter((part) => part !== '').join(' · '),
    facts: estimate === null && place.part === null ? [] : facts,
    command: `groundswell mentions study.yaml ${place.id}`,
    row: { of: [...of, ...period], method: parts.method ?? '', cells: parts.cells },
  };
}

/** What is said of a number, in sentences and as cells. */
interface BasisParts {
  readonly value: string;
  readonly counted: string | null;
  readonly method: string | null;
  readonly cells: readonly string[];
}

function partsOf(context: ReportContext, place: NumberPlace, estimate: Estimate): BasisParts {
  const { messages, format, level, finding } = context;
  const words = BASIS_MESSAGES[finding.study.language];
  const counts = {
    mentions: shownCount(context, estimate.nDocuments).text,
    authors:
      estimate.nAuthors === 0 && estimate.nDocuments !== 0
        ? '—'
        : shownCount(context, estimate.nAuthors).text,
    texts: shownCount(context, estimate.nClusters).text,
  };
  const { mentions, authors, texts } = counts;
  if (estimate.kind === 'not-estimable') {
    const value = messages.reason[estimate.reason];
    const counted = words.counted({ ...counts, size: null });
    return { value, counted, method: null, cells: [value, '—', mentions, authors, texts, '—'] };
  }
  const { value, interval } = place.measure.endsWith('-share')
    ? format.share(estimate)
    : {
        value: messages.word.points(format.points(estimate.value)),
        interval: format.interval(estimate.interval),
      };
  const error = format.weight(100 * estimate.standardError);
  const size = format.count(estimate.effectiveSampleSize).text;
  const shown = `${value} ${interval} (${level})`;
  return {
    value: `${shown}${messages.word.comma}${words.standardError} ${error}`,
    counted: words.counted({ ...counts, size }),
    method: [
      translated(context, estimate.method),
      words.correction[estimate.correction],
      words.mix[estimate.mix],
    ].join(messages.word.separator),
    cells: [`${value} ${interval}`, error, mentions, authors, texts, size],
  };
}

function partOf({ messages, format, level, finding }: ReportContext, { part }: NumberPlace): BasisParts {
  const words = BASIS_MESSAGES[finding.study.language];
  if (part === null) return { value: '', counted: null, method: null, cells: [] };
  const value = `${messages.word.points(format.points(part.value))} ${format.interval(part.interval)}`;
  const error = format.weight(100 * part.standardError);
  return {
    value: `${value} (${level})${messages.word.comma}${words.standardError} ${error}`,
    counted: null,
    method: words.part,
    cells: [value, error],
  };
}
