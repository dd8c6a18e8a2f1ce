import type { ClassContrast } from '../../domain/class-contrast.ts';
import { OWN_LEVELS } from '../../domain/decomposition.ts';
import type { Estimate } from '../../domain/estimate.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { balanceCell, type ReportContext } from '../report-context.ts';

/** Comparisons are shown where their false discovery rate is at most this. */
const FALSE_DISCOVERIES = 0.05;
/** A theme is hardly talked of where its share is surely less than this part of the other's. */
const HARDLY = 0.5;
const MOST_ROWS = 12;

/** Classes whose balance differs, and themes that one class talks of and another hardly does. */
export function composeClassContrasts(context: ReportContext): Section | null {
  const { finding, messages, format, label } = context;
  const words = messages.classContrasts;
  const contrasts = finding.classContrasts ?? [];
  const told = contrasts.filter((one) => one.qValue <= FALSE_DISCOVERIES);
  const shown: Block[] = [];
  let nShown = 0;
  for (const { id } of finding.study.targets) {
    const mine = told.filter((one) => one.target === id);
    const balances = mine
      .filter((one) => one.measure === 'net-balance')
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .slice(0, MOST_ROWS);
    const omissions = mine.flatMap((one) => omissionOf(one) ?? []).slice(0, MOST_ROWS);
    if (balances.length > 0)
      shown.push({
        kind: 'table',
        table: balanceTable(context, words.balanceCaption(label.target(id)), balances),
      });
    if (omissions.length > 0)
      shown.push({
        kind: 'table',
        table: omissionTable(context, words.omissionCaption(label.target(id)), omissions),
      });
    nShown += balances.length + omissions.length;
  }
  if (contrasts.length === 0) return null;
  return {
    id: 'classes',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...shown,
      {
        kind: 'paragraph',
        text: words.shown(format.count(nShown), format.count(told.length), format.count(contrasts.length)),
        tone: 'note',
      },
      { kind: 'paragraph', text: words.method, tone: 'note' },
    ],
  };
}

/** A theme with the class that talks of it and the one that hardly does. */
interface Omission {
  readonly theme: string;
  readonly more: { readonly class: string; readonly share: Estimate };
  readonly less: { readonly class: string; readonly share: Estimate };
  /** Null = the other never talks of it. */
  readonly ratio: { readonly value: number; readonly lower: number; readonly upper: number } | null;
}

function omissionOf({ theme, classes, first, second, ratio, measure }: ClassContrast): Omission | null {
  if (measure !== 'theme-share' || theme === null || theme === OWN_LEVELS.noTheme) return null;
  const sides = [
    { class: classes[0], share: first },
    { class: classes[1], share: second },
  ] as const;
  if (ratio === null) {
    const isFirst = first.kind === 'estimate' && first.value > 0;
    return { theme, more: sides[isFirst ? 0 : 1], less: sides[isFirst ? 1 : 0], ratio: null };
  }
  const { lower, upper } = ratio.interval;
  if (lower >= 1 / HARDLY)
    return { theme, more: sides[0], less: sides[1], ratio: { value: ratio.value, lower, upper } };
  if (upper <= HARDLY)
    return {
      theme,
      more: sides[1],
      less: sides[0],
      ratio: { value: 1 / ratio.value, lower: 1 / upper, upper: 1 / lower },
    };
  return null;
}

function sizeOf({ difference }: ClassContrast): number {
  return difference.kind === 'estimate' ? Math.abs(difference.value) : 0;
}

function balanceTable(context: ReportContext, caption: string, contrasts: readonly ClassContrast[]): Table {
  const { messages, format, label } = context;
  const words = messages.classContrasts;
  const balance = (estimate: Estimate): string =>
    estimate.kind === 'estimate' ? format.points(estimate.value) : messages.reason[estimate.reason];
  return {
    caption,
    columns: [
      { label: words.first, numeric: false },
      { label: words.second, numeric: false },
      { label: words.balances, numeric: true },
      { label: words.difference, numeric: true },
    ],
    rows: contrasts.map(({ classes, first, second, difference }) => [
      { text: label.class(classes[0]) },
      { text: label.class(classes[1]) },
      { text: `${balance(first)} / ${balance(second)}` },
      balanceCell(context, difference),
    ]),
  };
}

function omissionTable(context: ReportContext, caption: string, omissions: readonly Omission[]): Table {
  const { messages, format, label, finding } = context;
  const words = messages.classContrasts;
  const share = (estimate: Estimate): Cell => {
    if (estimate.kind === 'not-estimable') return { text: messages.reason[estimate.reason], muted: true };
    const { value, interval } = format.share(estimate);
    return { text: value, note: interval };
  };
  const named = (of: { readonly class: string; readonly share: Estimate }): Cell => {
    const { text, note } = share(of.share);
    return {
      text: `${label.class(of.class)}${messages.word.colon}${text}`,
      ...(note === undefined ? {} : { note }),
    };
  };
  return {
    caption,
    columns: [
      { label: words.theme, numeric: false },
      { label: words.more, numeric: false },
      { label: words.less, numeric: false },
      { label: words.ratio, numeric: true },
    ],
    rows: omissions.map(({ theme, more, less, ratio }) => [
      { text: finding.study.themes.find((one) => one.id === theme)?.label ?? theme },
      named(more),
      named(less),
      ratio === null
        ? { text: words.never }
        : {
            text: format.weight(Math.round(10 * ratio.value) / 10),
            note: `[${format.weight(Math.round(10 * ratio.lower) / 10)}${messages.word.separator}${format.weight(Math.round(10 * ratio.upper) / 10)}]`,
          },
    ]),
  };
}
