/** The public sets the shipped model learns from, in the terms each publishes. */
export const TRAINING_SETS: readonly {
  readonly name: string;
  readonly licence: string;
  readonly weight: number;
}[] = [
  { name: 'rusentne-2023', licence: 'MIT', weight: 1 },
  { name: 'sentirueval-2015-tweets', licence: 'research, no licence stated', weight: 0.5 },
  { name: 'sentirueval-2016-tweets', licence: 'research, no licence stated', weight: 0.5 },
  { name: 'sentirueval-2015-cars', licence: 'research, no licence stated', weight: 1 },
  { name: 'rusentiment', licence: 'research (CC BY-NC-SA 4.0)', weight: 0.5 },
  { name: 'rusentitweet', licence: 'no licence stated', weight: 0.5 },
  { name: 'newsmtsc', licence: 'Apache-2.0 and MIT', weight: 1 },
  { name: 'ruw-russia-ukraine-stance', licence: 'no licence stated', weight: 0.5 },
  { name: 'nlpcc2016-stance', licence: 'research, no licence stated', weight: 1 },
  { name: 'c-stance', licence: 'research, no licence stated', weight: 1 },
  { name: 'bdci2018-car', licence: 'competition data, no licence stated', weight: 0.5 },
];

/** What the model is known to get wrong. */
export const KNOWN_FAILURES: readonly string[] = [
  'Irony: praise that means blame is read as praise, but for a word or two between quotation marks, which are left out when a text is read. The scores here are without that rule.',
  'A text that does not name the target is read as a whole, whatever it is about.',
  'Two targets in one clause with opposite stance ("not X but Y") are often given the same stance.',
  'The domain `posts`, by which social-media posts are read, learned what is its own from sentences written for this project: no set of coded posts scores it.',
  'Russian news: most mentions are neutral, and favor and against are found less often than they are missed.',
  'English texts about a war: hostility to one side is read as hostility to the side that is named.',
  'Languages other than Russian, English and Chinese are abstained from.',
];
