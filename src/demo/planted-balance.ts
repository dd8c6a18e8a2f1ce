import { expectedBalance, type PlantedCell, rounded } from './expected-balance.ts';
import { PLAN, PLANNED_SOURCES, TARGET_SHARES } from './plan.ts';
import { DEMO_CORPUS, dateOf, dayOf } from './schedule.ts';

/** The net balance that the demo's plan lets expect; null where no mention is planned. */
export function plantedBalance(of: PlantedCell): number | null {
  return expectedBalance(DEMO_CORPUS, of);
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
