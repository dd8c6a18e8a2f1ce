import type { Behaviour } from '../domain/behaviour.ts';

/** A behaviour in which two accounts are compared by what they do at the same time. */
type PairedBehaviour = Exclude<Behaviour, 'one-text'>;

/** How one behaviour is looked at. */
export interface BehaviourRule {
  readonly behaviour: PairedBehaviour;
  /** Done within one window of so many seconds counts as done together; the first of several that makes few enough pairs. */
  readonly windows: readonly number[];
  /** Accounts of one source within so many seconds could as well have acted in each other's place. */
  readonly exchange: number;
  /** Times the study's number of joint actions: how many two accounts need. */
  readonly times: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The behaviours, weakest last. A text is copied over a day and a link passed on within the hour; whom a feed shows the same post
 * reposts it within minutes, so that reposts must be within one. Merely writing in the same minute says little and must happen often.
 */
export const BEHAVIOUR_RULES: readonly BehaviourRule[] = [
  { behaviour: 'copied-text', windows: [DAY], exchange: 7 * DAY, times: 1 },
  { behaviour: 'link', windows: [HOUR], exchange: DAY, times: 1 },
  { behaviour: 'hashtags', windows: [HOUR], exchange: DAY, times: 1 },
  { behaviour: 'repost', windows: [MINUTE], exchange: DAY, times: 1 },
  { behaviour: 'time', windows: [MINUTE, 10, 1], exchange: HOUR, times: 4 },
];

/** Accounts that must pass on a text before it is tested whether they say little else. */
export const FEWEST_PASSING_ON = 10;

/** Different texts of an account that says little else than one. */
export const MOST_TEXTS = 2;
