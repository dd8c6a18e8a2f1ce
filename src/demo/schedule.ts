import type { PlantedDriver } from './grammar.ts';
import { PLAN, type PlannedSource } from './plan.ts';

const DAY = 86_400_000;
const FIRST_DAY = Date.parse(`${PLAN.period.start}T00:00:00Z`) / DAY;

/** Number of a day of the plan from its first. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY - FIRST_DAY;
}

/** The day with a number, `2024-07-01`. */
export function dateOf(day: number): string {
  return new Date((FIRST_DAY + day) * DAY).toISOString().slice(0, 10);
}

/** Days that are planned. */
export const DAYS = dayOf(PLAN.period.end);

const inside = (day: number, span: { readonly start: string; readonly end: string }): boolean =>
  day >= dayOf(span.start) && day < dayOf(span.end);

/** Posts of a source on a day, in proportion to the other sources. */
export function shareOn(source: PlannedSource, day: number): number {
  if (source.id === PLAN.outage.source && inside(day, PLAN.outage)) return 0;
  const shift = PLAN.mixShifts.find((one) => one.source === source.id && day >= dayOf(one.start));
  return source.share * (shift?.factor ?? 1);
}

/** Share of a source's posts on a day that the campaign writes. */
export function campaignShareOn(source: PlannedSource, day: number): number {
  return source.id === PLAN.campaign.source && inside(day, PLAN.campaign) ? PLAN.campaign.shareOfPosts : 0;
}

/** Net balance planted in a cell, authors' own levels left out. */
export function plantedLevel(
  source: PlannedSource,
  cell: { readonly day: number; readonly target: string | null; readonly driver: PlantedDriver },
): number {
  if (cell.target !== 'china' && cell.target !== 'russia') return PLAN.placeboLevel;
  if (cell.day < dayOf(PLAN.changeDate)) return source.level;
  return source.level + (source.change * PLAN.drivers[cell.driver]) / PLAN.talk[cell.driver];
}

/** The net balance that can be planted at most: where every mention that takes a side takes the same. */
export const LARGEST_BALANCE = 1 - PLAN.neitherShare;
