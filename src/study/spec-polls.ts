import { z } from 'zod';
import { POLL_MEASURES } from '../domain/poll.ts';
import { DEFAULTS } from './defaults.ts';
import { ID, TEXT } from './spec-forms.ts';

/** A poll that is set beside a series. */
export const POLL = z.strictObject({
  id: ID.describe('Short name.'),
  label: TEXT.optional().describe('Name for readers [the id].'),
  path: TEXT.describe(
    'CSV file relative to the study file, with the columns `date` (or `start` and `end`, the last day of fieldwork), `n`, `value`, `source`, `question`.',
  ),
  target: TEXT.describe('Id of the target that the question is about.'),
  class: TEXT.describe('Id of the class whose series it is set beside.'),
  measure: z
    .enum(POLL_MEASURES)
    .meta({ default: DEFAULTS.poll.measure })
    .optional()
    .describe(
      `What \`value\` is, and the series it is set beside: a balance −1…1 or a share 0–1 [${DEFAULTS.poll.measure}]. Trap: 0.43, not 43.`,
    ),
});
