import { type CorpusPlan, dateIn, dayIn, type SyntheticSource } from './corpus-plan.ts';
import type { PlantedDriver } from './grammar.ts';
import { ENGLISH } from './grammar-en.ts';
import { RUSSIAN } from './grammar-ru.ts';
import { CHINESE } from './grammar-zh.ts';
import { PLAN, PLANNED_SOURCES, type PlannedSource, TARGET_SHARES } from './plan.ts';

/** Number of a day of the plan from its first. */
export const dayOf = (date: string): number => dayIn(PLAN.period, date);

/** The day with a number, `2024-07-01`. */
export const dateOf = (day: number): string => dateIn(PLAN.period, day);

const inside = (day: number, span: { readonly start: string; readonly end: string }): boolean =>
  day >= dayOf(span.start) && day < dayOf(span.end);

function shareOn(source: PlannedSource, day: number): number {
  if (source.id === PLAN.outage.source && inside(day, PLAN.outage)) return 0;
  const shift = PLAN.mixShifts.find((one) => one.source === source.id && day >= dayOf(one.start));
  return source.share * (shift?.factor ?? 1);
}

function campaignShareOn(source: SyntheticSource, day: number): number {
  return source.id === PLAN.campaign.source && inside(day, PLAN.campaign) ? PLAN.campaign.shareOfPosts : 0;
}

function levelOf(
  source: PlannedSource,
  cell: { readonly day: number; readonly target: string; readonly driver: PlantedDriver },
): number {
  if (cell.target !== 'china' && cell.target !== 'russia') return PLAN.placeboLevel;
  if (cell.day < dayOf(PLAN.changeDate)) return source.level;
  return source.level + (source.change * PLAN.drivers[cell.driver]) / PLAN.talk[cell.driver];
}

/** Eight places of each language, all alike: what is said does not depend on where. Some have a code, some have none. */
const REGIONS: Readonly<Record<PlannedSource['language'], readonly string[]>> = {
  ru: [
    'Москва',
    'Санкт-Петербург',
    'Омская область',
    'Татарстан',
    'Приморский край',
    'Самарская область',
    'Пермский край',
    'Томская область',
  ],
  zh: ['北京', '上海', '广东', '四川', '黑龙江', '江苏', '浙江', '湖北'],
  en: ['London', 'Berlin', 'Toronto', 'Sydney', 'Chicago', 'Dublin', 'Singapore', 'Nairobi'],
};

/** The demo's corpus. */
export const DEMO_CORPUS: CorpusPlan<PlantedDriver, PlannedSource> = {
  period: PLAN.period,
  sources: PLANNED_SOURCES,
  grammars: { ru: RUSSIAN, zh: CHINESE, en: ENGLISH },
  mentionShare: PLAN.mentionShare,
  neitherShare: PLAN.neitherShare,
  authorSpread: PLAN.authorSpread,
  campaign: { target: 'china', shareOn: campaignShareOn },
  reposts: PLAN.reposts,
  regionsOf: ({ language }) => REGIONS[language],
  shareOn,
  targetsOf: (source) => TARGET_SHARES[source.language],
  talkOf: () => PLAN.talk,
  levelOf,
};
