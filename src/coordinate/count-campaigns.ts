import type { FoundCampaign } from '../domain/campaign.ts';
import type { CampaignCountRow } from '../store/queries/actions.ts';
import { drawNetwork } from './draw-network.ts';
import type { JoinedCampaign } from './join-campaigns.ts';

const DAY = 86_400_000;

/** Name of the campaign at a place in the list. */
export function campaignId(place: number): string {
  return `campaign-${place + 1}`;
}

/** Campaigns with what their accounts wrote, by class and language, the most documents first. */
export function countCampaigns(
  joined: readonly JoinedCampaign[],
  counts: readonly CampaignCountRow[],
  classOfSource: ReadonlyMap<string, string>,
): FoundCampaign[] {
  return joined.map((one, place) => {
    const { authors, behaviours, nJointActions, days } = one;
    const id = campaignId(place);
    const mine = counts.filter((row) => row.campaign === id);
    return {
      id,
      behaviours,
      nAuthors: authors.length,
      nDocuments: sum(mine),
      nJointActions,
      span: { start: dateOf(days[0]), end: dateOf(days[1] + 1) },
      classes: sharesBy(mine, (row) => classOfSource.get(row.source) ?? row.source),
      languages: sharesBy(mine, (row) => row.language),
      network: drawNetwork(one),
    };
  });
}

function sharesBy(
  rows: readonly CampaignCountRow[],
  keyOf: (row: CampaignCountRow) => string,
): FoundCampaign['classes'] {
  return [...Map.groupBy(rows, keyOf)]
    .map(([id, mine]) => ({
      id,
      nAuthors: new Set(mine.map((row) => row.actor)).size,
      nDocuments: sum(mine),
    }))
    .sort((a, b) => b.nDocuments - a.nDocuments || (a.id < b.id ? -1 : 1));
}

function sum(rows: readonly CampaignCountRow[]): number {
  return rows.reduce((total, row) => total + row.nDocuments, 0);
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
