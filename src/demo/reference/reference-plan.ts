import {
  type CorpusPlan,
  dayIn,
  type PlanCell,
  type PlannedMention,
  type SyntheticSource,
} from '../corpus-plan.ts';
import { REFERENCE_RUSSIAN } from './grammar-ru.ts';
import { REFERENCE_CHINESE } from './grammar-zh.ts';
import type { ReferenceDriver } from './reference-driver.ts';

type Shares = Readonly<Partial<Record<ReferenceDriver, number>>>;

/** What happens in the reference corpus. */
export const REFERENCE = {
  period: { start: '2023-01-01', end: '2025-03-01' },
  /** Talk sours evenly between these days: it begins before the date that is claimed. */
  souring: { start: '2024-03-01', end: '2024-09-01' },
  /** On this day military bloggers turn on Chinese military aid: the one sharp change. */
  droneControls: { date: '2024-09-01', change: -0.75 },
  /** Of the annotator: chances that a side is read as none, that it is read as the other, and that a side is seen where there is none. */
  annotator: { missed: 0.14, turned: 0.04, seen: 0.16 },
} as const;

/** Brands of cars: what is planted of cars holds of each. */
const CAR_BRANDS = ['haval', 'geely', 'chery', 'changan'] as const;
const CARS: readonly string[] = ['chinese-cars', ...CAR_BRANDS];
const PLACEBOS: readonly string[] = ['india', 'turkey', 'belarus'];

const RUSSIA = { timeZone: 'Europe/Moscow', utcOffset: '+03:00', language: 'ru' } as const;

const source = (
  id: string,
  label: string,
  of: Pick<SyntheticSource, 'class' | 'share' | 'hasAuthors'>,
): SyntheticSource => ({ id, label, ...of, ...RUSSIA });

const SOURCES: readonly SyntheticSource[] = [
  source('ru-state-news', 'State news', { class: 'state-media', share: 0.1, hasAuthors: false }),
  source('ru-private-press', 'Private press', { class: 'private-press', share: 0.12, hasAuthors: false }),
  source('ru-business-press', 'Business press', { class: 'business-press', share: 0.09, hasAuthors: false }),
  source('ru-officials', 'Officials', { class: 'officials', share: 0.06, hasAuthors: false }),
  source('ru-military-blogs', 'Military blogs', {
    class: 'military-bloggers',
    share: 0.13,
    hasAuthors: true,
  }),
  source('ru-forum', 'Forum', { class: 'public', share: 0.2, hasAuthors: true }),
  source('ru-comments', 'Comments under news', { class: 'public', share: 0.16, hasAuthors: true }),
  {
    id: 'zh-weibo',
    label: 'Weibo',
    class: 'public-china',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
    utcOffset: '+08:00',
    share: 0.14,
    hasAuthors: true,
  },
];

const BRAND_SHARES = CAR_BRANDS.map((id): readonly [string, number] => [id, 0.02]);
const ELSEWHERE: readonly (readonly [string, number])[] = [
  ['india', 0.05],
  ['turkey', 0.05],
  ['belarus', 0.04],
  ['lada', 0.04],
  ['japanese-cars', 0.06],
];

function targetsOf({ class: name }: SyntheticSource): readonly (readonly [string, number])[] {
  if (name === 'public-china')
    return [
      ['russia', 0.8],
      ['india', 0.1],
      ['belarus', 0.1],
    ];
  const aid = name === 'military-bloggers' ? 0.34 : 0.03;
  return [
    ['china', 0.63 - aid - 0.08],
    ['chinese-companies', 0.1],
    ['chinese-goods', 0.05],
    ['chinese-cars', 0.06],
    ...BRAND_SHARES,
    ['chinese-military-aid', aid],
    ...ELSEWHERE.map(([id, share]): readonly [string, number] => [id, (share * 0.16) / 0.24]),
  ];
}

/** Talk about China by class; state media leave complaints out. */
const TALK: Readonly<Record<string, Shares>> = {
  'state-media': {
    military: 0.3,
    investment: 0.4,
    payments: 0.04,
    producers: 0.02,
    quality: 0.03,
    general: 0.21,
  },
  officials: {
    military: 0.25,
    investment: 0.45,
    payments: 0.05,
    producers: 0.03,
    quality: 0.04,
    general: 0.18,
  },
  'private-press': {
    payments: 0.35,
    investment: 0.2,
    producers: 0.1,
    quality: 0.15,
    military: 0.08,
    general: 0.12,
  },
  'business-press': { payments: 0.35, investment: 0.3, producers: 0.15, quality: 0.1, general: 0.1 },
  'military-bloggers': { military: 0.65, payments: 0.05, investment: 0.05, quality: 0.05, general: 0.2 },
  public: {
    ...{ payments: 0.28, producers: 0.15, military: 0.06, investment: 0.13 },
    ...{ quality: 0.2, territory: 0.04, general: 0.14 },
  },
};

function talkOf({ class: name }: SyntheticSource, target: string): Shares {
  if (target === 'russia')
    return { economy: 0.25, army: 0.2, territory: 0.15, payments: 0.15, general: 0.25 };
  if (target === 'chinese-companies') return { payments: 0.6, producers: 0.4 };
  if (target === 'chinese-goods') return { quality: 1 };
  if (target === 'chinese-military-aid') return { drones: 1 };
  if (PLACEBOS.includes(target)) return { general: 1 };
  if (target !== 'china') return { durability: 0.35, cold: 0.2, service: 0.2, price: 0.25 };
  return TALK[name] ?? { general: 1 };
}

/** Net balance before anything sours, by class: China, Chinese companies, Chinese cars. */
const LEVELS: Readonly<Record<string, readonly [china: number, companies: number, cars: number]>> = {
  'state-media': [0.35, 0.35, 0.3],
  officials: [0.4, 0.4, 0.4],
  'private-press': [0.12, 0.2, 0],
  'business-press': [0.1, 0.2, 0.05],
  'military-bloggers': [0.1, 0, -0.05],
  public: [0.15, -0.1, -0.1],
};

/** How far the balance of talk for one reason falls in all, by class. */
const SOURING: Readonly<Record<string, Shares>> = {
  'private-press': { payments: -0.7, producers: -0.6 },
  'business-press': { payments: -0.5 },
  'military-bloggers': { military: -0.45 },
  public: { payments: -0.75, producers: -0.65, general: -0.65 },
};

const [FIRST, LAST] = [REFERENCE.souring.start, REFERENCE.souring.end].map((date) =>
  dayIn(REFERENCE.period, date),
) as [number, number];

/** Share of the souring that has happened on a day. */
function soured(day: number): number {
  return Math.min(1, Math.max(0, (day - FIRST) / (LAST - FIRST)));
}

function levelOf({ class: name }: SyntheticSource, cell: PlanCell<ReferenceDriver>): number {
  const { target, driver, day } = cell;
  const [china, companies, cars] = LEVELS[name] ?? [0.15, 0, 0];
  const fall = soured(day) * (SOURING[name]?.[driver] ?? 0);
  if (target === 'china') return (driver === 'quality' && name === 'public' ? -0.3 : china) + fall;
  if (target === 'chinese-companies') return companies + fall / 2;
  if (target === 'chinese-goods') return cars;
  if (CARS.includes(target)) return driver === 'price' ? cars + 0.2 : cars - 0.2 / 3;
  if (target === 'chinese-military-aid') {
    const isAfter = day >= dayIn(REFERENCE.period, REFERENCE.droneControls.date);
    return name === 'military-bloggers' ? 0.35 + (isAfter ? REFERENCE.droneControls.change : 0) : china;
  }
  if (target === 'russia') return { territory: -0.4, army: 0.3 }[driver as string] ?? 0.25;
  if (target === 'japanese-cars') return 0.35;
  return target === 'lada' ? -0.05 : 0.1;
}

/** What the annotator makes of a mention: the name of what it is about, and the label that it reads. */
function columnsOf(
  { target, stance }: PlannedMention<ReferenceDriver>,
  random: () => number,
): Record<string, string> {
  const { missed, turned, seen } = REFERENCE.annotator;
  const [u, other] = [random(), stance === 'favor' ? 'against' : 'favor'];
  const about = BRAND_NAMES[target] ?? target;
  if (stance === 'neither')
    return { about, label: u < seen / 2 ? 'favor' : u < seen ? 'against' : 'neither' };
  return { about, label: u < missed ? 'neither' : u < missed + turned ? other : stance };
}

/** A brand is a name of two targets: of itself and of Chinese cars. */
const BRAND_NAMES: Readonly<Record<string, string>> = {
  haval: 'Haval',
  geely: 'Geely',
  chery: 'Chery',
  changan: 'Changan',
};

const REGIONS = [
  'Москва',
  'Москва',
  'Санкт-Петербург',
  'Казань',
  'Екатеринбург',
  'Новосибирск',
  'Омская область',
  'Приморский край',
  'Забайкальский край',
  'Республика Саха',
];

/** The corpus of the reference study. */
export const REFERENCE_CORPUS: CorpusPlan<ReferenceDriver> = {
  period: REFERENCE.period,
  sources: SOURCES,
  grammars: { ru: REFERENCE_RUSSIAN, zh: REFERENCE_CHINESE },
  mentionShare: 0.8,
  neitherShare: 0.4,
  authorSpread: 0.15,
  campaign: null,
  reposts: null,
  regionsOf: ({ language }) => (language === 'ru' ? REGIONS : []),
  shareOn: ({ share }) => share,
  targetsOf,
  talkOf,
  levelOf,
  columnsOf,
};
