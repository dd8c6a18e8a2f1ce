import { BEHAVIOURS, type Behaviour } from '../../domain/behaviour.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { CampaignNetwork } from '../../domain/campaign-network.ts';
import type { Block, Figure, Panel, Table } from '../block.ts';
import { drawNetworkChart } from '../charts/network-chart.ts';
import { NETWORK_MESSAGES } from '../messages/network-messages.ts';
import type { ReportContext } from '../report-context.ts';

const MOST_DRAWN = 6;

interface Drawn {
  readonly id: string;
  readonly network: CampaignNetwork;
}

/** The largest campaigns as networks, one beside the other; nothing where every number of accounts is withheld. */
export function networkBlocks(context: ReportContext, campaigns: readonly Campaign[]): Block[] {
  const words = NETWORK_MESSAGES[context.finding.study.language];
  const drawn = campaigns
    .flatMap(({ id, network }): Drawn[] => (network === null ? [] : [{ id, network }]))
    .slice(0, MOST_DRAWN);
  if (drawn.length === 0) return [];
  const figure: Figure = {
    title: words.title,
    panels: drawn.map((one) => panelOf(context, one)),
    key: keyOf(context, drawn),
    table: tableOf(context, drawn),
  };
  return [
    { kind: 'paragraph', text: words.intro },
    { kind: 'figure', figure },
  ];
}

function shownBehaviours(networks: readonly CampaignNetwork[]): (Behaviour | null)[] {
  const shown = new Set(networks.flatMap(({ edges }) => edges.map(({ behaviour }) => behaviour)));
  return [...BEHAVIOURS, null].filter((one) => shown.has(one));
}

function panelOf({ messages, format, finding }: ReportContext, { id, network }: Drawn): Panel {
  const words = NETWORK_MESSAGES[finding.study.language];
  const how = shownBehaviours([network]).map((one) =>
    one === null ? words.key.withheld : messages.coordination.behaviour[one],
  );
  return {
    label: messages.coordination.name(id),
    description: words.description({
      drawn: format.count(network.nDrawn),
      notDrawn: format.count(network.nNotDrawn),
      pairs: format.count(network.nPairs),
      most: format.count(network.mostPairs),
      how: `${messages.coordination.how}${messages.word.colon}${how.join(messages.word.separator)}`,
    }),
    draw: (width) => drawNetworkChart(network, width),
  };
}

function keyOf({ messages, finding }: ReportContext, drawn: readonly Drawn[]): Figure['key'] {
  const words = NETWORK_MESSAGES[finding.study.language];
  const hasText = drawn.some(({ network }) => network.nodes.some(({ kind }) => kind === 'text'));
  return [
    { symbol: { kind: 'node', node: 'account' }, text: words.key.account },
    ...(hasText ? [{ symbol: { kind: 'node', node: 'text' } as const, text: words.key.text }] : []),
    ...shownBehaviours(drawn.map(({ network }) => network)).map((behaviour) => ({
      symbol: { kind: 'tie', behaviour } as const,
      text: behaviour === null ? words.key.withheld : messages.coordination.behaviour[behaviour],
    })),
  ];
}

function tableOf({ messages, format, finding }: ReportContext, drawn: readonly Drawn[]): Table {
  const words = NETWORK_MESSAGES[finding.study.language];
  return {
    caption: words.caption,
    columns: [
      { label: messages.coordination.campaign, numeric: false },
      { label: words.column.drawn, numeric: true },
      { label: words.column.notDrawn, numeric: true },
      { label: words.column.pairs, numeric: true },
      { label: words.column.pairsDrawn, numeric: true },
      { label: words.column.most, numeric: true },
    ],
    rows: drawn.map(({ id, network }) => [
      { text: messages.coordination.name(id) },
      ...[network.nDrawn, network.nNotDrawn, network.nPairs, network.nPairsDrawn, network.mostPairs].map(
        (n) => ({ text: format.count(n).text }),
      ),
    ]),
  };
}
