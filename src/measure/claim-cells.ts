import type { Period } from '../domain/estimate.ts';
import type { ObservedRows } from '../store/queries/observed-difference.ts';
import type { MeasuredClaim } from '../study/claim-config.ts';
import type { StudyConfig } from '../study/config.ts';
import { classesOfClaim } from './claim-classes.ts';
import { gapSpans } from './claim-spans.ts';
import { eventSpans } from './contrast-events.ts';
import { dayOfDate } from './time-bins.ts';

/** Every cell that a claim rests on, in a study with its event window. */
export function claimCells(claim: MeasuredClaim, study: StudyConfig): ObservedRows[] {
  const cell = (name: string, more: Partial<ObservedRows> = {}): ObservedRows => ({
    ...{ target: claim.target, class: name, days: null, regions: null, theme: null },
    ...more,
  });
  switch (claim.kind) {
    case 'change':
      return claim.classes.map((name) => cell(name, { days: eventDays(study, claim.event) }));
    case 'driver':
    case 'order': {
      const days = eventDays(study, claim.event);
      const themes = claim.kind === 'driver' ? [claim.theme] : claim.themes;
      return [null, ...themes].map((theme) => cell(claim.class, { days, theme }));
    }
    case 'trend':
      return claim.classes.map((name) => cell(name, { days: daysOf([claim.from, claim.to]) }));
    case 'level':
      return claim.classes.flatMap((name) =>
        claim.periods === undefined
          ? [cell(name)]
          : claim.periods.map((period) => cell(name, { days: daysOf([period]) })),
      );
    case 'omission':
      return classesOfClaim(claim).flatMap((name) => [cell(name), cell(name, { theme: claim.theme })]);
    case 'gap': {
      const spans = gapSpans(claim, study.period);
      if (spans.length === 0) return classesOfClaim(claim).map((name) => cell(name));
      return spans.flatMap(([own, other]) => [
        cell(claim.class, { days: daysOf([own.first]), regions: own.regions }),
        cell(claim.than, {
          target: claim.thanTarget ?? claim.target,
          days: daysOf([other.first]),
          regions: other.regions,
        }),
      ]);
    }
  }
}

function daysOf(periods: readonly Period[]): ObservedRows['days'] {
  return periods.map(({ start, end }) => ({ start: dayOfDate(start), end: dayOfDate(end) }));
}

function eventDays(study: StudyConfig, id: string): ObservedRows['days'] {
  const event = study.events.find((one) => one.id === id);
  if (event === undefined) return null;
  const { before, after } = eventSpans(event, study.period, study.measure);
  return [before, after];
}
