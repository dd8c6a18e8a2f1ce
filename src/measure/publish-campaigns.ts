import type { Campaign, FoundCampaign } from '../domain/campaign.ts';
import type { Period } from '../domain/estimate.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import type { PartMoments } from '../store/queries/part-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { partLevels } from './part-levels.ts';
import { publishNetwork } from './publish-network.ts';
import type { TimeBin } from './time-bins.ts';

/** What campaigns are published from. */
export interface CampaignInputs {
  readonly found: readonly FoundCampaign[];
  /** Moments of every campaign's mentions, by target, class and bin. */
  readonly moments: readonly PartMoments[];
  readonly bins: readonly TimeBin[];
  readonly period: Period;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

/**
 * Campaigns as they may be published. A count of fewer accounts than a cell of the study must have is withheld, and so are the
 * counts of classes and languages where one of them would follow from the others.
 */
export function publishCampaigns({ found, moments, ...how }: CampaignInputs): Campaign[] {
  const fewest = Math.max(how.measure.minimumAuthors, CELL_AUTHORS);
  const ids = found.map(({ id }) => id);
  const levels = [...Map.groupBy(moments, (row) => row.target)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([target, rows]) => partLevels(rows, ids, how).map((level) => ({ target, ...level })));
  return found.map((one): Campaign => {
    const shown = (n: number): number | null => (one.nAuthors < fewest ? null : n);
    return {
      id: one.id,
      behaviours: one.behaviours,
      nAuthors: shown(one.nAuthors),
      nDocuments: shown(one.nDocuments),
      nJointActions: shown(one.nJointActions),
      span: one.span,
      classes: withheldShares(one.classes, fewest),
      languages: withheldShares(one.languages, fewest),
      levels: levels
        .filter((level) => level.part === one.id && (level.share.nDocuments ?? 0) > 0)
        .filter((level) => (level.balance.nAuthors ?? 0) >= fewest)
        .map(({ target, class: name, share, shares, balance }) => ({
          target,
          class: name,
          share,
          shares,
          balance,
        })),
      network: publishNetwork(one, fewest),
    };
  });
}

function withheldShares(shares: FoundCampaign['classes'], fewest: number): Campaign['classes'] {
  const small = shares.filter((share) => share.nAuthors < fewest);
  // A single withheld number is what is missing to the sum.
  const isHidden = (nAuthors: number): boolean => nAuthors < fewest || small.length === 1;
  return shares.map(({ id, nAuthors, nDocuments }) => ({
    id,
    nDocuments: isHidden(nAuthors) ? null : nDocuments,
  }));
}
