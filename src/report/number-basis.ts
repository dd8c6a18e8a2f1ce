import type { Estimate } from '../domain/estimate.ts';
import type { NumberBasis } from './block.ts';
import { BASIS_MESSAGES } from './messages/basis-messages.ts';
import type { NumberPlace } from './number-place.ts';
import { regionLabel } from './region-label.ts';
import { type ReportContext, shownCount, translated } from './report-context.ts';

/** Puts what is known of a number into words. */
export function composeBasis(context: ReportContext, place: NumberPlace): NumberBasis {
  const { messages, label, finding } = context;
  const words = BASIS_MESSAGES[finding.study.language];
  const measures: Readonly<Record<string, string>> = messages.measure;
  const title = [
    measures[place.measure] ?? place.measure,
    ...(place.target === '' ? [] : [label.target(place.target)]),
    place.classes.length === 0 ? messages.word.everything : place.classes.map(label.class).join(' − '),
    ...(place.place === undefined ? [] : [regionLabel(context, place.place)]),
    ...(place.event === null ? [] : [messages.word.quoted(label.event(place.event))]),
    words.kind[place.kind],
  ].join(' · ');
  return {
    title,
    facts:
      place.estimate === null ? partFacts(context, place) : estimateFacts(context, place, place.estimate),
    command: `groundswell mentions study.yaml ${place.id}`,
  };
}

function estimateFacts(context: ReportContext, place: NumberPlace, estimate: Estimate): NumberBasis['facts'] {
  const { messages, format, level, finding } = context;
  const words = BASIS_MESSAGES[finding.study.language];
  const estimated = estimate.kind === 'estimate' ? estimate : null;
  const isShare = place.measure.endsWith('-share');
  const value = (): string => {
    if (estimate.kind === 'not-estimable') return messages.reason[estimate.reason];
    const { value: text, interval } = isShare
      ? format.share(estimate)
      : {
          value: messages.word.points(format.points(estimate.value)),
          interval: format.interval(estimate.interval),
        };
    const error = `${words.standardError} ${format.weight(100 * estimate.standardError)}`;
    return `${text} ${interval} (${level})${messages.word.comma}${error}`;
  };
  const counted = words.counted({
    mentions: shownCount(context, estimate.nDocuments).text,
    authors:
      estimate.nAuthors === 0 && estimate.nDocuments !== 0
        ? '—'
        : shownCount(context, estimate.nAuthors).text,
    texts: shownCount(context, estimate.nClusters).text,
    size: estimated === null ? null : format.count(estimated.effectiveSampleSize).text,
  });
  return [
    { term: words.value, detail: value() },
    { term: messages.word.period, detail: format.period(estimate.period) },
    { term: words.counts, detail: counted },
    ...(estimated === null
      ? []
      : [
          {
            term: words.method,
            detail: [
              translated(context, estimated.method),
              words.correction[estimated.correction],
              words.mix[estimated.mix],
            ].join(messages.word.separator),
          },
        ]),
  ];
}

function partFacts(
  { messages, format, level, finding }: ReportContext,
  { part }: NumberPlace,
): NumberBasis['facts'] {
  const words = BASIS_MESSAGES[finding.study.language];
  if (part === null) return [];
  const value = `${messages.word.points(format.points(part.value))} ${format.interval(part.interval)} (${level})`;
  const error = `${words.standardError} ${format.weight(100 * part.standardError)}`;
  return [
    { term: words.value, detail: `${value}${messages.word.comma}${error}` },
    { term: words.method, detail: words.part },
  ];
}
