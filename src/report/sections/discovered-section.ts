import type {
  DiscoveredLevel,
  DiscoveredTheme,
  DiscoveredThemes,
  NoDiscoveredThemes,
} from '../../domain/discovered-theme.ts';
import type { Estimate, Series } from '../../domain/estimate.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { drawVolumeChart } from '../charts/volume-chart.ts';
import { balanceCell, countCell, type ReportContext } from '../report-context.ts';
import { shortThemeName } from '../theme-name.ts';
import { timeBlock } from './time-figure.ts';

const MOST_CLASSES = 3;
const MOST_LINES = 6;
const WORDS = 12;

/** Themes that the corpus shows, each with its words, its share of talk and the stance on it. */
export function composeDiscovered(context: ReportContext): Section | null {
  const all = context.finding.discoveredThemes ?? [];
  if (all.length === 0) return null;
  const words = context.messages.discovered;
  const found = all.filter((one) => one.kind === 'estimate');
  const missing = all.filter((one) => one.kind === 'not-estimable');
  return {
    id: 'discovered-themes',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...found.flatMap((one) => themeBlocks(context, one)),
      ...(missing.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: words.nothing(missing.map((one) => missingText(context, one)).join('; ')),
              tone: 'note',
            } as const,
          ]),
      { kind: 'paragraph', text: words.method, tone: 'note' },
    ],
  };
}

function missingText({ messages, format, label }: ReportContext, one: NoDiscoveredThemes): string {
  const stability = one.stability === null ? '—' : format.probability(round(one.stability.mean));
  const reason = messages.discovered.reason[one.reason](format.count(one.nTexts), stability);
  return `${label.target(one.target)}, ${format.languageName(one.language)}${messages.word.colon}${reason}`;
}

function themeBlocks(context: ReportContext, found: DiscoveredThemes): Block[] {
  const { messages, format, label } = context;
  const words = messages.discovered;
  const [target, language] = [label.target(found.target), format.languageName(found.language)];
  const classes = [...Map.groupBy(found.levels, (level) => level.class)]
    .map(([name, levels]) => ({ name, levels }))
    .filter(({ levels }) => levels.some((level) => level.share.kind === 'estimate'))
    .sort((a, b) => mentionsOf(b.levels) - mentionsOf(a.levels));
  const shown = classes.slice(0, MOST_CLASSES);
  const { stability } = found;
  return [
    {
      kind: 'paragraph',
      text: words.found({
        target,
        language,
        themes: format.count(found.themes.length),
        texts: format.count(found.nTexts),
        authors: found.nAuthors < found.nTexts ? format.count(found.nAuthors) : null,
        stability: format.probability(round(stability.mean)),
        lowest: format.probability(round(stability.lowest)),
        samples: format.count(stability.nBootstraps),
      }),
    },
    { kind: 'table', table: wordTable(context, found, words.wordsCaption(target, language)) },
    ...shown.map(({ name, levels }): Block => {
      const caption = words.classCaption(target, language, label.class(name));
      return { kind: 'table', table: classTable(context, { found, levels, caption }) };
    }),
    ...shown.slice(0, 1).map(({ name, levels }) => overTime(context, { found, name, levels })),
    ...(classes.length > shown.length
      ? [
          {
            kind: 'paragraph',
            text: words.moreClasses(format.count(classes.length - shown.length)),
            tone: 'note',
          } as const,
        ]
      : []),
  ];
}

function mentionsOf(levels: readonly DiscoveredLevel[]): number {
  return levels[0]?.share.nDocuments ?? 0;
}

function wordTable(context: ReportContext, found: DiscoveredThemes, caption: string): Table {
  const { messages, format } = context;
  const words = messages.discovered;
  const hasCodebook = found.overlaps.length > 0;
  const list = (theme: DiscoveredTheme): string =>
    theme.words
      .slice(0, WORDS)
      .map((one) => one.word)
      .join(messages.word.comma);
  return {
    caption,
    columns: [
      { label: words.theme, numeric: false },
      { label: words.words, numeric: false },
      ...(hasCodebook ? [{ label: words.nearest, numeric: false }] : []),
      { label: words.since, numeric: false },
      { label: words.life, numeric: false },
    ],
    rows: found.themes.map((theme) => [
      { text: shortThemeName(context, found.target, theme.id) },
      { text: list(theme) },
      ...(hasCodebook ? [nearestCell(context, found, theme.id)] : []),
      theme.since === null
        ? { text: words.notYet, muted: true }
        : { text: format.instant(`${theme.since}T00:00:00Z`, 'day') },
      { text: lifeText(context, found, theme) },
    ]),
  };
}

/** When a theme was seen, and how it began, came back and ended. */
function lifeText(context: ReportContext, found: DiscoveredThemes, theme: DiscoveredTheme): string {
  const { messages, format } = context;
  const words = messages.discovered;
  const monthOf = (month: string): string => format.instant(`${month}-01T00:00:00Z`, 'month');
  const { firstSeen, lastSeen, history } = theme;
  const seen =
    firstSeen === null || lastSeen === null ? [] : [words.seen(monthOf(firstSeen), monthOf(lastSeen))];
  const changes = history
    .filter(({ kind }) => kind !== 'first')
    .map(({ month, kind, other }) => {
      const name = other === null ? '' : shortThemeName(context, found.target, other);
      return words.change[kind](monthOf(month), name);
    });
  return [...seen, ...changes].join('; ');
}

/** The theme of the codebook, or none of its themes, that holds most of a discovered theme. */
function nearestCell(
  { finding, messages, format }: ReportContext,
  found: DiscoveredThemes,
  id: string,
): Cell {
  const [best] = found.overlaps
    .filter((one) => one.theme === id)
    .flatMap(({ codebook, share }) => (share.kind === 'estimate' ? [{ codebook, share }] : []))
    .sort((a, b) => b.share.value - a.share.value);
  if (best === undefined) return { text: messages.reason['too-few-mentions'], muted: true };
  const own: Readonly<Record<string, string | undefined>> = messages.drivers.level;
  const name = finding.study.themes.find((one) => one.id === best.codebook)?.label ?? own[best.codebook];
  const { value, interval } = format.share(best.share);
  return { text: `${name ?? best.codebook}${messages.word.colon}${value}`, note: interval };
}

interface ClassThemes {
  readonly found: DiscoveredThemes;
  readonly levels: readonly DiscoveredLevel[];
  readonly caption: string;
}

function classTable(context: ReportContext, { found, levels, caption }: ClassThemes): Table {
  const words = context.messages.discovered;
  return {
    caption,
    columns: [
      { label: words.theme, numeric: false },
      { label: words.share, numeric: true },
      { label: words.balance, numeric: true },
      { label: words.mentions, numeric: true },
    ],
    rows: inOrder(found, levels).map((level) => [
      { text: nameOf(context, found, level.theme) },
      shareCell(context, level.share),
      balanceCell(context, level.balance),
      countCell(context, level.balance.nDocuments),
    ]),
  };
}

/** Themes by their share, the largest first; none stands last. */
function inOrder(found: DiscoveredThemes, levels: readonly DiscoveredLevel[]): DiscoveredLevel[] {
  const isTheme = (level: DiscoveredLevel): boolean => found.themes.some(({ id }) => id === level.theme);
  return levels.toSorted(
    (a, b) => Number(isTheme(b)) - Number(isTheme(a)) || sizeOf(b.share) - sizeOf(a.share),
  );
}

function sizeOf(estimate: Estimate): number {
  return estimate.kind === 'estimate' ? estimate.value : -1;
}

function nameOf(context: ReportContext, found: DiscoveredThemes, id: string): string {
  return found.themes.some((theme) => theme.id === id)
    ? shortThemeName(context, found.target, id)
    : context.messages.discovered.none;
}

function shareCell({ messages, format }: ReportContext, estimate: Estimate): Cell {
  if (estimate.kind === 'not-estimable') return { text: messages.reason[estimate.reason], muted: true };
  const { value, interval } = format.share(estimate);
  return { text: value, note: interval };
}

function overTime(
  context: ReportContext,
  {
    found,
    name,
    levels,
  }: { readonly found: DiscoveredThemes; readonly name: string; readonly levels: readonly DiscoveredLevel[] },
): Block {
  const { messages, label } = context;
  const target = label.target(found.target);
  const series = inOrder(found, levels)
    .slice(0, MOST_LINES)
    .map(
      (level): Series => ({
        id: level.theme,
        target: found.target,
        stratum: { class: name },
        measure: 'mention-share',
        estimates: level.shares,
      }),
    );
  return timeBlock(context, {
    title: messages.discovered.figure(target, label.class(name)),
    target,
    measure: 'mention-share',
    axis: messages.discovered.axis,
    series,
    nameOf: (one) => nameOf(context, found, one.id),
    draw: drawVolumeChart,
  });
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
