import { z } from 'zod';
import { VOICES } from '../domain/mention.ts';
import { SPEAKERS } from '../domain/speaker.ts';
import { DECOMPOSITION_FORMS } from '../stats/change-decomposition.ts';
import { DEFAULT_CLASSES, DEFAULTS, INSTITUTIONS } from './defaults.ts';
import { STANCE, THEME_MODEL } from './spec-annotators.ts';
import { CLAIM } from './spec-claims.ts';
import { COORDINATION } from './spec-coordination.ts';
import { DAY, DAYS, ID, TERMS, TEXT, TEXT_OR_LIST } from './spec-forms.ts';
import { REFERENCE_MIX } from './spec-mix.ts';
import { POLL } from './spec-polls.ts';
import { PRIVACY } from './spec-privacy.ts';
import { REGION_TIERS } from './spec-regions.ts';
import { SOURCE } from './spec-source.ts';
import { TRANSLATION } from './spec-translation.ts';

const LABEL = TEXT.optional().describe('Name for readers [the id].');

const TARGET = z.strictObject({
  id: ID.describe('Short name, used in tables and file names.'),
  label: LABEL,
  placebo: z
    .boolean()
    .meta({ default: DEFAULTS.placebo })
    .optional()
    .describe(
      `true = measured like the others and expected not to move [${DEFAULTS.placebo}]. Trap: without a placebo a change of mood in general looks like a change toward the target.`,
    ),
  aliases: TERMS.describe(
    'Words that name the target: a list, or lists per language code (`ru`, `zh`, `en`, …; `und` = any). Cases and adjectives are formed from them. In a plain list the language follows from the letters. Trap: a short alias stands inside other words; see `exclude`.',
  ),
  codeWords: TEXT_OR_LIST.optional().describe(
    'Lists of [code words](code-words.md) to add to `aliases` and `exclude`: `china`, or `china?` with the ambiguous ones too [none]. Trap: people who use nicknames take sides; `groundswell check` says how many words were added.',
  ),
  exclude: TERMS.optional().describe(
    'Longer words in which an alias stands without naming the target: Китай-город [none]. Some Chinese ones are excluded unasked: 印度尼西亚 for 印度, 发展中国家 for 中国.',
  ),
});

const CLASS = z.union([
  ID,
  z.strictObject({
    id: ID.describe('Short name, used by `class` of a source.'),
    label: LABEL,
    speaker: z
      .enum(SPEAKERS)
      .optional()
      .describe(
        `Who speaks in it: \`institution\` or \`public-channel\` (their words are published speech and may be quoted in full), \`private\` = persons [\`institution\` for ${INSTITUTIONS.join(', ')}; else \`private\`]. Trap: under a post of an institution its readers comment; give them a class of their own.`,
      ),
  }),
]);

const THEME = z.strictObject({
  id: ID.describe('Short name.'),
  label: LABEL,
  terms: TERMS.describe(
    'Words that mark the theme, in the forms of `aliases`. Trap: a common word makes a theme of everything.',
  ),
});

const EVENT = z.strictObject({
  id: ID.describe('Short name.'),
  label: LABEL,
  date: z
    .union([DAY, DAYS])
    .describe(
      'Day, or {start, end} where end is the first day after it. Trap: a report that names a month later than the first cases dates the event wrongly; declare the rivals too.',
    ),
  kind: z
    .enum(['declared', 'rival'])
    .meta({ default: DEFAULTS.event.kind })
    .optional()
    .describe(
      `\`declared\` = the event the study asks about; \`rival\` = another one that could explain a change [${DEFAULTS.event.kind}].`,
    ),
  expected: z
    .enum(['rise', 'fall', 'none'])
    .optional()
    .describe('Direction expected before the data were read [no expectation]. `none` expects no change.'),
  targets: TEXT_OR_LIST.optional().describe('Ids of the targets it is about; one or a list [all].'),
  placeboClasses: TEXT_OR_LIST.optional().describe(
    'Ids of classes that the event cannot have reached; one or a list. They are measured like the others and expected not to move [none].',
  ),
  control: ID.optional().describe(
    'Id of a target or class that the event did not reach. Its series (the same class, or the same target) is subtracted before the test: a difference in differences [none]. Trap: a control that the event did reach hides the change.',
  ),
});

const w = DEFAULTS.weights;
const WEIGHTS = z.strictObject({
  copies: z
    .enum(['each', 'once'])
    .meta({ default: w.copies })
    .optional()
    .describe(
      `\`each\` = every copy of a text counts; \`once\` = a text counts once for each target and class, however often it was copied [${w.copies}]. Trap: people who copy a text mean it too; \`once\` measures what was written, \`each\` what was posted.`,
    ),
  authorWeekCap: z
    .number()
    .gt(0)
    .max(10_000)
    .nullish()
    .describe(
      'The most that the mentions of a target by one author in one week, Monday to Sunday, count together [no bound]. Trap: it needs authors; sources without them are not bounded.',
    ),
  sources: z
    .record(z.string(), z.number().gt(0).max(10_000))
    .optional()
    .describe(
      'Source id → factor: 10 for a source of which one post in ten was collected [1 each]. Trap: a weight cannot stand for people who are not in the corpus at all.',
    ),
});

const m = DEFAULTS.measure;
const MEASURE = z.strictObject({
  confidenceLevel: z
    .number()
    .gt(0.5)
    .lt(1)
    .meta({ default: m.confidenceLevel })
    .optional()
    .describe(
      `Nominal coverage of the intervals, above 0.5 and below 1 [${m.confidenceLevel}]. Trap: 0.95, not 95.`,
    ),
  minimumMentions: z
    .int()
    .min(1)
    .meta({ default: m.minimumMentions })
    .optional()
    .describe(
      `A cell with fewer mentions is not estimable [${m.minimumMentions}]. Trap: lowering it buys points, not knowledge.`,
    ),
  minimumAuthors: z
    .int()
    .min(1)
    .meta({ default: m.minimumAuthors })
    .optional()
    .describe(
      `A cell with fewer authors is not estimable [${m.minimumAuthors}]. Sources without authors count clusters of copies.`,
    ),
  voices: z
    .union([z.enum(VOICES), z.array(z.enum(VOICES)).min(1)])
    .meta({ default: m.voices })
    .optional()
    .describe(
      `Whose words count: \`own\` = the author's, \`quoted\` = another's that the author reports, \`shared-headline\` = the headline of a link that the author shares; one or a list [${m.voices.join(', ')}]. The others are counted apart. Trap: what a paper reports is not what the paper says; with \`quoted\`, a change may be one in who is quoted.`,
    ),
  eventWindowDays: z
    .int()
    .min(1)
    .nullish()
    .describe(
      'Days compared on each side of an event [up to the ends of the period]. Trap: a wide window takes in the rivals.',
    ),
  decomposition: z
    .enum(DECOMPOSITION_FORMS)
    .meta({ default: m.decomposition })
    .optional()
    .describe(
      `How a change is split: \`symmetric\` = both sides weigh alike, mix and within are all there is; \`threefold\` = seen from before, what mix and within do together stands apart as interaction [${m.decomposition}]. Trap: under \`threefold\`, within counts only talk that was there before.`,
    ),
});

const DISCOVERED_THEMES = z.strictObject({
  most: z
    .int()
    .min(0)
    .max(16)
    .meta({ default: DEFAULTS.discoveredThemes.most })
    .optional()
    .describe(
      `The most themes sought of one target in one language; 0 = none are sought [${DEFAULTS.discoveredThemes.most}]; 12 is a good choice. As many are given as can be found again in bootstrap samples. Trap: they are named by their words, not by what anyone meant; a question found in them cannot be tested on the same corpus. Put them into \`themes\` and test them on later months.`,
    ),
});

/** The study file as a person writes it: forgiving in form, strict in meaning. */
export const STUDY_SPEC = z.strictObject({
  $schema: z.string().optional().describe('Address of the schema, for editors; not read.'),
  id: ID.describe('Short name of the study, used for folders and the author key.'),
  title: TEXT.describe('Title of the report.'),
  question: TEXT.optional().describe(
    'The question, written before the data are read [the title]. Trap: a question found in the data cannot be tested on them.',
  ),
  language: z
    .enum(['en', 'ru', 'zh'])
    .meta({ default: DEFAULTS.language })
    .optional()
    .describe(`Language of the report, not of the posts [${DEFAULTS.language}].`),
  synthetic: z
    .boolean()
    .meta({ default: DEFAULTS.synthetic })
    .optional()
    .describe(`true = the posts were generated; every rendering says so [${DEFAULTS.synthetic}].`),
  period: DAYS.describe(
    'Days of the study. Trap: a period chosen after a look at the series finds what it was chosen for.',
  ),
  bin: z
    .enum(['day', 'week', 'month'])
    .meta({ default: DEFAULTS.bin })
    .optional()
    .describe(
      `Width of a point in the charts; weeks begin on Monday [${DEFAULTS.bin}]. Trap: narrow bins have few mentions and are not estimable.`,
    ),
  seed: z
    .int()
    .min(0)
    .meta({ default: DEFAULTS.seed })
    .optional()
    .describe(`Whole number from which all chance follows [${DEFAULTS.seed}]. Trap: do not try several.`),
  targets: z
    .array(TARGET)
    .min(1)
    .describe(
      'What people take a stance toward. Trap: anger at sanctions in a post that names China is not stance toward China; make what is meant a target of its own.',
    ),
  classes: z
    .array(CLASS)
    .min(1)
    .optional()
    .describe(
      `Kinds of speaker, measured apart and never pooled silently: ids, or {id, label, speaker}. A class without a source is reported as missing [${DEFAULT_CLASSES.map((c) => c.id).join(', ')}]. Trap: a list replaces the default one.`,
    ),
  sources: z.array(SOURCE).min(1).describe('Where the posts are and how to read them.'),
  themes: z.array(THEME).optional().describe('Subjects a post may speak of beside the target [none].'),
  events: z
    .array(EVENT)
    .optional()
    .describe(
      'What happened, named before the data are read [none]. Trap: each event tested is one more chance of a false alarm; all are counted.',
    ),
  claims: z
    .array(CLAIM)
    .optional()
    .describe(
      'Statements to be tested, written before the data are read; `kind` brings keys of its own [none]. See [methods/claims.md](methods/claims.md). Trap: each claim is one more chance of a false verdict; all are counted.',
    ),
  weights: WEIGHTS.optional().describe(
    'For how much each mention counts in balances and shares; intervals follow. Shares of talk count every mention [each counts 1].',
  ),
  referenceMix: REFERENCE_MIX.optional(),
  polls: z
    .array(POLL)
    .min(1)
    .optional()
    .describe(
      'Polls to set beside the index [none]. Trap: a poll asks a sample of people and the index counts what is written; they need not agree.',
    ),
  regionTiers: REGION_TIERS.optional(),
  discoveredThemes: DISCOVERED_THEMES.optional().describe(
    'Themes that the corpus itself shows, beside those of the codebook. See [methods/discovered-themes.md](methods/discovered-themes.md).',
  ),
  coordination: COORDINATION.optional(),
  measure: MEASURE.optional().describe('How cells are measured.'),
  annotators: z
    .strictObject({
      stance: STANCE.optional().describe(
        `Who says what stance a mention takes; \`kind\` brings keys of its own [${DEFAULTS.stance.kind}]. See [annotators.md](annotators.md).`,
      ),
      themes: THEME_MODEL.optional().describe(
        'A model that says which themes a mention has; other themes are found by their terms [terms alone]. See [themes.md](themes.md).',
      ),
      translation: TRANSLATION.optional().describe(
        'Who translates exhibits into the language of the report; `kind` brings keys of its own [nobody: exhibits stand in their own language alone]. See [annotators.md](annotators.md#translations).',
      ),
    })
    .optional()
    .describe('Who annotates.'),
  privacy: PRIVACY.optional().describe('What may leave the machine.'),
  codings: TEXT.optional().describe(
    'Folder of codings by people, relative to the study file: see [codings.md](codings.md) [`codings`, where there is such a folder].',
  ),
});

/** A study file as written, after its form was checked. */
export type StudySpec = z.infer<typeof STUDY_SPEC>;
