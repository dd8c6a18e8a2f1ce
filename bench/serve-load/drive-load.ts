import { setTimeout as pause } from 'node:timers/promises';
import type { OwnCodings, Submission } from '../../src/server/coding/contract.ts';
import type { RunState } from '../../src/server/runs/run-state.ts';
import { type Answered, type Client, openLink } from './ask-as.ts';

/** Links of those who ask at once. */
export interface LoadedServer {
  readonly analyst: string;
  readonly readers: readonly string[];
  readonly coders: readonly { readonly name: string; readonly link: string }[];
}

/** How much is asked. */
export interface LoadPlan {
  /** Mentions that are drawn, over all coders. */
  readonly nMentions: number;
  /** Times that each reader opens the page. */
  readonly visits: number;
  /** Milliseconds between two visits of a reader, over which readers also come one after another, and between two codings of a coder. */
  readonly readerPause: number;
  readonly coderPause: number;
}

/** What came of it. */
export interface LoadResult {
  readonly answers: readonly Answered[];
  /** By coder: the codings that the server took, the last label of each mention. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly wave: string;
  readonly runs: readonly RunState[];
  readonly nEvents: number;
  readonly seconds: number;
}

const LABELS = ['against', 'neither', 'favor', 'unclear'] as const;

/**
 * Readers open the page, coders code all that is theirs, and a run is in progress from the first request to the last. One
 * coding in five is sent twice under the same id, as a browser does that got no answer.
 */
export async function driveLoad(server: LoadedServer, plan: LoadPlan): Promise<LoadResult> {
  const answers: Answered[] = [];
  const note = (answered: Answered): void => {
    answers.push(answered);
  };
  const analyst = await openLink(server.analyst, note);
  const coders = await Promise.all(
    server.coders.map(async ({ name, link }) => ({ name, client: await openLink(link, note) })),
  );
  const names = server.coders.map(({ name }) => name);
  const drawn = await analyst.post('/api/coding/waves', drawRequest(names, plan.nMentions));
  const { wave } = JSON.parse(drawn) as { wave: string };
  const started = performance.now();
  let isOver = false;
  const runs = keepRunning(analyst, () => isOver);
  const people = [
    ...server.readers.map(async (link, i) => {
      await pause((i * plan.readerPause) / server.readers.length);
      return read(await openLink(link, note), plan);
    }),
    watchCoding(analyst, () => isOver),
  ];
  const given = new Map(
    await Promise.all(
      coders.map(async ({ name, client }) => [name, await code(client, { wave, plan })] as const),
    ),
  );
  await Promise.all(people.slice(0, -1));
  isOver = true;
  const seconds = (performance.now() - started) / 1000;
  const counts = await Promise.all(people);
  const nEvents = counts.reduce((sum, n) => sum + n, 0);
  return { answers, given, wave, runs: await runs, nEvents, seconds };
}

function drawRequest(coders: readonly string[], n: number): object {
  return { n, seed: 1, targets: [], event: null, coders, doubleShare: 0.2, isAdaptive: false };
}

/** Measures, and again with the codings that came meanwhile, until nobody asks any more. */
async function keepRunning(analyst: Client, isOver: () => boolean): Promise<RunState[]> {
  const ended: RunState[] = [];
  do {
    await analyst.post('/api/coding/measure', {});
    await analyst.follow('/api/runs/current/events');
    ended.push(JSON.parse(String(await analyst.get('/api/runs/current'))) as RunState);
  } while (!isOver());
  return ended;
}

/** What the page asks when it is opened, then of its views; gives the events of the run that it heard. */
async function read(client: Client, plan: LoadPlan): Promise<number> {
  let nEvents = 0;
  for (let visit = 0; visit < plan.visits; visit++) {
    const page = String(await client.get('/'));
    const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path as string);
    await Promise.all(assets.map((path) => client.get(path)));
    await client.get('/api/session');
    const [state] = await Promise.all(
      ['/api/runs/current', '/api/first-view/en', '/api/finding', '/api/beside'].map((path) =>
        client.get(path),
      ),
    );
    const isRunning = ['waiting', 'running'].includes((JSON.parse(String(state)) as RunState).status);
    const heard = isRunning ? client.follow('/api/runs/current/events') : 0;
    await pause(plan.readerPause);
    await Promise.all(['/api/coding/waves', '/api/coding/result'].map((path) => client.get(path)));
    nEvents += await heard;
  }
  return nEvents;
}

/** The analyst looks how far the coders are, as the page does. */
async function watchCoding(analyst: Client, isOver: () => boolean): Promise<number> {
  while (!isOver()) {
    await analyst.get('/api/coding/waves');
    await pause(500);
  }
  return 0;
}

/** Codes every mention of one's own; gives the labels that the server said it keeps. */
async function code(
  client: Client,
  { wave, plan }: { readonly wave: string; readonly plan: LoadPlan },
): Promise<ReadonlyMap<string, string>> {
  const { waves, name } = JSON.parse(String(await client.get('/api/coding/own'))) as OwnCodings;
  const kept = new Map<string, string>();
  for (const [i, { id: mention }] of (waves[0]?.items ?? []).entries()) {
    const label = LABELS[i % LABELS.length] as (typeof LABELS)[number];
    const id = `${name}-${i}-of-this-wave`;
    const codings: Submission[] = [{ id, mention, label, themes: [], isQuoted: false }];
    const send = () => client.post(`/api/coding/waves/${wave}/codings`, { codings });
    const answers = await Promise.all(i % 5 === 0 ? [send(), send()] : [send()]);
    const taken = answers.map((text) => JSON.parse(text) as { accepted?: string[] });
    if (taken.every(({ accepted }) => accepted?.includes(id))) kept.set(mention, label);
    await pause(plan.coderPause);
  }
  return kept;
}
