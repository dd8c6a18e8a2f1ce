import type { Count } from '../locale-format.ts';
import type { EventTestMessages } from './messages.ts';

const some = (count: Count, one: string, other: string): string =>
  `${count.text} ${new Intl.PluralRules('en').select(count.n) === 'one' ? one : other}`;

/** Tests of events, in English. */
export const enTests: EventTestMessages = {
  intro: (looks) =>
    `Each event is tested on the series of periods: a change of level at its date, with autocorrelated noise and the measurement error of each period. It is compared with series drawn without an event, with other dates of the same series, with a steady drift and with the other events. ${some(looks, 'test was', 'tests were')} made; p-values are adjusted for all of them.`,
  caption: (event) =>
    `“${event}”: test of a change of level at its date, points, uncorrected for classifier error`,
  step: 'Change of level',
  probability: 'p, adjusted',
  unadjusted: (p) => `${p} alone`,
  otherDates: 'Other dates with as large a change',
  ofDates: (nAsLarge, n) => `${nAsLarge.text} of ${n.text}`,
  detectable: 'Would have been seen from',
  reading: 'Verdict',
  control: (label) => `control: ${label}`,
  placeboClass: 'not reached by the event',
  largest: (period) => `largest change: ${period}`,
  verdict: {
    supported: 'supported',
    contradicted: 'against the expectation',
    'cannot-separate': 'cannot be separated',
    'other-date': 'changed at another date',
    gradual: 'may be a steady drift',
    unconfirmed: 'labels changed, codings do not confirm it',
    'no-change-seen': 'no change seen',
    'not-tested': 'too few periods to test',
    'not-estimable': '—',
  },
  ofLabels: (p) => `labels alone: ${p.step}, ${p.verdict}`,
  lead: {
    moved: (p) =>
      `Tested: the change at this date is larger than at ${p.isLargest ? 'any' : p.share} of ${some(p.dates, 'placebo date', 'placebo dates')} and larger than chance makes it in series without an event (p\u00a0=\u00a0${p.probability}, adjusted for ${some(p.looks, 'test', 'tests')}).`,
    supported:
      'No other date explains it better, and neither a steady drift nor another event named in the study explains it as well.',
    contradicted: 'It goes against what the study expected.',
    'cannot-separate': (events) => `It cannot be separated from ${events}.`,
    'other-date': (period) =>
      `The balance changed in the days compared, but another date explains the change better: ${period}.`,
    gradual: 'It cannot be told from a steady drift over the days compared, which needs no event.',
    unconfirmed: (p) =>
      `The labels changed at this date, but corrected by the hand codings no change is told from chance (p\u00a0=\u00a0${p.probability}, adjusted for ${some(p.looks, 'test', 'tests')}). Either the annotator’s errors changed and not what people say, or too few mentions are coded: a change of ${p.detectable} points or more would have been seen four times in five.`,
    'no-change-seen': (p) =>
      `Tested against series without an event and ${some(p.dates, 'placebo date', 'placebo dates')}: no change of level at this date is told from chance (p\u00a0=\u00a0${p.probability}, adjusted for ${some(p.looks, 'test', 'tests')}); one of ${p.detectable} points or more would have been seen four times in five.`,
    'not-tested': 'The series has too few periods for a test against placebo dates.',
  },
};
