import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { DAYS, ID, TEXT, TEXT_OR_LIST } from './spec-forms.ts';

const d = DEFAULTS.claim;

const NAMED = {
  id: ID.describe('Short name.'),
  text: TEXT.describe('The statement, in the words of whoever makes it.'),
};
const TARGET = ID.describe('Id of the target it is about.');
const CLASS = ID.describe('Id of the class in which it is said to hold.');
const CLASSES = TEXT_OR_LIST.describe(
  'Ids of the classes in which it is said to hold; one or a list. Of a list it must hold in every one. Trap: leaving out the class in which it fails.',
);
const EVENT = ID.describe('Id of the event at which the balance is said to have changed.');
const DECLARED_EVENT = ID.describe(
  'Id of the event whose change is split; `kind: declared`, because only those are split.',
);
const DIRECTION = z.enum(['rise', 'fall']).describe('Direction of the change that is said to be explained.');
const by = (what: string) =>
  z
    .number()
    .min(0)
    .max(2)
    .meta({ default: d.by })
    .optional()
    .describe(`${what}, as a balance: 0.1 = ten points [${d.by}].`);

const CHANGE = z
  .strictObject({
    ...NAMED,
    kind: z.literal('change').describe('Net balance changed at an event, or did not.'),
    target: TARGET,
    class: CLASSES,
    event: EVENT,
    direction: z
      .enum(['rise', 'fall', 'none'])
      .describe(
        '`none` = it did not change by more than `by`. Trap: that no change was seen does not show that there was none; `none` needs `by`.',
      ),
    by: by('Least size of the change; under `direction: none` the largest'),
  })
  .describe(
    'Net balance changed at an event. It must be told from chance, from a drift and from the rivals.',
  );

const TREND = z
  .strictObject({
    ...NAMED,
    kind: z.literal('trend').describe('Net balance is another in later days than in earlier ones.'),
    target: TARGET,
    class: CLASSES,
    from: DAYS.describe('The earlier days.'),
    to: DAYS.describe('The later days.'),
    direction: z
      .enum(['rise', 'fall', 'none'])
      .describe('`none` = both balances differ by no more than `by`, which it needs.'),
    by: by('Least size of the difference; under `direction: none` the largest'),
  })
  .describe(
    'Net balance moved between two spans of days, at once or slowly, for whatever reason. Trap: it has no date; a report that names one makes a claim of `kind: change`.',
  );

const PERIODS = z.array(DAYS).min(1).optional();

const LEVEL = z
  .strictObject({
    ...NAMED,
    kind: z.literal('level').describe('A balance or a share lies above or below a number.'),
    target: TARGET,
    class: CLASSES,
    measure: z
      .enum(['net-balance', 'favor-share', 'against-share', 'neither-share'])
      .meta({ default: d.measure })
      .optional()
      .describe(`What is said to be high or low [${d.measure}].`),
    is: z.enum(['above', 'below']).describe('Side of the threshold.'),
    threshold: z
      .number()
      .min(-1)
      .max(1)
      .meta({ default: d.threshold })
      .optional()
      .describe(
        `Number compared with: a balance −1…1 or a share 0–1, never percent [${d.threshold}]. Trap: a share is always above 0; name the number that is meant.`,
      ),
    periods: PERIODS.describe(
      'Days in which it is said to hold, one span or several; of net balance alone [the whole period].',
    ),
    inAtLeast: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('Share of `periods` in which it is said to hold, of one class [1: every one].'),
  })
  .describe('The level over the whole period of the study, or in parts of it.');

const GAP = z
  .strictObject({
    ...NAMED,
    kind: z.literal('gap').describe('One class has a higher or lower net balance than another.'),
    target: TARGET,
    class: CLASS,
    is: z.enum(['higher', 'lower']).describe('How it stands to the other class.'),
    than: ID.describe('Id of the other class.'),
    by: by('Least size of the difference'),
    thanTarget: ID.optional().describe(
      'Id of the target that the other class is said to speak of; with it `than` may be the same class [the same target].',
    ),
    periods: PERIODS.describe('Days in each of which it is said to hold [the whole period].'),
    regions: TEXT_OR_LIST.optional().describe(
      'Places of the first class, as the posts have them, `unknown` = none; with `thanRegions` `than` may be the same class [all].',
    ),
    thanRegions: TEXT_OR_LIST.optional().describe('Places of the other class [all].'),
  })
  .describe('Two classes beside each other, or two targets or groups of places in one class.');

const DRIVER = z
  .strictObject({
    ...NAMED,
    kind: z.literal('driver').describe('A theme contributed to a change.'),
    target: TARGET,
    class: CLASS,
    event: DECLARED_EVENT,
    theme: ID.describe('Id of the theme.'),
    direction: DIRECTION,
    by: by('Least size of the contribution'),
  })
  .describe(
    'A theme contributed to the change at an event. Trap: a contribution says where a balance changed, not why people changed their minds.',
  );

const ORDER = z
  .strictObject({
    ...NAMED,
    kind: z.literal('order').describe('Themes contributed to a change in this order.'),
    target: TARGET,
    class: CLASS,
    event: DECLARED_EVENT,
    themes: z.array(TEXT).min(2).describe('Ids of the themes, the largest contribution first.'),
    direction: DIRECTION,
  })
  .describe('The order of contributions to the change at an event; every two neighbours must be told apart.');

const OMISSION = z
  .strictObject({
    ...NAMED,
    kind: z.literal('omission').describe('A class hardly talks of what another talks of.'),
    target: TARGET,
    theme: ID.describe('Id of the theme.'),
    class: CLASS,
    than: ID.describe('Id of the class that talks of it.'),
    times: z
      .number()
      .min(1)
      .max(100)
      .meta({ default: d.times })
      .optional()
      .describe(`Least ratio of the two shares of talk [${d.times}].`),
  })
  .describe('A theme with a much smaller share of the talk about the target in one class than in another.');

const listed = <const Kind extends string>(kind: Kind, meaning: string) =>
  z
    .strictObject({
      ...NAMED,
      kind: z.literal(kind).describe(meaning),
      target: ID.optional().describe('Id of the target it is about [none].'),
    })
    .describe('Listed with the others and given no verdict: nothing is measured of it.');

/** A statement to be tested; `kind` brings keys of its own. */
export const CLAIM = z.discriminatedUnion('kind', [
  CHANGE,
  TREND,
  LEVEL,
  GAP,
  DRIVER,
  ORDER,
  OMISSION,
  listed('external-fact', 'A fact that others state: a number of theirs is never stance.'),
  listed('quote', 'Words that somebody is said to have used.'),
  listed('opinion', 'A judgement that no number decides.'),
]);

/** A claim as written, after its form was checked. */
export type ClaimSpec = z.infer<typeof CLAIM>;
