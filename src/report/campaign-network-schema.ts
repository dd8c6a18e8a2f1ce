import { z } from 'zod';
import { BEHAVIOURS } from '../domain/behaviour.ts';
import { NETWORK_NODES } from '../domain/campaign-network.ts';

const count = (description: string) => z.int().nonnegative().describe(description);
const place = (description: string) => z.number().min(0).max(1).describe(description);

const node = z.object({
  kind: z.enum(NETWORK_NODES).describe('An account, or a text that accounts passed on.'),
  x: place('From left to right, 0–1.'),
  y: place('From bottom to top, 0–1.'),
});

const edge = z.object({
  a: count('Place of the one in the list of nodes, counted from 0.'),
  b: count('Place of the other, after it.'),
  behaviour: z
    .enum(BEHAVIOURS)
    .nullable()
    .describe(
      'The most telling of what both do alike; null: withheld, because too few accounts do one of these things.',
    ),
});

/** A campaign as a network. */
export const campaignNetworkSchema = z
  .object({
    nodes: z.array(node).describe('Accounts and texts, without names, in the order of their places.'),
    edges: z
      .array(edge)
      .describe('Two accounts that act alike, or an account and the text that it passed on.'),
    nDrawn: count('Accounts among the nodes: the most strongly connected, at most 150.'),
    nNotDrawn: count('The other accounts.'),
    nPairs: count('Pairs of accounts that act alike, also those that are not drawn.'),
    nPairsDrawn: count('Pairs among the edges: the strongest, at most 450.'),
    mostPairs: count('The most pairs that one account is in.'),
  })
  .nullable()
  .describe('The accounts as a network; null: withheld, of too few accounts.');
