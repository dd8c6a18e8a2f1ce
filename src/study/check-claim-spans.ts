import { calendarDay } from './calendar-day.ts';
import { type FoundProblem, foundProblem, type ValuePath } from './found-problem.ts';
import { groupOf, type WrittenGroup, type WrittenItem } from './written-study.ts';

/** A claim that cannot be used, with what to do. */
export function claimProblem(
  claim: WrittenItem,
  key: string,
  { problem, remedy }: { readonly problem: string; readonly remedy: string },
): FoundProblem {
  const path: ValuePath = [...claim.path, key];
  const name = claim.id ?? `#${Number(claim.path[1]) + 1}`;
  return foundProblem({ path }, 'study/unusable-claim', { claim: name, problem, remedy });
}

/** Spans of days that are empty, lie outside the period or overlap, and keys that do not fit them. */
export function spanProblems(claim: WrittenItem, period: WrittenGroup): FoundProblem[] {
  const { periods, from, to, inAtLeast, measure } = claim.group;
  const spans = Array.isArray(periods) ? periods.map((one) => groupOf(one)) : [];
  const written = [
    ...spans.map((span) => ({ key: 'periods', span })),
    ...(from === undefined ? [] : [{ key: 'from', span: groupOf(from) }]),
    ...(to === undefined ? [] : [{ key: 'to', span: groupOf(to) }]),
  ];
  return [
    ...written.flatMap(({ key, span }) => unusableSpan(claim, { key, span, period })),
    ...overlapping(claim),
    ...(inAtLeast !== undefined && spans.length === 0
      ? [
          claimProblem(claim, 'inAtLeast', {
            problem: '`inAtLeast` without `periods`',
            remedy: 'name the spans of days under `periods`',
          }),
        ]
      : []),
    ...(inAtLeast !== undefined && Array.isArray(claim.group['class']) && claim.group['class'].length > 1
      ? [
          claimProblem(claim, 'inAtLeast', {
            problem: '`inAtLeast` with several classes',
            remedy: 'make it a claim for each class',
          }),
        ]
      : []),
    ...(spans.length > 0 && measure !== undefined && measure !== 'net-balance'
      ? [
          claimProblem(claim, 'measure', {
            problem: `parts of the period have no ${String(measure)}`,
            remedy: 'leave out `periods`, or claim the net balance',
          }),
        ]
      : []),
  ];
}

interface WrittenSpan {
  readonly key: string;
  readonly span: WrittenGroup;
  readonly period: WrittenGroup;
}

function unusableSpan(claim: WrittenItem, { key, span, period }: WrittenSpan): FoundProblem[] {
  const [start, end] = [calendarDay(span['start']), calendarDay(span['end'])];
  const [first, last] = [calendarDay(period['start']), calendarDay(period['end'])];
  if (start === null || end === null || first === null || last === null) return [];
  const name = `${String(span['start'])} to ${String(span['end'])}`;
  if (end <= start)
    return [
      claimProblem(claim, key, {
        problem: `${name} has no day`,
        remedy: 'write the first day as `start` and the day after the last as `end`',
      }),
    ];
  if (start >= first && end <= last) return [];
  return [
    claimProblem(claim, key, {
      problem: `${name} does not lie inside the period of the study`,
      remedy: 'move the days or the period',
    }),
  ];
}

/** The later days of a trend begin when the earlier ones are over. */
function overlapping(claim: WrittenItem): FoundProblem[] {
  const [end, start] = [groupOf(claim.group['from'])['end'], groupOf(claim.group['to'])['start']].map(
    calendarDay,
  );
  if (end === undefined || end === null || start === undefined || start === null || start >= end) return [];
  return [
    claimProblem(claim, 'to', {
      problem: 'the later days begin before the earlier ones are over',
      remedy: 'let `to` begin on or after the end of `from`',
    }),
  ];
}
