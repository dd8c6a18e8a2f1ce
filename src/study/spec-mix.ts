import { z } from 'zod';
import { ACTIVITY_BANDS } from '../domain/reference-mix.ts';

const SHARES = z.union([z.literal('observed'), z.record(z.string(), z.number().min(0).max(1))]);

const CLASS_MIX = z.strictObject({
  source: SHARES.optional().describe(
    'Source id → share, over the sources of the class; or `observed` = their shares of all mentions of the period. Trap: a source that is not named has no part in the number.',
  ),
  language: SHARES.optional().describe('Language code → share, as the posts have it; or `observed`.'),
  region: SHARES.optional().describe(
    'Region → share, as the posts have it, `unknown` = no region; or `observed`. Trap: most posts have no region; leave `unknown` out and the number stands for the few that have one.',
  ),
  activity: SHARES.optional().describe(
    `Mentions by the same author in the same week → share: ${ACTIVITY_BANDS.join(', ')}; or \`observed\`. A few who write much then weigh the same in every period.`,
  ),
});

/** The mix that stands beside the observed one. */
export const REFERENCE_MIX = z
  .union([z.literal('observed'), z.record(z.string(), CLASS_MIX)])
  .describe(
    'The fixed mix beside the observed one: class id → dimension → shares, which sum to 1; several dimensions are raked. Classes that are not named, and `observed`: the mix of their sources over the whole period [observed]. See [methods/fixed-mix.md](methods/fixed-mix.md). Trap: a declared mix is a choice; it makes periods comparable and does not make a corpus the population.',
  );
