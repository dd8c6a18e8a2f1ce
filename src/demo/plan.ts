import type { SyntheticSource } from './corpus-plan.ts';
import type { PlantedDriver } from './grammar.ts';

/** A source of the demo with its level of opinion. */
export interface PlannedSource extends SyntheticSource {
  /** Net balance toward the main target before the change. */
  readonly level: number;
  /** Change of the net balance at the planted date. */
  readonly change: number;
}

/** Everything that is planted. Dates are days of 2024. */
export const PLAN = {
  period: { start: '2024-01-01', end: '2025-01-01' },
  changeDate: '2024-07-01',
  /** Share of posts that name a target. */
  mentionShare: 0.4,
  /** Share of mentions that take no side. */
  neitherShare: 0.45,
  /** Share of talk about China by driver: the same before and after. */
  talk: { quality: 0.3, military: 0.2, investment: 0.25, general: 0.25 } satisfies Record<
    PlantedDriver,
    number
  >,
  /** Share of the change that each driver carries. */
  drivers: { quality: 0.5, military: 0.3, investment: 0.2, general: 0 } satisfies Record<
    PlantedDriver,
    number
  >,
  /** Net balance of the placebo targets, everywhere and always. */
  placeboLevel: 0.1,
  /** Half-width of an author's own level. */
  authorSpread: 0.2,
  campaign: { start: '2024-03-11', end: '2024-03-18', source: 'ru-telegram-chats', shareOfPosts: 0.35 },
  /** Posts that only pass on another post, about no target. */
  reposts: { source: 'ru-telegram-chats', share: 0.03 },
  outage: { source: 'ru-telegram-chats', start: '2024-09-09', end: '2024-09-23' },
  /**
   * From these dates a source writes more; nobody's opinion changes. The portals are cooler than the dailies, so the
   * regional press falls at the planted date by its mix alone.
   */
  mixShifts: [
    { source: 'ru-forum', start: '2024-10-01', factor: 2 },
    { source: 'ru-regional-portals', start: '2024-07-01', factor: 3 },
  ],
  /** Days on each side of the planted date that the study compares. */
  windowDays: 180,
} as const;

const MOSCOW = { timeZone: 'Europe/Moscow', utcOffset: '+03:00', language: 'ru' } as const;

/** The synthetic sources. */
export const PLANNED_SOURCES: readonly PlannedSource[] = [
  {
    id: 'ru-forum',
    label: 'Forum',
    class: 'public',
    ...MOSCOW,
    share: 0.3,
    level: 0.05,
    change: -0.3,
    hasAuthors: true,
  },
  {
    id: 'ru-telegram-chats',
    label: 'Telegram chats',
    class: 'public',
    ...MOSCOW,
    share: 0.22,
    level: 0.15,
    change: -0.3,
    hasAuthors: true,
  },
  {
    id: 'ru-private-press',
    label: 'Private press',
    class: 'private-press',
    ...MOSCOW,
    share: 0.07,
    level: 0.05,
    change: -0.2,
    hasAuthors: false,
  },
  {
    id: 'ru-business-news',
    label: 'Business news',
    class: 'business-press',
    ...MOSCOW,
    share: 0.05,
    level: 0.05,
    change: -0.2,
    hasAuthors: false,
  },
  {
    id: 'ru-military-blogs',
    label: 'Military blogs',
    class: 'military-bloggers',
    ...MOSCOW,
    share: 0.08,
    level: 0.05,
    change: -0.3,
    hasAuthors: true,
  },
  {
    id: 'ru-state-news',
    label: 'State news',
    class: 'state-media',
    ...MOSCOW,
    share: 0.1,
    level: 0.35,
    change: 0,
    hasAuthors: false,
  },
  {
    id: 'ru-officials',
    label: 'Officials',
    class: 'officials',
    ...MOSCOW,
    share: 0.03,
    level: 0.4,
    change: 0,
    hasAuthors: false,
  },
  {
    id: 'zh-weibo',
    label: 'Weibo',
    class: 'public-china',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
    utcOffset: '+08:00',
    share: 0.1,
    level: 0.1,
    change: 0,
    hasAuthors: true,
  },
  {
    id: 'en-comments',
    label: 'English comments',
    class: 'public-abroad',
    language: 'en',
    timeZone: 'UTC',
    utcOffset: '+00:00',
    share: 0.05,
    level: -0.1,
    change: 0,
    hasAuthors: true,
  },
  {
    id: 'ru-regional-dailies',
    label: 'Regional dailies',
    class: 'regional-press',
    ...MOSCOW,
    share: 0.05,
    level: 0.4,
    change: 0,
    hasAuthors: false,
  },
  {
    id: 'ru-regional-portals',
    label: 'Regional portals',
    class: 'regional-press',
    ...MOSCOW,
    share: 0.05,
    level: -0.2,
    change: 0,
    hasAuthors: false,
  },
];

/** Targets by language and their share of mentions. */
export const TARGET_SHARES: Readonly<Record<'ru' | 'zh' | 'en', readonly (readonly [string, number])[]>> = {
  ru: [
    ['china', 0.7],
    ['india', 0.15],
    ['turkey', 0.15],
  ],
  zh: [
    ['russia', 0.7],
    ['india', 0.15],
    ['turkey', 0.15],
  ],
  en: [
    ['china', 0.7],
    ['india', 0.15],
    ['turkey', 0.15],
  ],
};
