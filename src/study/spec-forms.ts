import { z } from 'zod';

/** Text with at least one character. */
export const TEXT = z.string().min(1);

/** One text, or a list of them. */
export const TEXT_OR_LIST = z.union([TEXT, z.array(TEXT).min(1)]);

/** Words: one, a list, or either of them per language code. */
export const TERMS = z.union([TEXT, z.array(TEXT).min(1), z.record(z.string(), TEXT_OR_LIST)]);

const ID_FORM = 'lower-case letters, digits, "-" and "_" only, 64 at most, beginning with a letter or digit';

/** An id that is safe in file names, addresses and table cells. */
export const ID = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, { error: ID_FORM });

/** Name of an annotator, as it stands in findings. */
export const NAME = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, {
  error: 'lower-case letters, digits, "-" and "." only, 64 at most, beginning with a letter or digit',
});

/** A day of the calendar. */
export const DAY = z.iso.date();

/** A half-open stretch of days. */
export const DAYS = z.strictObject({
  start: DAY.describe('First day, YYYY-MM-DD.'),
  end: DAY.describe(
    'First day that no longer belongs to it, YYYY-MM-DD. Trap: not the last day. All of 2024 ends on 2025-01-01.',
  ),
});
