import { type Markish, rect, text } from '@observablehq/plot';
import type { Estimate } from '../../domain/estimate.ts';
import type { ChartWidth } from '../block.ts';
import type { LocaleFormat } from '../locale-format.ts';
import { type Drawing, drawPlot } from './drawing.ts';
import { lineColor } from './line-style.ts';
import { wrapped } from './printed-width.ts';
import { CHINESE_TILES, RUSSIAN_TILES, TILES_IF_CODED } from './tile-positions.ts';

/** Countries whose parts are drawn as tiles. */
export type TileCountry = 'RU' | 'CN';

/** Balances by region as tiles in the place of a map. */
export interface TileChart {
  readonly country: TileCountry;
  /** Code of ISO 3166-2 → balance. */
  readonly balances: ReadonlyMap<string, Estimate>;
  /** What stands in no tile of the map, with a box of its own: posts without a region, places withheld. */
  readonly others: readonly { readonly label: string; readonly estimate: Estimate | null }[];
  /** The balance of the darkest shade. */
  readonly scale: number;
  readonly width: ChartWidth;
  readonly format: LocaleFormat;
}

/** Steps of shade from no balance to the scale; the last still lets ink be read. */
export const TILE_SHADES = [0.08, 0.18, 0.3, 0.42] as const;

const SIZES = {
  narrow: { width: 380, columns: 9, tile: 41, fontSize: 11 },
  wide: { width: 940, columns: 17, tile: 54, fontSize: 13 },
} as const;

/** From here on east; on a narrow page the east stands below the west. */
const EAST = 9;
const GAP = 0.6;

interface Tile {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly label: string;
  /** Null = no number belongs here: the label tells all. */
  readonly estimate: Estimate | null;
  /** The name stands beside the number and not over it. */
  readonly isOther: boolean;
}

/**
 * One tile a region. The number stands in the tile; blue above zero and orange below only help the eye. What cannot be told has
 * a pattern of its own, and a region without a mention is empty.
 */
export function drawTileChart(chart: TileChart): Drawing {
  const size = SIZES[chart.width];
  const tiles = [...mapTiles(chart), ...otherTiles(chart)];
  const rows = Math.max(...tiles.map(({ y }) => y)) + 1;
  const [left, right] = [4, size.width - 4 - size.columns * size.tile];
  return drawPlot({
    width: size.width,
    height: Math.ceil(rows * size.tile) + 8,
    marginLeft: left,
    marginRight: right,
    marginTop: 4,
    marginBottom: 4,
    fontSize: size.fontSize,
    x: { domain: [0, size.columns], axis: null },
    y: { domain: [0, rows], reverse: true, axis: null },
    marks: tiles.flatMap((tile) => tileMarks(tile, chart)),
  });
}

function mapTiles({ country, balances, width }: TileChart): Tile[] {
  const positions = country === 'RU' ? RUSSIAN_TILES : CHINESE_TILES;
  return Object.entries(positions).flatMap(([code, [column, row]]): Tile[] => {
    if (TILES_IF_CODED.has(code) && !balances.has(code)) return [];
    const isBelow = country === 'RU' && width === 'narrow' && column >= EAST;
    const x = isBelow ? column - EAST : country === 'CN' ? column + 1 : column;
    return [
      {
        ...{ x, y: isBelow ? row + 11 + GAP : row, wide: 1, isOther: false },
        label: code.slice(3),
        estimate: balances.get(code) ?? null,
      },
    ];
  });
}

/** On a wide page in the empty corner of the map, on a narrow one below it. */
function otherTiles({ country, others, width }: TileChart): Tile[] {
  const corner =
    width === 'wide'
      ? { x: 10, y: country === 'RU' ? 7 : 2, wide: 7 }
      : { x: 0, y: country === 'RU' ? 17 + 2 * GAP : 8 + GAP, wide: 9 };
  return others.map(({ label, estimate }, i) => ({
    ...corner,
    y: corner.y + i,
    label,
    estimate,
    isOther: true,
  }));
}

function tileMarks(tile: Tile, { scale, width, format }: TileChart): Markish[] {
  const { x, y, wide, label, estimate, isOther } = tile;
  const { tile: side, fontSize } = SIZES[width];
  const box = { x1: x + 0.03, x2: x + wide - 0.03, y1: y + 0.03, y2: y + 0.97 };
  const isKnown = estimate?.kind === 'estimate';
  const value = isKnown ? format.points(estimate.value) : '';
  const isClear = isKnown && (estimate.interval.lower > 0 || estimate.interval.upper < 0);
  const outlined = {
    stroke: isKnown ? 'var(--ink-soft)' : 'var(--rule)',
    strokeWidth: isClear ? 1.5 : 0.75,
    ...(isKnown && !isClear ? { strokeDasharray: '3 2' } : {}),
  };
  const halo = { stroke: 'var(--paper)', strokeWidth: 3, paintOrder: 'stroke' };
  const soft = { fill: estimate === null && !isOther ? 'var(--ink-soft)' : 'var(--ink)' };
  const name = isOther
    ? text([wrapped(label, wide * side * (isKnown ? 0.72 : 0.92))], {
        ...{ x: x + 0.15, y: y + 0.5, textAnchor: 'start', ...soft },
        ...(isKnown ? {} : halo),
      })
    : text([label], {
        ...{ x: x + 0.5, y: y + (isKnown ? 0.3 : 0.5), fontSize: fontSize - 1, ...soft },
        ...(estimate !== null && !isKnown ? halo : {}),
      });
  const number = text([value], {
    x: isOther ? x + wide - 0.15 : x + 0.5,
    y: y + (isOther ? 0.5 : 0.68),
    textAnchor: isOther ? 'end' : 'middle',
    fontWeight: isClear ? 700 : 400,
    fontSize,
  });
  return [rect([0], { ...box, ...fillOf(estimate, scale), ...outlined }), name, ...(isKnown ? [number] : [])];
}

function fillOf(estimate: Estimate | null, scale: number): { fill: string; fillOpacity?: number } {
  if (estimate === null) return { fill: 'none' };
  if (estimate.kind === 'not-estimable')
    return { fill: `url(#hatch-${estimate.reason === 'withheld' ? 'no-collection' : 'too-few'})` };
  const step = Math.ceil((Math.abs(estimate.value) / scale) * TILE_SHADES.length) - 1;
  const shade = TILE_SHADES[Math.min(Math.max(step, 0), TILE_SHADES.length - 1)] as number;
  return { fill: lineColor(estimate.value < 0 ? 1 : 0), fillOpacity: shade };
}
