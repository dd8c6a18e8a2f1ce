import { calendarDay } from './calendar-day.ts';
import { claimProblem, spanProblems } from './check-claim-spans.ts';
import type { FoundProblem } from './found-problem.ts';
import { groupOf, itemsOf, type WrittenGroup, type WrittenItem } from './written-study.ts';

/** Claims whose keys do not fit each other, or that no data of the study can decide. */
export function checkClaims(study: WrittenGroup): FoundProblem[] {
  const events = new Map(itemsOf(study, 'events').map((event) => [event.id, event.group]));
  const placebos = new Set(
    itemsOf(study, 'targets')
      .filter(({ group }) => group['placebo'] === true)
      .map(({ id }) => id),
  );
  const period = groupOf(study['period']);
  return itemsOf(study, 'claims').flatMap((claim) => [
    ...comparedWithItself(claim),
    ...withoutMargin(claim),
    ...spanProblems(claim, period),
    ...themesTwice(claim),
    ...ofEvent(claim, { event: events.get(claimText(claim, 'event')), period }),
    ...ofPlacebo(claim, placebos),
  ]);
}

const claimText = ({ group }: WrittenItem, key: string): string | null => {
  const value = group[key];
  return typeof value === 'string' ? value : null;
};

function comparedWithItself(claim: WrittenItem): FoundProblem[] {
  const than = claimText(claim, 'than');
  const { thanTarget, target, regions, thanRegions } = claim.group;
  const isOther = thanTarget !== undefined && thanTarget !== target;
  const isElsewhere = JSON.stringify(regions) !== JSON.stringify(thanRegions);
  if (than === null || claim.group['class'] !== than || isOther || isElsewhere) return [];
  return [
    claimProblem(claim, 'than', {
      problem: `class "${than}" is compared with itself`,
      remedy:
        'name another class under `than`, another target under `thanTarget`, or other places under `thanRegions`',
    }),
  ];
}

function withoutMargin(claim: WrittenItem): FoundProblem[] {
  const { kind, direction, by } = claim.group;
  if ((kind !== 'change' && kind !== 'trend') || direction !== 'none' || (typeof by === 'number' && by > 0))
    return [];
  return [
    claimProblem(claim, 'direction', {
      problem: '`direction: none` without a size',
      remedy: 'say under `by` which change would still count as none, such as `by: 0.1` for ten points',
    }),
  ];
}

function themesTwice(claim: WrittenItem): FoundProblem[] {
  const { themes } = claim.group;
  if (!Array.isArray(themes) || new Set(themes).size === themes.length) return [];
  return [
    claimProblem(claim, 'themes', {
      problem: 'a theme stands twice in the order',
      remedy: 'name each theme once, the largest contribution first',
    }),
  ];
}

/** An event with nothing to compare on one side, or whose change is not split. */
function ofEvent(
  claim: WrittenItem,
  { event, period }: { readonly event: WrittenGroup | undefined; readonly period: WrittenGroup },
): FoundProblem[] {
  if (event === undefined) return [];
  const name = `event "${claimText(claim, 'event')}"`;
  const date = groupOf(event['date']);
  const isDay = typeof event['date'] === 'string';
  const [start, end] = [calendarDay(period['start']), calendarDay(period['end'])];
  const first = calendarDay(isDay ? event['date'] : date['start']);
  const last = calendarDay(isDay ? event['date'] : date['end']);
  const isOutside =
    start !== null && end !== null && first !== null && last !== null && (first <= start || last >= end);
  const isSplit = claim.group['kind'] === 'driver' || claim.group['kind'] === 'order';
  return [
    ...(isOutside
      ? [
          claimProblem(claim, 'event', {
            problem: `${name} has no data before or after it: it does not lie inside the period`,
            remedy: 'move the period, or name another event',
          }),
        ]
      : []),
    ...(isSplit && event['kind'] === 'rival'
      ? [
          claimProblem(claim, 'event', {
            problem: `${name} is a rival, and only changes at declared events are split into contributions`,
            remedy: 'write `kind: declared` for the event, or name a declared one',
          }),
        ]
      : []),
  ];
}

/** Changes of placebo targets are not split, and their classes are not compared. */
function ofPlacebo(claim: WrittenItem, placebos: ReadonlySet<string | null>): FoundProblem[] {
  const target = claimText(claim, 'target');
  const kind = claimText(claim, 'kind') ?? '';
  if (target === null || !placebos.has(target) || !['driver', 'order', 'omission'].includes(kind)) return [];
  return [
    claimProblem(claim, 'target', {
      problem: `target "${target}" is a placebo, of which themes are not compared`,
      remedy: 'name a target without `placebo: true`, or claim a change, a level or a gap',
    }),
  ];
}
