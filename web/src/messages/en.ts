import type { PageMessages } from './messages.ts';

/** English. */
export const en: PageMessages = {
  view: {
    overview: 'Overview',
    explore: 'Explore',
    why: 'Why',
    where: 'Where',
    claims: 'Claims',
    article: 'Article',
    method: 'Method',
    code: 'Code',
    query: 'Queries',
    run: 'Runs',
    start: 'Start',
  },
  views: 'Views',
  skip: 'Skip to the content',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  loading: 'Reading the finding…',
  problem: 'This could not be shown',
  again: 'Try again',
  offline: [
    'Groundswell does not answer',
    'The program has ended or was stopped. Start `groundswell serve` again and open the link it prints.',
  ],
  changed: 'The study file has changed since this finding was made. Run the study again to see the change.',
  runAgain: 'Run again',
  contents: 'On this page',
  report: ['Take the report along', 'It could not be made'],
  reading: 'Point at the chart, or use the arrow keys on it, to read single values.',
  save: 'Save as',
  verdict: 'Verdict',
  empty: 'This finding has nothing to show here.',
};
