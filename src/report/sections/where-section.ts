import { OWN_LEVELS } from '../../domain/decomposition.ts';
import type { Estimate } from '../../domain/estimate.ts';
import type { RegionBalance, RegionBalances, RegionTiers } from '../../domain/region-balance.ts';
import type { Block, Cell, Figure, Panel, Section, Table } from '../block.ts';
import { drawTileChart, TILE_SHADES, type TileCountry } from '../charts/tile-chart.ts';
import { CHINESE_TILES, RUSSIAN_TILES } from '../charts/tile-positions.ts';
import { WHERE_MESSAGES, type WhereMessages } from '../messages/where-messages.ts';
import { regionLabel } from '../region-label.ts';
import { authorsCell, balanceCell, countCell, type ReportContext } from '../report-context.ts';

/** Regions are said to differ where the false discovery rate is at most this. */
const FALSE_DISCOVERIES = 0.05;

const TILES: Readonly<Record<TileCountry, Readonly<Record<string, unknown>>>> = {
  RU: RUSSIAN_TILES,
  CN: CHINESE_TILES,
};

/** Balances by region: as tiles where regions have a code, in tables where not; posts without a region and what is withheld always shown. */
export function composeWhere(context: ReportContext): Section | null {
  const { finding, label, format } = context;
  const words = WHERE_MESSAGES[finding.study.language];
  const all = finding.regions ?? [];
  if (all.length === 0) return null;
  const shown: Block[] = [];
  const little: string[] = [];
  for (const { id } of finding.study.targets) {
    const mine = all.filter((one) => one.target === id);
    if (mine.some(hasBalance)) shown.push(...targetBlocks(context, id, mine.filter(hasBalance)));
    else if (mine.length > 0) little.push(label.target(id));
  }
  const [first] = all as [RegionBalances, ...RegionBalances[]];
  const event = first.split?.event ?? null;
  const notes = [
    ...(first.split === null ? [] : [words.changeNote(event === null ? null : label.event(event))]),
    words.method,
    ...(all.some((one) => one.tiers !== null) ? [words.tiersNote] : []),
    ...(little.length === 0 ? [] : [words.little(format.list(little))]),
  ];
  return {
    id: 'where',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...shown,
      ...(all.some((one) => countriesOf(one).length > 0) ? [note(words.tiles)] : []),
      ...notes.map(note),
    ],
  };
}

const note = (text: string): Block => ({ kind: 'paragraph', text, tone: 'note' });

const isPlace = ({ region }: RegionBalance): boolean =>
  region !== OWN_LEVELS.unknown && region !== OWN_LEVELS.rest;

function hasBalance({ regions }: RegionBalances): boolean {
  return regions.some((one) => isPlace(one) && one.balance.kind === 'estimate');
}

function countryOf(region: string): TileCountry | null {
  return (['RU', 'CN'] as const).find((country) => Object.hasOwn(TILES[country], region)) ?? null;
}

function countriesOf({ regions }: RegionBalances): TileCountry[] {
  return (['RU', 'CN'] as const).filter((country) =>
    regions.some((one) => countryOf(one.region) === country),
  );
}

function targetBlocks(context: ReportContext, target: string, all: readonly RegionBalances[]): Block[] {
  const words = WHERE_MESSAGES[context.finding.study.language];
  const name = context.label.target(target);
  const mapped = all.filter((one) => countriesOf(one).length > 0);
  const rows = (isMapped: boolean): Row[] =>
    all.flatMap((of) =>
      of.regions
        .filter((one) => (countryOf(one.region) !== null) === isMapped)
        .map((region) => ({ of, region })),
    );
  const others = rows(false);
  const tiers = all.flatMap((of) => (of.tiers === null ? [] : [{ of, tiers: of.tiers }]));
  return [
    ...(mapped.length === 0
      ? []
      : [
          {
            kind: 'figure',
            figure: tileFigure(context, mapped, {
              title: words.figure(name),
              table: regionTable(context, words.tableCaption(name), rows(true)),
            }),
          } as const,
        ]),
    ...(others.length === 0
      ? []
      : [{ kind: 'table', table: regionTable(context, words.othersCaption(name), others) } as const]),
    { kind: 'list', items: all.map((one) => testText(context, one)) },
    ...(tiers.length === 0
      ? []
      : ([
          { kind: 'table', table: tierTable(context, words.tiersCaption(name), tiers) },
          { kind: 'list', items: tiers.map((one) => slopeText(context, one)) },
        ] as const)),
  ];
}

function testText(context: ReportContext, one: RegionBalances): string {
  const { format, label, finding } = context;
  const words = WHERE_MESSAGES[finding.study.language];
  const unknown = one.regions.find(({ region }) => region === OWN_LEVELS.unknown)?.share;
  const named = {
    class: label.stratum(one.stratum),
    unknown: unknown === null ? '' : words.stated(format.percent(unknown ?? 0)),
  };
  const test = one.heterogeneity;
  if (test === null) return words.untested(named);
  const say = test.qValue <= FALSE_DISCOVERIES ? words.differ : words.alike;
  return say({
    ...named,
    regions: format.count(test.nRegions),
    p: format.probability(test.pValue),
    q: format.probability(test.qValue),
  });
}

function tileFigure(
  context: ReportContext,
  all: readonly RegionBalances[],
  of: Pick<Figure, 'title' | 'table'>,
): Figure {
  const { finding, format, messages } = context;
  const words = WHERE_MESSAGES[finding.study.language];
  const sizes = all.flatMap(({ regions }) =>
    regions.flatMap(({ balance }) => (balance.kind === 'estimate' ? [Math.abs(balance.value)] : [])),
  );
  const scale = Math.max(...sizes, Number.MIN_VALUE);
  const darkest = TILE_SHADES.at(-1) as number;
  // The scale is the same on both sides: its size has no sign.
  const points = messages.word.points(format.points(scale).replace('+', ''));
  return {
    ...of,
    panels: all.flatMap((one) => countriesOf(one).map((country) => panel(context, one, { country, scale }))),
    key: [
      { symbol: { kind: 'tile', style: 0, share: darkest }, text: words.key.above(points) },
      { symbol: { kind: 'tile', style: 1, share: darkest }, text: words.key.below(points) },
      { symbol: { kind: 'tile', style: null, share: 0 }, text: words.key.unclear },
      { symbol: { kind: 'hatch', reason: 'too-few' }, text: words.key.tooFew },
      { symbol: { kind: 'hatch', reason: 'no-collection' }, text: words.key.withheld },
      { symbol: { kind: 'tile', style: null, share: 1 }, text: words.key.empty },
    ],
  };
}

function panel(
  context: ReportContext,
  one: RegionBalances,
  { country, scale }: { readonly country: TileCountry; readonly scale: number },
): Panel {
  const { format, label, finding } = context;
  const words = WHERE_MESSAGES[finding.study.language];
  const here = one.regions.filter(({ region }) => countryOf(region) === country);
  const isHidden = ({ balance }: RegionBalance): boolean =>
    balance.kind === 'not-estimable' && balance.reason === 'withheld';
  const nHidden = one.regions.filter((region) => isPlace(region) && isHidden(region)).length;
  const named = { class: label.stratum(one.stratum), country };
  const own = [OWN_LEVELS.unknown, OWN_LEVELS.rest].flatMap((id) => {
    const found = one.regions.find(({ region }) => region === id);
    return found === undefined
      ? []
      : [{ label: regionLabel(context, { kind: 'region', id }), estimate: found.balance }];
  });
  return {
    label: words.panel(named),
    description: words.description({
      ...named,
      regions: format.count(here.filter(({ balance }) => balance.kind === 'estimate').length),
    }),
    draw: (width) =>
      drawTileChart({
        country,
        balances: new Map(here.map(({ region, balance }) => [region, balance])),
        others: [...own, { label: words.withheld(format.count(nHidden)), estimate: null }],
        scale,
        width,
        format,
      }),
  };
}

interface Row {
  readonly of: RegionBalances;
  readonly region: RegionBalance;
}

function regionTable(context: ReportContext, caption: string, rows: readonly Row[]): Table {
  const { messages, label, format, finding } = context;
  const words = WHERE_MESSAGES[finding.study.language];
  const isChanging = rows.some(({ region }) => region.change !== null);
  return {
    caption,
    columns: [
      { label: words.region, numeric: false },
      { label: messages.word.class, numeric: false },
      { label: words.share, numeric: true },
      { label: messages.word.netBalance, numeric: true },
      ...(isChanging ? [{ label: words.change, numeric: true }] : []),
      { label: messages.word.mentions, numeric: true },
      { label: messages.word.authors, numeric: true },
    ],
    rows: rows.map(({ of, region: { region, share, balance, change } }) => [
      regionCell(context, region),
      { text: label.stratum(of.stratum) },
      share === null ? hidden(context) : { text: format.percent(share) },
      balanceCell(context, balance),
      ...(isChanging ? [change === null ? { text: '' } : changeCell(context, change)] : []),
      countCell(context, balance.nDocuments),
      authorsCell(context, balance),
    ]),
  };
}

const hidden = ({ messages }: ReportContext): Cell => ({ text: messages.reason.withheld, muted: true });

function regionCell(context: ReportContext, region: string): Cell {
  const text = regionLabel(context, { kind: 'region', id: region });
  return countryOf(region) === null ? { text } : { text, note: region };
}

/** Both sides stand under the difference, where there are two. */
function changeCell(
  context: ReportContext,
  { before, after, effect }: NonNullable<RegionBalance['change']>,
): Cell {
  const cell = balanceCell(context, effect);
  const { format } = context;
  if (before.kind !== 'estimate' || after.kind !== 'estimate' || effect.kind !== 'estimate') return cell;
  const sides = `${format.points(before.value)} → ${format.points(after.value)}`;
  return { ...cell, note: `${format.interval(effect.interval)}${context.messages.word.separator}${sides}` };
}

interface Tiered {
  readonly of: RegionBalances;
  readonly tiers: RegionTiers;
}

function tierTable(context: ReportContext, caption: string, all: readonly Tiered[]): Table {
  const { messages, label, finding } = context;
  const words: WhereMessages = WHERE_MESSAGES[finding.study.language];
  return {
    caption,
    columns: [
      { label: words.tier, numeric: false },
      { label: messages.word.class, numeric: false },
      { label: messages.word.netBalance, numeric: true },
      { label: words.step, numeric: true },
      { label: messages.word.mentions, numeric: true },
      { label: messages.word.authors, numeric: true },
    ],
    rows: all.flatMap(({ of, tiers }) =>
      tiers.tiers.map((tier, i): Cell[] => [
        { text: tier.label },
        { text: label.stratum(of.stratum) },
        balanceCell(context, tier.balance),
        i === 0 ? { text: '' } : balanceCell(context, tiers.steps[i - 1] as Estimate),
        countCell(context, tier.balance.nDocuments),
        authorsCell(context, tier.balance),
      ]),
    ),
  };
}

function slopeText(context: ReportContext, { of, tiers }: Tiered): string {
  const { format, label, finding, messages } = context;
  const words = WHERE_MESSAGES[finding.study.language];
  const named = { class: label.stratum(of.stratum) };
  const { perStep, pValue } = tiers;
  if (perStep.kind !== 'estimate' || pValue === null) return words.noSlope(named);
  const text = `${messages.word.points(format.points(perStep.value))} ${format.interval(perStep.interval)}`;
  return words.slope({ ...named, text, p: format.probability(pValue) });
}
