import { z } from 'zod';
import { THEME_CHANGES } from '../domain/theme-life.ts';

const change = z.object({
  month: z.string().describe('The month, e.g. 2024-07, that showed it.'),
  kind: z
    .enum(THEME_CHANGES)
    .describe(
      'first = in the first themes found; born = no earlier theme had its texts; split = an earlier one had, which goes on; returned = it had ended; merged = another has most of its texts; ended = too few texts are left.',
    ),
  other: z
    .string()
    .nullable()
    .describe('Id of the theme it split from or went into; null where there is none.'),
});

/** A theme through the months. */
export const themeLifeSchema = {
  firstSeen: z
    .string()
    .nullable()
    .describe('First month with ten authors and two percent of the texts learned from; null where none has.'),
  lastSeen: z.string().nullable().describe('Last such month.'),
  history: z.array(change).describe('How it began, came back or ended, in the order of time.'),
};

/** What one month brought. */
export const themeMonthSchema = z.object({
  month: z.string().describe('The month, e.g. 2024-07.'),
  kind: z
    .enum(['learned', 'kept', 'read-back'])
    .describe(
      'learned = its texts changed the themes; kept = they show none that are found again, the themes before it are used; read-back = before the first themes, by which it is read.',
    ),
  nTexts: z.int().nonnegative().describe('Texts looked at: of this month and those before it.'),
  nAuthors: z.int().nonnegative().describe('Their authors.'),
  nThemes: z.int().nonnegative().describe('Themes in use.'),
  stability: z
    .number()
    .nullable()
    .describe('Mean adjusted Rand index with bootstrap samples; null unless themes were learned.'),
  agreement: z
    .number()
    .nullable()
    .describe(
      'Adjusted Rand index of the themes before and after on the same texts: 1 = the month moved none. Null for the first.',
    ),
});
