const DAY = 86_400_000;

/** Days since 1970-01-01 of a date written YYYY-MM-DD; null for any other text and for days that do not exist. */
export function calendarDay(text: unknown): number | null {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY;
  return Number.isNaN(day) || dayText(day) !== text ? null : day;
}

/** The date of a day since 1970-01-01, YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
