import type { AskedSelection, ExploreChoices, Explored, SelectionMeasure } from '../domain/explored.ts';
import type { Finding } from '../domain/finding.ts';
import { type MentionIndex, type MentionSelection, NONE } from '../domain/mention-selection.ts';
import { StudyError } from '../errors/errors.ts';
import { estimateSelections, type SelectionStudy } from '../measure/estimate-selection.ts';
import { dayOfDate, timeBins } from '../measure/time-bins.ts';
import type { StudyConfig } from '../study/config.ts';

/** Prepares what selections of a run are estimated with. */
export function selectionStudy(study: StudyConfig, finding: Finding, index: MentionIndex): SelectionStudy {
  const { health } = finding;
  return {
    index,
    bins: timeBins(study.period, study.bin),
    measure: study.measure,
    weights: study.weights,
    voices: study.measure.voices,
    privateClasses: new Set(study.classes.flatMap((c) => (c.speaker === 'private' ? [c.id] : []))),
    unnamedSources: new Set(
      health.flatMap((one) => (one.nAuthors === 0 && one.nMentions !== 0 ? [one.source] : [])),
    ),
    nCollected: (selection, bin) =>
      health.reduce((sum, one) => {
        const isOf =
          (selection.source === null || selection.source === one.source) &&
          (selection.class === null || selection.class === one.class);
        return isOf ? sum + (one.coverage[bin]?.nDocuments ?? 0) : sum;
      }, 0),
  };
}

/** Lists what can be selected. */
export function exploreChoices(study: StudyConfig, finding: Finding, index: MentionIndex): ExploreChoices {
  const { profiles } = index;
  const labelled = ({ id, label }: { readonly id: string; readonly label: string }) => ({ id, label });
  const { headline } = finding;
  const first = study.targets.find(({ id }) => id === headline.target) ?? study.targets[0];
  return {
    target: study.targets.map(labelled),
    class: study.classes.map(labelled),
    source: study.sources.map((one) => ({ ...labelled(one), class: one.class })),
    language: profiles.language.values.toSorted(),
    region: profiles.region.values.toSorted(),
    theme: [...study.themes.map(labelled), { id: NONE, label: '' }],
    voice: profiles.voice.values.toSorted(),
    countedVoices: study.measure.voices,
    periods: timeBins(study.period, study.bin).map(({ period }) => period),
    first: {
      target: first?.id ?? '',
      class: headline.stratum['class'] ?? null,
      source: null,
      language: null,
      region: null,
      theme: null,
      voice: null,
      copies: study.weights.copies,
    },
    nMentions: index.author.group.length,
  };
}

/**
 * Checks a selection that is asked for against what can be selected.
 * @throws {StudyError} `explore/unknown-value`, `explore/no-period`
 */
export function readSelection(asked: AskedSelection, choices: ExploreChoices): MentionSelection {
  const ids = (list: readonly (string | { readonly id: string })[]): string[] =>
    list.map((one) => (typeof one === 'string' ? one : one.id));
  for (const dimension of ['target', 'class', 'source', 'language', 'region', 'theme', 'voice'] as const) {
    const value = asked[dimension];
    const known = ids(choices[dimension]);
    if (value !== null && !known.includes(value))
      throw new StudyError('explore/unknown-value', {
        dimension,
        value: value.slice(0, 60),
        known: known.slice(0, 20).join(', '),
      });
  }
  const { from, to, ...rest } = asked;
  return { ...rest, bins: binsBetween(choices.periods, from, to) };
}

function binsBetween(
  periods: ExploreChoices['periods'],
  from: string | null,
  to: string | null,
): MentionSelection['bins'] {
  if (from === null && to === null) return null;
  const [start, end] = [periods[0]?.start ?? '', periods.at(-1)?.end ?? ''];
  const first = dayOfDate(from ?? start);
  const last = dayOfDate(to ?? end);
  const a = periods.findIndex((one) => dayOfDate(one.end) > first);
  const b = periods.findLastIndex((one) => dayOfDate(one.start) < last) + 1;
  if (!(first < last) || a < 0 || b <= a)
    throw new StudyError('explore/no-period', { from: from ?? start, to: to ?? end, start, end });
  return a === 0 && b === periods.length ? null : [a, b];
}

/** Numbers of one or two selections. */
export function exploreSelections(
  study: SelectionStudy,
  selections: readonly MentionSelection[],
  measure: SelectionMeasure,
): Explored {
  const { selections: estimated, difference, nShared } = estimateSelections(study, selections, measure);
  return {
    selections: estimated.map(({ bins, whole }, i) => ({
      bins: selections[i]?.bins ?? [0, study.index.nBins],
      series: bins,
      whole,
    })),
    difference,
    nShared,
  };
}
