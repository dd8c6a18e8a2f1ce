import { z } from 'zod';
import { ID, TEXT, TEXT_OR_LIST } from './spec-forms.ts';

const TIER = z.strictObject({
  id: ID.describe('Short name.'),
  label: TEXT.optional().describe('Words shown to a reader [the id].'),
  regions: TEXT_OR_LIST.describe(
    'Regions as the posts have them, or codes of ISO 3166-2 such as RU-MOW, which stand for every name of the place; `rest` = all that no other tier names. Posts without a region are in no tier.',
  ),
});

/** Regions in an order given before the data are read. */
export const REGION_TIERS = z
  .array(TIER)
  .min(2)
  .describe(
    'Groups of regions in order, such as by distance from the big cities: the report gives the difference by step [none]. See [methods/regions.md](methods/regions.md). Trap: an order chosen after the regions were seen shows what was chosen.',
  );
