import type { PlantedDriver } from './grammar.ts';
import { PLAN, PLANNED_SOURCES, type PlannedSource, TARGET_SHARES } from './plan.ts';
import { campaignShareOn, dateOf, dayOf, LARGEST_BALANCE, plantedLevel, shareOn } from './schedule.ts';

/** What is asked of the plan. */
export interface PlantedCell {
  readonly target: string;
  readonly class: string;
  /** Days, half-open. */
  readonly start: string;
  readonly end: string;
  /** Whether the texts of the campaign count with all their copies. */
  readonly campaign: boolean;
}

/**
 * The net balance that the plan lets expect of a target in a class over some days: the mean over endlessly many corpora,
 * by the plan alone. Authors' own levels are uniform around that of their source; where they reach what a balance can be
 * at most they are cut, as the generator cuts them.
 * @returns null where no mention is planned
 */
export function plantedBalance(of: PlantedCell): number | null {
  const { reposts } = PLAN;
  let [mentions, net] = [0, 0];
  for (let day = dayOf(of.start); day < dayOf(of.end); day++) {
    const total = PLANNED_SOURCES.reduce((sum, source) => sum + shareOn(source, day), 0);
    for (const source of PLANNED_SOURCES) {
      if (source.class !== of.class) continue;
      const posts = (shareOn(source, day) / total) * (source.id === reposts.source ? 1 - reposts.share : 1);
      const copied = campaignShareOn(source, day);
      const own = posts * (1 - copied) * PLAN.mentionShare * targetShare(source, of.target);
      const campaign = of.campaign && of.target === 'china' ? posts * copied : 0;
      mentions += own + campaign;
      net += own * meanBalance(source, day, of.target) + campaign;
    }
  }
  return mentions === 0 ? null : rounded(net / mentions);
}

/** A planted effect: what an event contrast of the study is to find. */
export interface PlantedEffect {
  readonly target: string;
  readonly class: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

/** Expected net balances on both sides of the planted date, in the days that the study compares, by target and class. */
export function plantedEffects(copies: 'each' | 'once'): PlantedEffect[] {
  const date = dayOf(PLAN.changeDate);
  const targets = [
    ...new Set(Object.values(TARGET_SHARES).flatMap((list) => list.map(([target]) => target))),
  ];
  const classes = [...new Set(PLANNED_SOURCES.map((source) => source.class))];
  const campaign = copies === 'each';
  return targets.flatMap((target) =>
    classes.flatMap((name) => {
      const cell = { target, class: name, campaign };
      const [start, middle, end] = [date - PLAN.windowDays, date, date + PLAN.windowDays].map(dateOf) as [
        string,
        string,
        string,
      ];
      const before = plantedBalance({ ...cell, start, end: middle });
      const after = plantedBalance({ ...cell, start: middle, end });
      if (before === null || after === null) return [];
      return [{ target, class: name, before, after, change: rounded(after - before) }];
    }),
  );
}

/** Sums over days leave errors in the last digits. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

function targetShare(source: PlannedSource, target: string): number {
  return TARGET_SHARES[source.language].find(([id]) => id === target)?.[1] ?? 0;
}

function meanBalance(source: PlannedSource, day: number, target: string): number {
  const spread = source.hasAuthors ? PLAN.authorSpread : 0;
  return (Object.keys(PLAN.talk) as PlantedDriver[]).reduce(
    (sum, driver) =>
      sum + PLAN.talk[driver] * meanWithin(plantedLevel(source, { day, target, driver }), spread),
    0,
  );
}

/** Mean of a level spread uniformly by `spread` on both sides and cut at the largest balance. */
function meanWithin(level: number, spread: number): number {
  const most = LARGEST_BALANCE;
  if (spread === 0) return Math.max(-most, Math.min(most, level));
  const area = (x: number): number => (Math.abs(x) <= most ? x ** 2 / 2 : most * Math.abs(x) - most ** 2 / 2);
  return (area(level + spread) - area(level - spread)) / (2 * spread);
}
