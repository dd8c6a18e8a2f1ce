import { parse, stringify } from 'yaml';

/** Words of the synthetic posts that no sources lack, for targets beside the demo's. */
const MORE_TARGETS: Readonly<Record<string, { ru: string; en: string; zh: string }>> = {
  rouble: { ru: 'рубль', en: 'pounds', zh: '百块' },
  boss: { ru: 'начальник', en: 'cousin', zh: '同事' },
  brother: { ru: 'брат', en: 'brother', zh: '邻居' },
  market: { ru: 'рынок', en: 'price', zh: '快递' },
  doctor: { ru: 'врач', en: 'dentist', zh: '医生' },
  kazan: { ru: 'Казань', en: 'Leeds', zh: '哈尔滨' },
  perm: { ru: 'Пермь', en: 'Bristol', zh: '沈阳' },
  tver: { ru: 'Тверь', en: 'Denver', zh: '青岛' },
  tyumen: { ru: 'Тюмень', en: 'Austin', zh: '成都' },
  ryazan: { ru: 'Рязань', en: 'Toronto', zh: '西安' },
};

const MORE_EVENTS = [
  { id: 'winter', label: 'Winter', date: '2024-02-20', kind: 'declared' },
  { id: 'spring', label: 'Spring', date: '2024-04-16', kind: 'rival' },
  { id: 'summer', label: 'Summer', date: '2024-07-15', kind: 'rival' },
  { id: 'autumn', label: 'Autumn', date: { start: '2024-10-01', end: '2024-10-08' }, kind: 'declared' },
];

/** Folder of codings of the wide study. */
export const WIDE_CODINGS = 'wide-codings';

interface Study {
  readonly targets: readonly unknown[];
  readonly events: readonly unknown[];
  readonly [key: string]: unknown;
}

/** The demo's study with more of everything that measuring takes time for: more than five hundred series. */
export function wideStudy(demo: string, { isCoded }: { readonly isCoded: boolean }): string {
  const study = parse(demo) as Study;
  const targets = Object.entries(MORE_TARGETS).map(([id, { ru, en, zh }]) => ({
    id,
    label: id,
    aliases: { ru: [ru], en: [en], zh: [zh] },
  }));
  return stringify({
    ...study,
    targets: [...study.targets, ...targets],
    events: [...study.events, ...MORE_EVENTS],
    referenceMix: {
      public: { source: 'observed', region: 'observed', activity: 'observed' },
      'military-bloggers': { region: 'observed', activity: 'observed' },
    },
    ...(isCoded ? { codings: WIDE_CODINGS } : {}),
  });
}
