import type { Grammar, PlantedStance } from './grammar.ts';

/** A synthetic source: how much it writes and who writes there. */
export interface SyntheticSource {
  readonly id: string;
  readonly label: string;
  readonly class: string;
  readonly language: 'ru' | 'zh' | 'en';
  readonly timeZone: string;
  readonly utcOffset: string;
  /** Posts in proportion to the other sources. */
  readonly share: number;
  /** People with accounts write here; otherwise an outlet does. */
  readonly hasAuthors: boolean;
}

/** Posts about one target for one reason on one day. */
export interface PlanCell<Driver extends string = string> {
  readonly day: number;
  readonly target: string;
  readonly driver: Driver;
}

/** Posts that a campaign writes: near-copies of one text. */
interface PlannedCampaign {
  readonly target: string;
  readonly shareOn: (source: SyntheticSource, day: number) => number;
}

/** What a synthetic corpus is written from. Days are counted from the first of the period. */
export interface CorpusPlan<
  Driver extends string = string,
  Source extends SyntheticSource = SyntheticSource,
> {
  readonly period: { readonly start: string; readonly end: string };
  readonly sources: readonly Source[];
  readonly grammars: Readonly<Partial<Record<SyntheticSource['language'], Grammar<Driver>>>>;
  /** Share of posts that name a target. */
  readonly mentionShare: number;
  /** Share of mentions that take no side. */
  readonly neitherShare: number;
  /** Half-width of an author's own level. */
  readonly authorSpread: number;
  readonly campaign: PlannedCampaign | null;
  /** Posts that only pass on another post, about no target. */
  readonly reposts: { readonly source: string; readonly share: number } | null;
  /** Posts of a source on a day, in proportion to the other sources. */
  readonly shareOn: (source: Source, day: number) => number;
  /** Places that posts of people state, each as often; four in ten state none. */
  readonly regionsOf: (source: Source) => readonly string[];
  /** Targets that a source writes about, with their shares of its mentions. */
  readonly targetsOf: (source: Source) => readonly (readonly [string, number])[];
  /** Shares of the talk about a target by driver. */
  readonly talkOf: (source: Source, target: string) => Readonly<Partial<Record<Driver, number>>>;
  /** Net balance in a cell, authors' own levels left out. */
  readonly levelOf: (source: Source, cell: PlanCell<Driver>) => number;
  /** Other values that the record of a mention has, such as what an annotator made of it. */
  readonly columnsOf?: (
    mention: PlannedMention<Driver>,
    random: () => number,
  ) => Readonly<Record<string, string>>;
}

/** A mention to be written. */
export interface PlannedMention<Driver extends string = string> {
  readonly target: string;
  readonly stance: PlantedStance;
  readonly driver: Driver;
}

const DAY = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Number of a day of a period from its first. */
export function dayIn(period: { readonly start: string }, date: string): number {
  return dayNumber(date) - dayNumber(period.start);
}

/** The day with a number, `2024-07-01`. */
export function dateIn(period: { readonly start: string }, day: number): string {
  return new Date((dayNumber(period.start) + day) * DAY).toISOString().slice(0, 10);
}

/** The net balance that can be planted at most: where every mention that takes a side takes the same. */
export function largestBalance({ neitherShare }: Pick<CorpusPlan, 'neitherShare'>): number {
  return 1 - neitherShare;
}
