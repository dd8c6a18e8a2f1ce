import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';

const d = DEFAULTS.coordination;

/** How accounts are sought that act alike. */
export const COORDINATION = z
  .strictObject({
    detect: z
      .boolean()
      .meta({ default: d.detect })
      .optional()
      .describe(`Whether accounts are sought that act alike [${d.detect}].`),
    fewestActions: z
      .int()
      .min(2)
      .max(100)
      .meta({ default: d.fewestActions })
      .optional()
      .describe(
        `Different things that two accounts must have done together; of mere writing in the same minute four times as many [${d.fewestActions}]. Trap: two may be a coincidence of people who read the same news.`,
      ),
    fewestAuthors: z
      .int()
      .min(3)
      .max(1_000)
      .meta({ default: d.fewestAuthors })
      .optional()
      .describe(`Accounts of the smallest campaign [${d.fewestAuthors}].`),
  })
  .describe(
    'Accounts that act alike far more than chance makes them. See [methods/coordination.md](methods/coordination.md). Trap: it tells that accounts act alike, not who runs them nor why.',
  );
