import type { FirstView } from './open-once.ts';

const ROWS: readonly (readonly [keyof FirstView, string, number | null])[] = [
  ['headline', 'headline with interval and verdict, from the link, ms', null],
  ['lead', 'with the index chart, and the page answers (interactive), ms', 1000],
  ['whole', 'every section drawn, ms', null],
  ['longest', 'longest task after the page answers, ms', null],
  ['script', 'script until then, ms of processor time', null],
  ['layout', 'style and layout until then, ms of processor time', null],
  ['moved', 'moved meanwhile of what is read, thousandths of layout shift', null],
  ['preview', 'first query preview, from its address until it stands there, ms', 1000],
  ['previewAnswer', 'of that the answer of the server, ms', null],
  ['firstScriptKb', 'script until the page answers, not compressed, kB', null],
  ['scriptKb', 'script for the whole view, not compressed, kB', null],
  ['firstKb', 'headline and index as they come, drawn, kB', null],
  ['findingKb', 'the finding, kB', null],
];

const MEANING = [
  'Counted from the opening of the printed link, in the browser. *Interactive*: the headline stands there with its interval and verdict, the index chart is drawn,',
  'two frames have passed and a task has run, so a click is answered. The whole finding and the other sections follow one by one; a click waits for one task of them at most.',
  'Starting the program, before it prints the link, is not part of it; there the server makes what is seen first.',
];

/** First views as a page of Markdown. */
export function renderFirstViews(
  views: readonly FirstView[],
  facts: { readonly documents: number; readonly commit: string; readonly machine: string },
): string {
  const rows = ROWS.map(([key, name, goal]) => {
    const sorted = views.map((view) => view[key]).sort((a, b) => a - b);
    const [least, median, most] = [0, 0.5, 1].map((share) =>
      Math.round(sorted[Math.floor(share * (sorted.length - 1))] as number),
    ) as [number, number, number];
    const verdict = goal === null ? '' : median <= goal ? `≤ ${goal}: met` : `≤ ${goal}: missed`;
    return `| ${name} | ${median} | ${least}–${most} | ${verdict} |`;
  });
  return [
    '# The first view of the workbench',
    '',
    ...MEANING,
    '',
    `\`npm run bench:first-view -- --write\`: the demo with ${facts.documents} posts, ${views.length} times served anew to a browser that has seen nothing before;`,
    `commit ${facts.commit}, ${facts.machine}.`,
    '',
    '| | median | range | goal |',
    '| --- | --: | --: | --- |',
    ...rows,
    '',
  ].join('\n');
}
