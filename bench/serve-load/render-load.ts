import type { LoadResult } from './drive-load.ts';
import type { KeptCodings } from './kept-codings.ts';

/** What a load test was made of, and on. */
interface LoadFacts {
  readonly kept: KeptCodings;
  readonly documents: number;
  readonly people: { readonly readers: number; readonly coders: number };
  readonly commit: string;
  readonly machine: string;
}

/** A load test as a page of Markdown. */
export function renderLoad(result: LoadResult, facts: LoadFacts): string {
  const { answers, runs, seconds, nEvents } = result;
  const { kept, people, documents, commit, machine } = facts;
  const failed = answers.filter(({ status }) => status !== 200 && status !== 303);
  const byRoute = [...Map.groupBy(answers, ({ route }) => route)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = byRoute.map(([route, of]) => {
    const sorted = of.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.ceil(share * sorted.length) - 1] as number).toFixed(0);
    const nFailed = of.filter((one) => failed.includes(one)).length;
    return `| \`${route}\` | ${[of.length, nFailed, at(0.5), at(0.95), at(0.99), at(1)].join(' | ')} |`;
  });
  const count = (n: number): string => n.toLocaleString('en-US').replaceAll(',', ' ');
  return [
    '# The workbench under load',
    '',
    `${people.readers} readers who open the page and its view _Code_ again and again, ${people.coders} coders who code what is theirs, the analyst`,
    `who watches them, and a run in progress from the first request to the last: \`npm run bench:serve -- --write\`, the demo with`,
    `${count(documents)} posts, commit ${commit}, ${machine}. Server, run and all who ask share the machine.`,
    '',
    `In ${seconds.toFixed(0)} s ${count(answers.length)} requests, ${failed.length} of them failed${describeFailures(failed)}; ${count(kept.nGiven)} codings given, ${kept.nLost} lost, ${kept.nTwice} kept twice;`,
    `${runs.length} runs, ${runs.filter(({ status }) => status === 'done').length} of them whole; ${count(nEvents)} events of runs heard by readers.`,
    '',
    '| request | n | failed | p50, ms | p95, ms | p99, ms | longest, ms |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...rows,
    '',
    'Milliseconds from the request to the last byte of the answer, as the one who asks sees them; of events to the first byte.',
    '',
  ].join('\n');
}

function describeFailures(failed: LoadResult['answers']): string {
  const by = [...Map.groupBy(failed, ({ route, status }) => `${route} ${status}`)];
  return by.length === 0 ? '' : ` (${by.map(([name, of]) => `${of.length} × ${name}`).join(', ')})`;
}
