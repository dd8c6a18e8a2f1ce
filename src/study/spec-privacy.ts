import { z } from 'zod';
import { PRIVACY_PROFILES } from '../domain/speaker.ts';
import { DEFAULTS } from './defaults.ts';
import { TEXT } from './spec-forms.ts';

const p = DEFAULTS.privacy;

/** What may leave the machine, and for how long it is kept. */
export const PRIVACY = z.strictObject({
  profile: z
    .enum(PRIVACY_PROFILES)
    .meta({ default: p.profile })
    .optional()
    .describe(
      `\`verbatim-institutions\` = institutions and large public channels (\`speaker\` of a class) are quoted in full, of private persons at most six words in a row; \`excerpts\` = at most six words in a row of everyone; \`none\` = nothing is quoted [${p.profile}]. Trap: a longer quote is found by a search, and the search names its author. See [privacy.md](privacy.md).`,
    ),
  privateWords: z
    .enum(['excerpt', 'paraphrase'])
    .meta({ default: p.privateWords })
    .optional()
    .describe(
      `What stands for a private person's words: \`excerpt\` = at most six of them, \`paraphrase\` = none, and whoever writes with the report puts them in other words [${p.privateWords}].`,
    ),
  retentionDays: z
    .int()
    .min(1)
    .max(36_500)
    .nullish()
    .describe(
      'Days after publication for which a record is kept in the store; older ones are removed by the next run [no limit]. Trap: the files of the sources are yours to delete; a finding made later rests on fewer records.',
    ),
  keyFile: TEXT.optional().describe(
    'File of the key that makes pseudonyms of authors, relative to the study file [one for each study in the configuration folder of the user]. Trap: whoever has the key and the store can test who an author is; keep it out of the folder you share.',
  ),
});
