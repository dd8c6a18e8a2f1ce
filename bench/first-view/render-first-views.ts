import type { FirstView } from './open-once.ts';

const ROWS: readonly (readonly [keyof FirstView, string, number | null])[] = [
  ['overview', 'first view, from the link until it answers, ms', 1000],
  ['script', 'of that the page ran script, ms', null],
  ['layout', 'of that it was laid out, ms', null],
  ['preview', 'first query preview, from its address until it stands there, ms', 1000],
  ['previewAnswer', 'of that the answer of the server, ms', null],
  ['scriptKb', 'script for the first view, not compressed, kB', null],
  ['findingKb', 'the finding, kB', null],
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
    `\`npm run bench:first-view -- --write\`: the demo with ${facts.documents} posts, ${views.length} times served anew to a browser that has seen nothing before;`,
    `commit ${facts.commit}, ${facts.machine}.`,
    '',
    '| | median | range | goal |',
    '| --- | --: | --: | --- |',
    ...rows,
    '',
  ].join('\n');
}
