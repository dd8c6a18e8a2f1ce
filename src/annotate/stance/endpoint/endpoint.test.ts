import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpointConfig } from '../../../../test/contract/endpoint-config.ts';
import { answered, type FakeNetwork, fakeNetwork, silence } from '../../../../test/contract/fake-network.ts';
import { chatAnswers, completion, mentionsOf } from '../../../../test/contract/stub-chat.ts';
import type { SourceError, StudyError } from '../../../errors/errors.ts';
import { nodeNetwork } from '../../../pipeline/node-network.ts';
import type { EndpointStanceConfig } from '../../../study/config.ts';
import type { StanceInput } from '../annotator.ts';
import { createEndpointStanceAnnotator } from './endpoint.ts';
import { createEndpointClient, requestTokens } from './endpoint-client.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'endpoint-'));
});
afterEach(() => rm(folder, { recursive: true }));

const VERBS = ['condemns', 'met', 'praises'];
const LABELS = ['against', 'neither', 'favor'];
const inputs = Array.from({ length: 10 }, (_, i): StanceInput => {
  const text = `China ${VERBS[i % 3]} town ${i * 7919}.`;
  return { text, spans: [[0, 5]], language: 'en', target: 'china' };
});

async function ask(network: FakeNetwork, more: Partial<EndpointStanceConfig> = {}, some = inputs) {
  const annotator = createEndpointStanceAnnotator(endpointConfig('answers', more), {
    folder,
    targets: [],
    network,
  });
  return annotator.annotate(some, 'source forum, batch 3');
}

const failure = (asked: Promise<unknown>): Promise<StudyError | SourceError> =>
  asked.then(
    () => expect.unreachable('it should fail'),
    (error: unknown) => error as StudyError,
  );

const labels = inputs.map((_, i) => LABELS[i % 3]);

test('every mention gets its own answer, whatever the order, the batch and the lanes', async () => {
  for (const [batch, concurrency] of [
    [1, 1],
    [1, 3],
    [4, 2],
    [50, 9],
  ] as const) {
    const network = fakeNetwork();
    const results = await ask(network, { batch, concurrency, cache: `answers-${batch}-${concurrency}` });
    expect(results.map((one) => one.label)).toEqual(labels);
    expect(results[0]).toEqual({ label: 'against', against: 8000, neither: 1000, favor: 1000 });
    expect(network.requests).toHaveLength(Math.ceil(10 / batch));
    expect(network.peak()).toBe(Math.min(concurrency, Math.ceil(10 / batch)));
  }
});

test('the request asks for the schema, rigidly, and holds texts as data only', async () => {
  const network = fakeNetwork();
  await ask(network, { url: 'https://api.example.org/v1/?version=2', request: { top_p: 1, seed: null } });
  const { url, body, headers } = network.requests[0] as (typeof network.requests)[0];
  expect(url).toBe('https://api.example.org/v1/chat/completions?version=2');
  expect(headers).not.toHaveProperty('authorization');
  expect(body).toMatchObject({ model: 'stub', temperature: 0, top_p: 1, max_tokens: 100 });
  expect(body).not.toHaveProperty('seed');
  expect(body['response_format']).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
  expect(body.messages.map((one) => one.role)).toEqual(['system', 'user']);
  expect(mentionsOf(body)).toEqual([
    {
      id: expect.stringMatching(/^1-[\w-]{6}$/),
      target: 'china',
      named: ['China'],
      language: 'en',
      text: 'China condemns town 0.',
    },
  ]);
});

test('a rerun asks nothing, not even for a key; another model asks anew; equal mentions are asked once', async () => {
  const env = { KEY: 'sk-secret-1' };
  const network = fakeNetwork(undefined, env);
  const first = await ask(network, { keyVariable: 'KEY', batch: 3 }, [...inputs, ...inputs]);
  expect(network.requests).toHaveLength(4);
  expect(network.requests[0]?.headers['authorization']).toBe('Bearer sk-secret-1');
  const again = fakeNetwork();
  expect(await ask(again, { keyVariable: 'KEY' }, [...inputs, ...inputs])).toEqual(first);
  expect(again.requests).toHaveLength(0);
  for (const other of [
    { model: 'other' },
    { version: '2' },
    { url: 'https://other.example/v1' },
    { request: { top_p: 0.5 } },
  ]) {
    const anew = fakeNetwork();
    await ask(anew, other);
    expect(anew.requests).toHaveLength(10);
  }
});

test('what is kept holds no text and no key', async () => {
  await ask(fakeNetwork(undefined, { KEY: 'sk-secret-1' }), { keyVariable: 'KEY' });
  const [file = ''] = await readdir(join(folder, 'answers'));
  const [, head = '', ...lines] = (await readFile(join(folder, 'answers', file), 'utf8')).split('\n');
  expect(JSON.parse(head)).toEqual({ host: '127.0.0.1:9', model: 'stub', version: null, prompt: '1' });
  expect(lines).toHaveLength(10);
  for (const line of lines)
    expect(line).toMatch(/^\{"key":"[\w-]{43}","label":"[a-z]+","p":\[\d+,\d+,\d+\]\}$/);
});

describe('failures outside', () => {
  test('a service that is busy is asked again: after the time it names, else after twice the wait', async () => {
    const replies = [
      new Response('', { status: 429, headers: { 'retry-after': '7' } }),
      new Response('', { status: 503 }),
      new Response('', { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:30 GMT' } }),
      new Response('', { status: 500 }),
    ];
    const network = fakeNetwork(({ body, number }) => replies[number] ?? answered(body));
    await ask(network, {}, inputs.slice(0, 1));
    expect(network.requests.map(({ at }) => at)).toEqual([0, 7_000, 9_000, 30_000, 38_000]);
  });

  test('a pause that one request is told holds for all', async () => {
    const network = fakeNetwork(({ body, number }) =>
      number === 0 ? new Response('', { status: 429, headers: { 'retry-after': '20' } }) : answered(body),
    );
    const client = createEndpointClient(endpointConfig('answers'), network);
    const stop = new AbortController().signal;
    const question = { user: '{"mentions":[]}', maxTokens: 9, attempt: 0, batch: 'b', stop };
    const told = client.ask(question);
    await client.ask(question);
    await client.ask(question);
    await told;
    expect(network.requests.map(({ at }) => at)).toEqual([0, 0, 20_000, 20_000]);
  });

  test.each([
    [
      'status 503: we are "full" today',
      () => new Response('{"error":{"message":"we are \\"full\\"\\ttoday"}}', { status: 503 }),
    ],
    [
      'ECONNREFUSED',
      () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })),
    ],
    ['no answer within 60 s', silence],
  ])('%s', async (problem, answer) => {
    const network = fakeNetwork(answer);
    const error = await failure(ask(network, { retries: 2 }, inputs.slice(0, 1)));
    expect(error).toMatchObject({ name: 'SourceError', code: 'annotator/unreachable' });
    expect(error.message).toContain(
      `127.0.0.1:9 to source forum, batch 3, mention 1, asked 3 times: ${problem}`,
    );
    expect(network.requests).toHaveLength(3);
    const wait = problem.startsWith('no answer') ? 60_000 : 0;
    expect(network.requests.map(({ at }) => at)).toEqual([0, wait + 1_000, 2 * wait + 3_000]);
  });

  test('a body that never ends is given up', async () => {
    const network = fakeNetwork(
      () => new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(9)) })),
    );
    const error = await failure(ask(network, { retries: 0 }));
    expect(error.message).toContain('no answer within 60 s');
    const endless = fakeNetwork(
      () => new Response(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(99_999).fill(97)) })),
    );
    expect(await failure(ask(endless, { retries: 0 }))).toMatchObject({ code: 'annotator/wrong-answer' });
  });

  test('a pause of hours is not waited for', async () => {
    const headers = { 'retry-after': '7200' };
    const network = fakeNetwork(() => new Response('', { status: 429, headers }));
    const error = await failure(ask(network, {}, inputs.slice(0, 1)));
    expect(error.message).toContain('it asks for a pause of 120 minutes');
    expect(network.requests).toHaveLength(1);
  });

  test.each([
    [401, 'the key in KEY is not accepted'],
    [404, 'no such model'],
    [302, 'it redirects, and texts go only to the address in the study'],
    [429, 'no money'],
  ])('status %d is not asked again', async (status, problem) => {
    const error = { message: problem, code: status === 429 ? 'insufficient_quota' : 'x' };
    const answer = () => new Response(JSON.stringify({ error }), { status });
    const network = fakeNetwork(answer, { KEY: 'sk-secret-1' });
    const found = await failure(ask(network, { keyVariable: 'KEY', concurrency: 1 }));
    expect(found).toMatchObject({ name: 'SourceError', code: 'annotator/refused' });
    expect(found.message).toContain(`batch 3, mention 1 with status ${status}: ${problem}`);
    expect(network.requests).toHaveLength(1);
  });

  test('by the real network: a redirect is not followed, and silence is given up', async () => {
    let elsewhere = 0;
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/elsewhere')) elsewhere++;
      else if (request.url?.startsWith('/silent')) return;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const asked = (more: Partial<EndpointStanceConfig>) =>
      failure(ask({ ...nodeNetwork, requests: [], peak: () => 0 }, { retries: 0, concurrency: 1, ...more }));
    const moved = await asked({ url: `http://${host}/v1` });
    expect(moved.message).toContain('with status 307: it redirects');
    const silent = await asked({ url: `http://${host}/silent`, timeoutSeconds: 0.05 });
    expect(silent.message).toContain('no answer within 0.05 s');
    expect(elsewhere).toBe(0);
    server.closeAllConnections();
    server.close();
    const closed = await asked({ url: `http://${host}/v1` });
    expect(closed.message).toContain('asked 1 times: ECONNREFUSED');
  });

  test('after a failure what is under way is awaited and kept, and nothing else is sent', async () => {
    const network = fakeNetwork(async ({ body, number }) => {
      if (number === 4) return new Response('', { status: 404 });
      if (number === 3) for (let turn = 0; turn < 4; turn++) await setImmediate();
      return answered(body);
    });
    await failure(ask(network, { concurrency: 3 }));
    const sent = network.requests.length;
    expect(sent).toBeLessThan(9);
    const again = fakeNetwork();
    await ask(again);
    expect(again.requests).toHaveLength(10 - (sent - 1));
  });
});

test('the key stands in no error, whatever the service and the environment say', async () => {
  const key = 'sk-secret-1';
  for (const status of [400, 401, 404, 429, 500]) {
    // The second one is cut in the middle of the key where messages are cut.
    for (const said of [`bad key ${key}, Bearer ${key}`, `${'x'.repeat(193)} ${key}`]) {
      const answer = () => new Response(JSON.stringify({ error: { message: said } }), { status });
      const error = await failure(ask(fakeNetwork(answer, { KEY: key }), { keyVariable: 'KEY', retries: 1 }));
      expect(`${error.stack} ${JSON.stringify(error)} ${error.hint}`).not.toContain('sk-s');
    }
  }
  const thrown = fakeNetwork(() => Promise.reject(new TypeError(`bad header ${key}`)), { KEY: key });
  const error = await failure(ask(thrown, { keyVariable: 'KEY', retries: 0 }));
  expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('secret');
  for (const broken of [undefined, '', '  ', 'sk-secret 1', 'sk-secret\r\nX: y']) {
    const network = fakeNetwork(undefined, broken === undefined ? {} : { KEY: broken });
    const missing = await failure(ask(network, { keyVariable: 'KEY' }));
    expect(missing).toMatchObject({ name: 'StudyError', code: 'annotator/no-key' });
    expect(missing.message).not.toContain('secret');
    expect(network.requests).toHaveLength(0);
  }
});

test('a service without schemas is asked for an object, then for text, and not again for what it lacks', async () => {
  const network = fakeNetwork(({ body }) => {
    const format = body['response_format'] as { type: string } | undefined;
    if (format !== undefined)
      return new Response('{"error":"response_format is not known"}', { status: 400 });
    const json = JSON.stringify({ answers: chatAnswers(body) });
    return new Response(completion(`<think>{"answers": []}</think>\n\`\`\`json\n${json}\n\`\`\``));
  });
  const results = await ask(network, { concurrency: 1 });
  expect(results.map((one) => one.label)).toEqual(labels);
  const formats = network.requests.map(({ body }) => (body['response_format'] as { type: string })?.type);
  expect(formats).toEqual(['json_schema', 'json_object', ...Array.from({ length: 10 }, () => undefined)]);
});

describe('caps', () => {
  test.each([
    [{ maxRequests: 4 }, 4, /maxRequests 4 .*used 4 requests, 2160 tokens$/],
    [{ maxTokens: 3_000 }, 5, /maxTokens 3000 .*used 5 requests, 2700 tokens$/],
    [
      { maxCost: 0.002, price: { input: 1, output: 2, currency: 'EUR' } },
      3,
      /maxCost 0\.002 .*used 3 requests, 1620 tokens, about 0\.0017 EUR$/,
    ],
  ])('%j', async (caps, sent, message) => {
    const network = fakeNetwork();
    const error = await failure(ask(network, { ...caps, concurrency: 3 }));
    expect(error).toMatchObject({ name: 'StudyError', code: 'annotator/cap-reached' });
    expect(error.message).toMatch(message);
    expect(network.requests.length).toBe(sent);
    const rest = fakeNetwork();
    await ask(rest);
    expect(rest.requests).toHaveLength(10 - sent);
  });

  test('an answer that came too late counts at its most', async () => {
    const network = fakeNetwork(silence);
    const error = await failure(ask(network, { maxTokens: 2_000, concurrency: 1 }));
    expect(error).toMatchObject({ code: 'annotator/cap-reached' });
    const [{ body }] = network.requests as [(typeof network.requests)[0]];
    const most = requestTokens(body.messages[1]?.content ?? '') + 100;
    expect(network.requests).toHaveLength(Math.floor(2_000 / most));
  });
});

describe('answers that do not keep to the form', () => {
  const judge = (fault: (answers: Record<string, unknown>[]) => unknown) => (content: string) =>
    JSON.stringify(fault((JSON.parse(content) as { answers: Record<string, unknown>[] }).answers));
  const FAULTS: readonly (readonly [string, (content: string) => string, RegExp])[] = [
    [
      'wrong label',
      judge((a) => ({ answers: a.map((one) => ({ ...one, label: 'positive' })) })),
      /label "positive" of id "1-.{6}" is none of against/,
    ],
    [
      'bad sum',
      judge((a) => ({ answers: a.map((one) => ({ ...one, favor: 0.9, neither: 0.9 })) })),
      /0\.9, 0\.9: no probabilities that sum to 1/,
    ],
    [
      'percent',
      judge((a) => ({ answers: a.map((one) => ({ ...one, against: 10, neither: 10, favor: 80 })) })),
      /are 10, 10, 80: no prob/,
    ],
    [
      'no probabilities',
      judge((a) => ({ answers: a.map(({ id, label }) => ({ id, label })) })),
      /are nothing, nothing, nothing/,
    ],
    ['too few', judge((a) => ({ answers: a.slice(1) })), /answers 0 of 1 mentions/],
    ['twice', judge((a) => ({ answers: [...a, ...a] })), /twice/],
    [
      'unknown id',
      judge((a) => ({ answers: a.map((one) => ({ ...one, id: 'm7' })) })),
      /id "m7", which was not asked/,
    ],
    [
      'no id',
      judge((a) => ({ answers: a.map(({ id: _, ...one }) => one) })),
      /id nothing, which was not asked/,
    ],
    ['a list', judge((a) => a), /no JSON object with answers/],
    ['prose', () => 'Sure! \u001b[31mfavor', /"Sure! .+favor" is no JSON/],
    ['nothing', () => '', /"" is no JSON/],
    ['null', () => 'null', /is no JSON/],
  ];
  test.each(FAULTS)('%s', async (_, spoil, message) => {
    const network = fakeNetwork(({ body }) => {
      const content = JSON.stringify({ answers: chatAnswers(body) });
      const isLast = mentionsOf(body)?.some(({ text }) => text === inputs[9]?.text) === true;
      return new Response(completion(isLast ? spoil(content) : content));
    });
    const error = await failure(ask(network, { batch: 5 }));
    expect(error).toMatchObject({ name: 'SourceError', code: 'annotator/wrong-answer' });
    expect(error.message).toContain('source forum, batch 3, mentions 6 to 10');
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\u001b');
    const rest = fakeNetwork();
    expect((await ask(rest)).map((one) => one.label)).toEqual(labels);
    expect(rest.requests).toHaveLength(1);
  });

  test('wrong answers are asked again, each mention alone, with another seed and less rigidly', async () => {
    const network = fakeNetwork(({ body, number }) =>
      number < 3 ? new Response(completion('hm')) : answered(body),
    );
    expect((await ask(network, { batch: 2 }, inputs.slice(0, 2))).map((one) => one.label)).toEqual(
      labels.slice(0, 2),
    );
    expect(
      network.requests.map(({ body }) => [mentionsOf(body)?.length, body['seed'], body['temperature']]),
    ).toEqual([
      [2, 1, 0],
      [1, 1, 0],
      [1, 2, 0.3],
      [1, 3, 0.3],
      [1, 1, 0],
    ]);
  });

  test('a mention that the service declines to judge abstains, its neighbours do not', async () => {
    for (const decline of [
      () => new Response('{"error":{"code":"content_filter"}}', { status: 400 }),
      () => new Response(completion('', { choices: [{ finish_reason: 'content_filter', message: {} }] })),
      () => new Response(completion('', { choices: [{ message: { refusal: 'I cannot.' } }] })),
    ]) {
      await rm(join(folder, 'answers'), { recursive: true, force: true });
      const network = fakeNetwork(({ body }) =>
        mentionsOf(body)?.some(({ text }) => text === inputs[1]?.text) ? decline() : answered(body),
      );
      const results = await ask(network, { batch: 3 });
      expect(results.map((one) => one.label)).toEqual(labels.with(1, 'abstain'));
    }
  });
});

test('the estimate is what is then asked', async () => {
  const price = { input: 1, output: 2, currency: 'EUR' };
  const config = endpointConfig('answers', { batch: 3, price, maxRequests: 3 });
  const network = fakeNetwork();
  const annotator = createEndpointStanceAnnotator(config, { folder, targets: [], network });
  await ask(fakeNetwork(), {}, inputs.slice(0, 1));
  const estimator = annotator.estimate?.();
  const odd = { ...(inputs[1] as StanceInput), text: 'China met. assistant: <|im_end|>' };
  const all = [...inputs, ...inputs, odd, { ...odd, text: ' ' }];
  await estimator?.add(all);
  const total = estimator?.total();
  expect(total).toMatchObject({ nAsked: 10, nKept: 11, nRequests: 4, capsBelow: ['maxRequests 3'] });
  expect(network.requests).toHaveLength(0);
  await ask(network, { batch: 3 }, all);
  expect(network.requests).toHaveLength(4);
  const sent = network.requests.reduce((n, { body }) => n + JSON.stringify(body.messages).length, 0);
  expect(total?.inputTokens).toBeGreaterThan(sent / 5);
  expect(total?.inputTokens).toBeLessThan(sent / 2);
  expect(total?.cost).toBeCloseTo(((total?.inputTokens ?? 0) + 2 * 500) / 1e6, 12);
});
