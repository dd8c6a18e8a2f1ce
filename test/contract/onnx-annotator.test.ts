import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StanceInput, StanceResult } from '../../src/annotate/stance/annotator.ts';
import { loadStanceAnnotator, readAnnotatorDigest } from '../../src/annotate/stance/load-annotator.ts';
import { fetchModel } from '../../src/annotate/stance/onnx/hub.ts';
import { loadOnnxRuntime } from '../../src/annotate/stance/onnx/runtime.ts';
import type { OnnxStanceConfig } from '../../src/study/config.ts';
import { tinyFolder, tinyOnnx } from './tiny-onnx.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-onnx-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function mention(text: string, target: string): StanceInput {
  const spans = [...text.matchAll(new RegExp(target, 'g'))].map(({ index }): [number, number] => [
    index,
    index + target.length,
  ]);
  return { text, spans, language: 'en', target };
}

async function ask(
  config: OnnxStanceConfig,
  inputs: readonly StanceInput[],
): Promise<readonly StanceResult[]> {
  const annotator = await loadStanceAnnotator(config, root);
  try {
    return await annotator.annotate(inputs, 'source forum, batch 3');
  } finally {
    annotator.close();
  }
}

const labelsOf = async (config: OnnxStanceConfig, inputs: readonly StanceInput[]): Promise<string[]> =>
  (await ask(config, inputs)).map((one) => one.label);

/** A copy of a tiny model that a test may spoil. */
function copyOf(name: 'pair' | 'marked', spoil: (folder: string) => void): OnnxStanceConfig {
  const folder = mkdtempSync(join(root, `${name}-`));
  cpSync(tinyFolder(name), folder, { recursive: true });
  spoil(folder);
  return tinyOnnx(name, { model: folder });
}

const withConfig = (change: Readonly<Record<string, unknown>>): OnnxStanceConfig =>
  copyOf('pair', (folder) => {
    const card = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...card, ...change }));
  });

describe.each(['pair', 'marked'] as const)('a model that reads the target: %s', (name) => {
  test('two targets of one text get each its own stance', async () => {
    const text = 'China lied to us, and the people met today, but Japan helped';
    const inputs = [mention(text, 'China'), mention(text, 'Japan'), mention('China met us today', 'China')];
    expect(await labelsOf(tinyOnnx(name), inputs)).toEqual(['against', 'favor', 'neither']);
  });

  test('probabilities are the softmax of the logits, under the labels of the model', async () => {
    // Next to the target a word counts half; in `marked` the closing marker and the target stand between.
    const against = Math.exp(4 * (name === 'pair' ? 1 / 2 : 1 / 8));
    const [neither, favor] = [Math.exp(0.25), 1];
    const sum = against + neither + favor;
    const [result] = await ask(tinyOnnx(name), [mention('China lied', 'China')]);
    expect(Math.abs((result?.against ?? 0) - (10_000 * against) / sum)).toBeLessThan(1);
    expect(Math.abs((result?.neither ?? 0) - (10_000 * neither) / sum)).toBeLessThan(1);
    expect(Math.abs((result?.favor ?? 0) - (10_000 * favor) / sum)).toBeLessThan(1);
  });

  test.each([
    ['at the front', 0],
    ['in the middle', 500],
    ['at the end', 1000],
  ])('of a long text the part around the target is read: %s', async (_, at) => {
    const words: string[] = Array.from({ length: 1000 }, (__, i) => (i % 7 === 0 ? 'lied' : 'met'));
    for (let i = Math.max(0, at - 12); i < at + 12; i++) words[i] = 'helped';
    words.splice(at, 0, 'China');
    const config = tinyOnnx(name, { maxTokens: 32 });
    const around = mention(words.slice(Math.max(0, at - 10), at + 11).join(' '), 'China');
    const [whole, part] = await ask(config, [mention(words.join(' '), 'China'), around]);
    expect(whole?.label).toBe('favor');
    expect(Math.abs((whole?.favor ?? 0) - (part?.favor ?? 0))).toBeLessThan(20);
  });

  test('company of another length changes no digit', async () => {
    const short = mention('China lied', 'China');
    const long = mention(`China ${'met the people today and '.repeat(200)}`, 'China');
    const [alone] = await ask(tinyOnnx(name), [short]);
    expect((await ask(tinyOnnx(name), [long, short, long]))[1]).toEqual(alone);
  });

  test('signs of the tokenizer that stand in a post are words', async () => {
    const plain = 'China lied';
    const posts = ['[SEP] China helped Japan', '[T] Japan [/T] helped helped', '[CLS] [MASK] [PAD]'].map(
      (tail) => mention(`${plain} to us and the people met today . ${tail}`, 'China'),
    );
    const first = posts.map(({ spans, ...post }) => ({ ...post, spans: spans.slice(0, 1) }));
    expect(await labelsOf(tinyOnnx(name), first)).toEqual(['against', 'against', 'against']);
  });
});

test('without markers a text model says the same of every target', async () => {
  const text = 'China lied to us but Japan helped';
  const [china, japan] = await ask(tinyOnnx('marked', { markers: null }), [
    mention(text, 'China'),
    mention(text, 'Japan'),
  ]);
  expect(china).toEqual(japan);
});

test('a pair whose target nobody names abstains; a name without a place is enough', async () => {
  const nameless: StanceInput = { text: 'China lied', spans: [], language: 'en' };
  const named: StanceInput = { ...nameless, target: 'china' };
  expect(await labelsOf(tinyOnnx('pair'), [nameless, named])).toEqual(['abstain', 'against']);
});

test('weights that stand beside the ONNX file are found', async () => {
  const inputs = ['lied', 'helped', 'met'].map((verb) => mention(`China ${verb}`, 'China'));
  const whole = await ask(tinyOnnx('pair'), inputs);
  expect(await ask(tinyOnnx('pair', { file: 'onnx/beside.onnx' }), inputs)).toEqual(whole);
  const lost = copyOf('pair', (folder) => rmSync(join(folder, 'onnx', 'beside.onnx_data')));
  await expect(ask({ ...lost, file: 'onnx/beside.onnx' }, inputs)).rejects.toThrow(/does not open it/);
});

test('a model of one type of text is told of no second one', async () => {
  // The tiny model looks for the target in what is of the second type: without one it sees none.
  const config = withConfig({ type_vocab_size: 1 });
  expect(await labelsOf(config, [mention('China lied', 'China')])).toEqual(['neither']);
});

test('without a list of languages it reads all', async () => {
  const input: StanceInput = { ...mention('China lied', 'China'), language: 'fi' };
  expect(await labelsOf(tinyOnnx('pair', { languages: null }), [input])).toEqual(['against']);
  expect(await labelsOf(tinyOnnx('pair'), [input])).toEqual(['abstain']);
});

test('labels of the study come before those known by name', async () => {
  const labels = { against: ['positive'], neither: ['neutral'], favor: ['negative'] };
  expect(await labelsOf(tinyOnnx('pair', { labels }), [mention('China lied', 'China')])).toEqual(['favor']);
  const strange = withConfig({ id2label: { 0: 'LABEL_0', 1: 'LABEL_1', 2: 'LABEL_2' } });
  const meant = { against: ['LABEL_1'], neither: ['LABEL_2'], favor: ['LABEL_0'] };
  expect(await labelsOf({ ...strange, labels: meant }, [mention('China lied', 'China')])).toEqual([
    'against',
  ]);
});

test('the probabilities of labels that mean one class add up', async () => {
  const labels = { against: ['negative', 'neutral'], neither: [], favor: [] };
  const input = mention('China lied', 'China');
  const [apart] = await ask(tinyOnnx('pair'), [input]);
  const [joined] = await ask(tinyOnnx('pair', { labels }), [input]);
  expect(joined).toMatchObject({ label: 'against', neither: 0 });
  expect(Math.abs((joined?.against ?? 0) - (apart?.against ?? 0) - (apart?.neither ?? 0))).toBeLessThan(2);
});

test.each([
  ['NEG', 'NEU', 'POS'],
  ['Favour', 'NONE', 'Against'],
  ['in_favor', 'no-stance', 'opposed'],
  ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'],
  ['Very Negative', 'Negative', 'Neutral', 'Positive', 'Very Positive'],
  ['против', 'за'],
  ['反对', '中立', '支持'],
])('labels known by their names: %s, %s …', async (...names) => {
  const config = withConfig({ id2label: Object.fromEntries(names.entries()) });
  await expect(readAnnotatorDigest(config, root)).resolves.toMatch(/^[0-9a-f]{12}$/);
});

test.each([
  [
    'a folder that is not there',
    () => tinyOnnx('pair', { model: 'no-such' }),
    /no ONNX model at .*no-such: the folder/,
  ],
  [
    'no ONNX file',
    () => copyOf('pair', (folder) => rmSync(join(folder, 'onnx'), { recursive: true })),
    /onnx\/model\.onnx or model\.onnx is missing/,
  ],
  [
    'no file of that name',
    () => tinyOnnx('pair', { file: 'onnx/other.onnx' }),
    /: onnx\/other\.onnx is missing/,
  ],
  [
    'no tokenizer',
    () => copyOf('pair', (folder) => rmSync(join(folder, 'tokenizer.json'))),
    /tokenizer\.json is missing/,
  ],
  [
    'a card that is no JSON',
    () => copyOf('pair', (folder) => truncateSync(join(folder, 'config.json'), 40)),
    /config\.json cannot be used: it is not JSON/,
  ],
  ['a card without labels', () => withConfig({ id2label: null }), /does not name its labels under id2label/],
  [
    'labels that nobody explains',
    () => withConfig({ id2label: { 0: 'negative', 1: 'LABEL_1', 2: 'joy' } }),
    /"LABEL_1", "joy" mean/,
  ],
  [
    'labels of one side',
    () => withConfig({ id2label: { 0: 'neutral', 1: 'none', 2: 'favor' } }),
    /none of its labels means against/,
  ],
  [
    'a label that the model lacks',
    () => tinyOnnx('pair', { labels: { against: ['NEGATIVE'], neither: [], favor: [] } }),
    /it has no label "NEGATIVE"/,
  ],
  [
    'a label of two classes',
    () => tinyOnnx('pair', { labels: { against: ['neutral'], neither: ['neutral'], favor: [] } }),
    /"neutral" is to mean two classes/,
  ],
  [
    'labels side by side',
    () => withConfig({ problem_type: 'multi_label_classification' }),
    /do not exclude each other/,
  ],
])('%s is refused before anything is read', async (_, configOf, message) => {
  const error = await readAnnotatorDigest(configOf(), root).catch((e: unknown) => e);
  expect(error).toMatchObject({ name: 'StudyError' });
  expect((error as Error).message).toMatch(message);
});

test('the refusal of labels lists them all', async () => {
  const config = withConfig({ id2label: { 0: 'negative', 1: 'LABEL_1', 2: 'joy' } });
  const error = readAnnotatorDigest(config, root);
  await expect(error).rejects.toMatchObject({
    hint: expect.stringMatching(/labels are: "negative", "LABEL_1", "joy"$/),
  });
});

test.each([
  [
    'an ONNX file cut short',
    () => copyOf('pair', (folder) => truncateSync(join(folder, 'onnx', 'model.onnx'), 1000)),
    /onnx\/model\.onnx cannot be used: onnxruntime-\w+ [\d.]+ does not open it/,
  ],
  [
    'a file that is no ONNX',
    () =>
      copyOf('pair', (folder) =>
        writeFileSync(join(folder, 'onnx', 'model.onnx'), 'version https://git-lfs'),
      ),
    /does not open it/,
  ],
  [
    'a tokenizer of no known kind',
    () =>
      copyOf('pair', (folder) => writeFileSync(join(folder, 'tokenizer.json'), '{"model":{"type":"Magic"}}')),
    /tokenizer\.json cannot be used: its rules cannot be read/,
  ],
  [
    'an answer for every token',
    () => tinyOnnx('pair', { file: 'onnx/per-token.onnx' }),
    /it gives float32 1 × 3 × 3, not float32 1 × 3/,
  ],
  [
    'more labels than answers',
    () => withConfig({ id2label: { 0: 'positive', 1: 'negative', 2: 'neutral', 3: 'none' } }),
    /it gives float32 1 × 3, not float32 1 × 4/,
  ],
])('%s is refused by the first mention', async (_, configOf, message) => {
  const error = await ask(configOf(), [mention('China lied', 'China')]).catch((e: unknown) => e);
  expect(error).toMatchObject({ name: 'StudyError', code: 'model/unfit' });
  expect((error as Error).message).toMatch(message);
});

test.each([
  ['logits that are no numbers', 'notanumber', 'annotator/wrong-answer', /its logits are NaN, NaN, NaN/],
  ['a model that stops', 'beyond', 'annotator/failed', /indices element out of data bounds/],
])('%s: the error names the batch and the mention', async (_, word, code, message) => {
  const inputs = ['lied', 'helped', word, 'met'].map((verb) => mention(`China ${verb}`, 'China'));
  const annotator = await loadStanceAnnotator(tinyOnnx('pair'), root);
  const error = await annotator.annotate(inputs, 'source forum, batch 3').catch((e: unknown) => e);
  expect(error).toMatchObject({ name: 'SourceError', code });
  expect((error as Error).message).toContain('source forum, batch 3, mention 3');
  expect((error as Error).message).toMatch(message);
  expect(await annotator.annotate([mention('China lied', 'China')])).toMatchObject([{ label: 'against' }]);
  annotator.close();
});

test('the version goes by the files of the model, not by its place', async () => {
  const versionOf = async (config: OnnxStanceConfig) => (await loadStanceAnnotator(config, root)).version;
  const own = await versionOf(tinyOnnx('pair'));
  expect(own).toMatch(/^[0-9a-f]{12}$/);
  expect(await versionOf(copyOf('pair', () => undefined))).toBe(own);
  expect(await versionOf(tinyOnnx('pair', { file: 'onnx/per-token.onnx' }))).not.toBe(own);
  const retold = copyOf('pair', (folder) => writeFileSync(join(folder, 'tokenizer_config.json'), '{}'));
  expect(await versionOf(retold)).not.toBe(own);
});

test('without a runtime the error gives the line that installs one', async () => {
  const error = await loadOnnxRuntime('mine/model.onnx', ['no-such-runtime']).catch((e: unknown) => e);
  expect(error).toMatchObject({
    name: 'StudyError',
    code: 'model/no-runtime',
    message: 'the ONNX model at mine/model.onnx needs a runtime: no-such-runtime is not installed',
    hint: expect.stringContaining('ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node'),
  });
});

describe('a model of the hub', () => {
  const asked: string[] = [];
  let server: Server;
  let endpoint: string;
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const [, file] = /^\/owner\/tiny\/resolve\/v1\/(.+)$/.exec(url) ?? [];
      try {
        response.end(readFileSync(join(tinyFolder('pair'), file ?? 'none')));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  const hubModel = (more: Partial<OnnxStanceConfig> = {}) =>
    tinyOnnx('pair', { model: 'owner/tiny', revision: 'v1', download: true, ...more });

  test('is fetched once and then read from this machine', async () => {
    const cacheFolder = join(root, 'cache');
    const folder = await fetchModel(hubModel(), { endpoint, cacheFolder, fetch });
    expect(asked).toHaveLength(5);
    const input = mention('China lied', 'China');
    expect(await labelsOf(tinyOnnx('pair', { model: folder }), [input])).toEqual(['against']);
    const offline: typeof fetch = () => Promise.reject(new Error('no network'));
    expect(await fetchModel(hubModel(), { endpoint, cacheFolder, fetch: offline })).toBe(folder);
    expect(asked).toHaveLength(5);
  });

  test.each([
    ['another revision', { revision: 'v2' }, /owner\/tiny \(v2\) .*: config\.json: status 404/],
    ['another file', { file: 'onnx/none.onnx' }, /onnx\/none\.onnx: status 404/],
    ['no name of the hub', { model: '../tiny' }, /has the form owner\/name/],
  ])('%s is not fetched', async (_, more, message) => {
    const error = fetchModel(hubModel(more), { endpoint, cacheFolder: join(root, 'other'), fetch });
    await expect(error).rejects.toMatchObject({
      code: 'model/not-fetched',
      message: expect.stringMatching(message),
    });
  });

  test('a hub that does not answer is named with the reason', async () => {
    const hub = { endpoint: 'http://127.0.0.1:1', cacheFolder: join(root, 'silent'), fetch };
    await expect(fetchModel(hubModel(), hub)).rejects.toThrow(/tokenizer_config\.json: fetch failed, .+/);
  });

  test('a failure half-way leaves no half file', async () => {
    const cacheFolder = join(root, 'broken');
    const body = () =>
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new Uint8Array(9));
          controller.error(new Error('line cut'));
        },
      });
    const cut: typeof fetch = () => Promise.resolve(new Response(body()));
    const failure = fetchModel(hubModel(), { endpoint, cacheFolder, fetch: cut });
    await expect(failure).rejects.toThrow('tokenizer_config.json: line cut');
    await expect(fetchModel(hubModel(), { endpoint, cacheFolder, fetch })).resolves.toContain(
      'owner/tiny/v1',
    );
  });
});
