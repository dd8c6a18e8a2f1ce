import type { DriverMessages } from './driver-messages.ts';

/** English. */
export const enDrivers: DriverMessages = {
  heading: 'What the change is made of',
  intro:
    'The change after each declared event, split so that the parts sum to it: what moved inside a theme or source (within), and what moved because talk went from one to another (mix). A mention of several themes counts in equal parts for each. A part is arithmetic, not a cause.',
  unclear: (list) =>
    `Not split here, because the interval of the change includes zero: ${list}. All splits stand in finding.json.`,
  figure: (p) => `Change in net balance toward ${p.target} after “${p.event}”: ${p.class}`,
  allClasses: 'all classes together',
  axis: 'Net balance, points',
  key: (level) => `bar: part of the change; whisker: its ${level} confidence interval`,
  description: (p) => `From ${p.before} to ${p.after} points in steps. ${p.parts}`,
  part: (level, points) => `${level}: ${points}.`,
  corrected: (p) =>
    `The parts split the change in the labels as they are, ${p.raw} points. Corrected by the codings it is ${p.corrected}. The difference, ${p.measurement}, is the annotator’s error (measurement) and belongs to no part.`,
  measurement: 'measurement',
  leading: (p) =>
    `Largest part: “${p.level}”, ${p.contribution} of ${p.change} points; probability of being first ${p.probability}.`,
  notSure: (levels) => `The data do not settle which part is largest: ${levels}.`,
  beyond: (levels) => `More than their share of talk alone would bring: ${levels}.`,
  levelsCaption:
    'Share of talk, net balance and part of the change, points, uncorrected for classifier error. Beyond size: part less share of talk × change.',
  termsCaption: 'The parts in full, points, uncorrected for classifier error',
  otherCaption: 'The same change split in other ways, points, uncorrected for classifier error',
  splitBy: 'Split by',
  dimension: {
    theme: 'Theme',
    discovered: 'Discovered theme',
    source: 'Source',
    region: 'Region',
    language: 'Language',
    author: 'Authors',
    class: 'Class',
  },
  kind: {
    mix: 'Mix',
    within: 'Within',
    interaction: 'Interaction',
    entry: 'On one side only',
    remainder: 'Too little to tell apart',
  },
  share: 'Share of talk, before → after',
  balance: 'Balance, before → after',
  contribution: 'Part of the change',
  excess: 'Beyond size',
  first: 'Probability of being first',
  term: 'Term',
  level: {
    'none-of-these': 'none of these',
    unknown: 'not known',
    rest: 'the rest, too little to tell apart',
    stayed: 'on both sides',
    entered: 'only after',
    left: 'only before',
  },
  wordsCaption: 'Words around the target by theme: authors who use them before → after',
  wordsMore: 'Used more after',
  wordsLess: 'Used less after',
  noWords: 'no word stands out',
  method:
    'Kitagawa’s symmetric decomposition; mix is measured against the mean of both sides. Intervals are clustered by author and by groups of copies. The probability of being first comes from draws around the parts with their covariance. Words: log odds with a prior, each author counted once, false discoveries at most 5%; words of fewer than ten authors are not shown.',
};
