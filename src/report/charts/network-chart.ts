import { dot, line, type Markish } from '@observablehq/plot';
import { BEHAVIOURS } from '../../domain/behaviour.ts';
import type { CampaignNetwork } from '../../domain/campaign-network.ts';
import type { ChartWidth } from '../block.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { tieStyle } from './tie-style.ts';

const SIZES = {
  narrow: { width: 380, height: 300 },
  wide: { width: 940, height: 440 },
} as const;

const MARGIN = 10;

/**
 * Accounts as points and what they do alike as lines, each behaviour with dashes of its own; a text that accounts passed on is a square.
 * A place means nothing but that neighbours are tied; the drawing has no letters, so nothing in it names an account.
 */
export function drawNetworkChart({ nodes, edges }: CampaignNetwork, width: ChartWidth): Drawing {
  const size = SIZES[width];
  const at = places(nodes, size);
  const ties = [null, ...BEHAVIOURS].flatMap((behaviour): Markish[] => {
    const mine = edges.filter((edge) => edge.behaviour === behaviour);
    if (mine.length === 0) return [];
    const { color: stroke, dash: strokeDasharray, width: strokeWidth } = tieStyle(behaviour);
    // One path for all: a point that is nowhere ends a line.
    const ends = mine.flatMap(({ a, b }) => [at[a], at[b], { x: Number.NaN, y: Number.NaN }]);
    const style = { stroke, strokeWidth, strokeDasharray, strokeOpacity: 0.75 };
    return [line(ends, { x: 'x', y: 'y', ...style })];
  });
  const of = (kind: (typeof nodes)[number]['kind']) => at.filter((_, i) => nodes[i]?.kind === kind);
  return drawPlot({
    ...size,
    ...{ marginLeft: MARGIN, marginRight: MARGIN, marginTop: MARGIN, marginBottom: MARGIN, fontSize: 13 },
    x: { domain: [0, size.width], range: [0, size.width], axis: null },
    y: { domain: [0, size.height], range: [size.height, 0], axis: null },
    marks: [
      ...ties,
      dot(of('account'), {
        ...{ x: 'x', y: 'y', r: radius(nodes.length, width), fill: 'var(--ink)' },
        ...{ stroke: 'var(--paper)', strokeWidth: 1 },
      }),
      dot(of('text'), {
        ...{ x: 'x', y: 'y', r: 6, symbol: 'square', fill: 'var(--paper)' },
        ...{ stroke: 'var(--ink)', strokeWidth: 2 },
      }),
    ],
  });
}

function radius(nNodes: number, width: ChartWidth): number {
  return (nNodes > 80 ? 2.6 : nNodes > 30 ? 3.4 : 4.4) * (width === 'wide' ? 1.3 : 1);
}

/** Places in the picture, as large as they fit in, proportions kept. */
function places(
  nodes: CampaignNetwork['nodes'],
  { width, height }: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number }[] {
  const of = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { middle: (low + high) / 2, size: Math.max(high - low, 0.001) };
  };
  const [across, up] = [of(nodes.map(({ x }) => x)), of(nodes.map(({ y }) => y))];
  const scale = Math.min((width - 2 * MARGIN) / across.size, (height - 2 * MARGIN) / up.size);
  return nodes.map(({ x, y }) => ({
    x: width / 2 + scale * (x - across.middle),
    y: height / 2 + scale * (y - up.middle),
  }));
}
