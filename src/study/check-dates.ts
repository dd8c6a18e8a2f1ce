import { calendarDay } from './calendar-day.ts';
import { type FoundProblem, foundProblem, type ValuePath } from './found-problem.ts';
import { groupOf, itemsOf, type WrittenGroup } from './written-study.ts';

const LONGEST_YEARS = 100;

/** Problems of the period and the events, and events with nothing to compare on one side. */
export function checkDates(study: WrittenGroup): { problems: FoundProblem[]; warnings: FoundProblem[] } {
  const problems: FoundProblem[] = [];
  const warnings: FoundProblem[] = [];
  const period = spanOf(study['period']);
  if (period !== null && period.end <= period.start) problems.push(order('the period', ['period'], period));
  if (period !== null && period.end - period.start > LONGEST_YEARS * 366) {
    const { startText: start, endText: end } = period;
    problems.push(
      foundProblem({ path: ['period'] }, 'study/period-too-long', { start, end, limitYears: LONGEST_YEARS }),
    );
  }
  itemsOf(study, 'events').forEach((event, i) => {
    const path = [...event.path, 'date'];
    const name = event.id ?? `#${i + 1}`;
    const date = spanOf(event.group['date']);
    if (date === null) return;
    if (date.end <= date.start) problems.push(order(`event "${name}"`, path, date));
    else if (period !== null && period.end > period.start && !inside(date, period)) {
      warnings.push(
        foundProblem({ path }, 'study/event-outside-period', {
          event: name,
          date: date.isDay ? date.startText : `${date.startText} to ${date.endText}`,
          period: `${period.startText} to ${period.endText}`,
        }),
      );
    }
  });
  return { problems, warnings };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly startText: string;
  readonly endText: string;
  readonly isDay: boolean;
}

function spanOf(value: unknown): Span | null {
  const isDay = typeof value === 'string';
  const group = groupOf(value);
  const [startText, endText] = isDay ? [value, value] : [group['start'], group['end']];
  const [start, end] = [calendarDay(startText), calendarDay(endText)];
  if (start === null || end === null) return null;
  return {
    start,
    end: isDay ? start + 1 : end,
    startText: String(startText),
    endText: String(endText),
    isDay,
  };
}

function order(what: string, path: ValuePath, { startText, endText }: Span): FoundProblem {
  return foundProblem({ path: [...path, 'end'] }, 'study/period-order', {
    what,
    start: startText,
    end: endText,
  });
}

/** Some day of the period lies before the event and some day after its beginning (a day) or its end (an interval). */
function inside(date: Span, period: Span): boolean {
  const after = date.isDay ? date.start : date.end;
  return date.start > period.start && after < period.end;
}
