import type { Estimate } from '../domain/estimate.ts';
import type { MentionIndex, MentionSelection, WithholdingRule } from '../domain/mention-selection.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import type { CellMoments, CellValue } from '../store/queries/cell-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { compareSelections } from './compare-selections.ts';
import { compileSelection, type SelectionRules } from './compile-selection.ts';
import { countOutside } from './count-outside.ts';
import { estimateCell } from './estimate-series.ts';
import { type SelectionMoments, selectionMoments } from './selection-moments.ts';
import { periodOfDays, type TimeBin } from './time-bins.ts';
import { type WithheldParts, withholdSelection } from './withhold-selection.ts';

/** What selections of a study are estimated with. */
export interface SelectionStudy extends SelectionRules {
  readonly index: MentionIndex;
  readonly bins: readonly TimeBin[];
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
  /** Documents collected by the sources of a selection in a bin. */
  readonly nCollected: (selection: MentionSelection, bin: number) => number;
  /** Mentions up to which authors and texts are summed up one by one; absent = {@link MOST_EXACT}. */
  readonly mostExact?: number;
}

/** Selections of more mentions get their variance from blocks of authors and texts. */
const MOST_EXACT = 300_000;

/** A number of a selection, and the rule by which it is withheld. */
interface SelectedNumber {
  readonly estimate: Estimate;
  readonly withheld: WithholdingRule | null;
}

/** The numbers of one selection: one for each bin of the study, and that of its period. */
interface EstimatedSelection {
  readonly bins: readonly SelectedNumber[];
  readonly whole: SelectedNumber;
}

/** One or two selections by one measure. The difference is the second minus the first; null where there is one, or a side has no number. */
export interface EstimatedSelections {
  readonly selections: readonly EstimatedSelection[];
  readonly difference: Estimate | null;
  /** Mentions that stand in both; null where there is no difference. */
  readonly nShared: number | null;
}

interface Summed {
  readonly moments: SelectionMoments;
  readonly withheld: WithheldParts;
}

/** Estimates one or two selections as the series of a finding are estimated, from the same kind of sums. */
export function estimateSelections(
  study: SelectionStudy,
  selections: readonly MentionSelection[],
  value: CellValue,
): EstimatedSelections {
  const compiled = selections.map((one) => compileSelection(study.index, one, study));
  const keepGroups = compiled.length > 1;
  // Both in one way: what they have in common is found group by group.
  const inBlocks = compiled.some(({ nMentions }) => nMentions > (study.mostExact ?? MOST_EXACT));
  const summed = compiled.map((of): Summed => {
    const moments = selectionMoments(study.index, of, { keepGroups, inBlocks });
    const persons = moments.tally.personCounts();
    return { moments, withheld: withholdSelection(persons, countOutside(study.index, of), of) };
  });
  const estimated = selections.map((one, i) =>
    estimateOne(study, { selection: one, value, inBlocks }, summed[i] as Summed),
  );
  const [first, second] = summed;
  const sides = estimated.map(({ whole }) => whole.estimate);
  const [a, b] = sides;
  if (first === undefined || second === undefined || a?.kind !== 'estimate' || b?.kind !== 'estimate')
    return { selections: estimated, difference: null, nShared: null };
  const { nShared, ...difference } = compareSelections(study.index, [first.moments, second.moments], {
    value,
    confidenceLevel: study.measure.confidenceLevel,
  });
  const { value: by, standardError, lower, upper } = difference;
  return {
    selections: estimated,
    nShared,
    difference: {
      kind: 'estimate',
      period: b.period,
      value: by,
      standardError,
      interval: { lower, upper, level: study.measure.confidenceLevel },
      effectiveSampleSize: Math.min(a.effectiveSampleSize, b.effectiveSampleSize),
      nDocuments: a.nDocuments + b.nDocuments,
      nAuthors: a.nAuthors + b.nAuthors,
      nClusters: a.nClusters + b.nClusters,
      method: `difference of means, B − A; ${a.method}`,
      correction: 'none',
      mix: 'observed',
    },
  };
}

function estimateOne(
  study: SelectionStudy,
  of: { readonly selection: MentionSelection; readonly value: CellValue; readonly inBlocks: boolean },
  { moments, withheld }: Summed,
): EstimatedSelection {
  const { measure, bins } = study;
  const { selection, value, inBlocks } = of;
  const weights = { ...study.weights, copies: selection.copies };
  const number = (
    cell: CellMoments,
    [from, to]: readonly [number, number],
    rule: WithholdingRule | null,
  ): SelectedNumber => {
    const period = periodOfDays(bins[from]?.start ?? 0, bins[to - 1]?.end ?? 0);
    let nCollected = 0;
    for (let bin = from; bin < to; bin++) nCollected += study.nCollected(selection, bin);
    const isEmpty = cell.talk.nMentions === 0;
    const counted = estimateCell(isEmpty ? undefined : cell, { value, period, nCollected, measure, weights });
    const estimate = inBlocks ? withBlocks(counted, cell, moments.nTexts(cell.bin)) : counted;
    return rule === null ? { estimate, withheld: null } : { estimate: hidden(estimate), withheld: rule };
  };
  return {
    bins: moments.cells.map((cell, bin) => number(cell, [bin, bin + 1], withheld.bins[bin] ?? null)),
    whole: number(moments.whole, moments.of.bins, withheld.total),
  };
}

/** Blocks stand in the place of clusters in the variance; what is told is how many texts there are. */
function withBlocks(estimate: Estimate, { moments }: CellMoments, nClusters: number): Estimate {
  if (estimate.kind !== 'estimate') return estimate;
  return {
    ...estimate,
    nClusters,
    method: `${estimate.method}; ${moments.net.author.nGroups} random groups`,
  };
}

function hidden({ period }: Estimate): Estimate {
  return {
    kind: 'not-estimable',
    period,
    reason: 'withheld',
    nDocuments: null,
    nAuthors: null,
    nClusters: null,
  };
}
