import type { FoundCampaign } from '../domain/campaign.ts';
import type { CampaignNetwork } from '../domain/campaign-network.ts';

/**
 * The drawing of a campaign as it may be published: none of fewer accounts than a cell of the study must have; and where fewer than that do
 * one thing alike, it is not told of any edge what it stands for, since one withheld would follow from the others.
 */
export function publishNetwork(
  { nAuthors, network }: Pick<FoundCampaign, 'nAuthors' | 'network'>,
  fewest: number,
): CampaignNetwork | null {
  if (nAuthors < fewest) return null;
  const isTold = [...Map.groupBy(network.edges, ({ behaviour }) => behaviour).values()].every(
    (edges) =>
      new Set(edges.flatMap(({ a, b }) => [a, b]).filter((node) => network.nodes[node]?.kind === 'account'))
        .size >= fewest,
  );
  return isTold
    ? network
    : { ...network, edges: network.edges.map((edge) => ({ ...edge, behaviour: null })) };
}
