import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { StudyProblems } from '../errors/errors.ts';
import type { StudyConfig } from './config.ts';
import { parseStudy } from './parse.ts';

const adapters = [{ name: 'csv', optionsSchema: z.strictObject({}) }];

function parse(stance: string): StudyConfig {
  const text = `id: cars
title: Cars
period: { start: 2024-01-01, end: 2025-01-01 }
targets:
  - { id: china, aliases: [Китай] }
sources:
  - { id: forum, adapter: csv, path: forum.csv, class: public, fields: { text: body } }
annotators:
  stance: ${stance}
`;
  return parseStudy({ text, path: 'study.yaml', folder: '/study', adapters }).config;
}

function problemsOf(stance: string): string[] {
  try {
    parse(stance);
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    return error.problems.map((p) => `${p.position?.line} ${p.message} → ${p.hint}`);
  }
  return [];
}

test('without a kind it is a model', () => {
  const stance = { kind: 'linear', model: 'stance-1' };
  for (const written of ['', '{}', '{ kind: linear }', '{ model: stance-1 }'])
    expect(parse(written).annotators.stance).toEqual(stance);
  expect(parse('').sources[0]?.fields).toEqual({ text: ['body'] });
});

test('columns are kept with the documents of every source', () => {
  const config = parse(
    '{ kind: column, label: code, target: about, probabilities: { against: p1, neither: p2, favor: p3 }, labels: { -1: against, "1": favor } }',
  );
  expect(config.annotators.stance).toEqual({
    kind: 'column',
    label: 'code',
    target: 'about',
    probabilities: { against: 'p1', neither: 'p2', favor: 'p3' },
    labels: { '-1': 'against', '1': 'favor' },
  });
  expect(config.sources[0]?.fields).toEqual({ text: ['body'], columns: ['about', 'code', 'p1', 'p2', 'p3'] });
});

test('a program has its defaults', () => {
  expect(parse('{ kind: program, command: [python3, annotate.py] }').annotators.stance).toEqual({
    kind: 'program',
    command: ['python3', 'annotate.py'],
    batch: 256,
    timeoutSeconds: 60,
    name: 'program',
    version: null,
  });
});

test('an ONNX model has its defaults', () => {
  const defaults = {
    kind: 'onnx',
    model: 'models/mine',
    download: false,
    revision: 'main',
    file: null,
    input: 'pair',
    markers: null,
    labels: { against: [], neither: [], favor: [] },
    languages: null,
    maxTokens: 256,
  };
  expect(parse('{ kind: onnx, model: models/mine }').annotators.stance).toEqual(defaults);
  const more =
    '{ kind: onnx, model: models/mine, input: text, markers: ["[T]", "[/T]"], labels: { favor: [LABEL_2] }, languages: [RU, zh-Hans] }';
  expect(parse(more).annotators.stance).toEqual({
    ...defaults,
    input: 'text',
    markers: ['[T]', '[/T]'],
    labels: { against: [], neither: [], favor: ['LABEL_2'] },
    languages: ['ru', 'zh'],
  });
});

test('an endpoint has its defaults', () => {
  const written =
    '{ kind: endpoint, url: "http://localhost:8080/v1", model: qwen, price: { input: 1, output: 2 } }';
  expect(parse(written).annotators.stance).toEqual({
    kind: 'endpoint',
    url: 'http://localhost:8080/v1',
    model: 'qwen',
    keyVariable: null,
    name: 'endpoint',
    version: null,
    batch: 1,
    concurrency: 4,
    timeoutSeconds: 60,
    retries: 6,
    requestsPerMinute: null,
    tokensPerMinute: null,
    price: { input: 1, output: 2, currency: 'USD' },
    maxCost: null,
    maxTokens: null,
    maxRequests: null,
    maxCharacters: 2000,
    answerTokens: 100,
    cache: 'answers',
    request: {},
  });
});

const endpoint = (url: string, more = ''): string => `{ kind: endpoint, model: m, url: "${url}"${more} }`;

test('themes are told by their terms, unless a model is named', () => {
  expect(parse('{}').annotators).not.toHaveProperty('themes');
  const named = parse('{}\n  themes: { model: ./models/mine }');
  expect(named.annotators.themes).toEqual({ model: './models/mine' });
  expect(named.digest).not.toBe(parse('{}').digest);
  expect(problemsOf('{}\n  themes: {}').join()).toContain('annotators.themes.model is missing');
  expect(problemsOf('{}\n  themes: { modle: x }').join()).toContain(
    'unknown key "modle" in annotators.themes',
  );
});

test.each([
  'https://api.example.org/v1',
  'http://localhost:11434/v1',
  'http://127.8.0.1/v1',
  'http://[::1]:8080/v1',
  'http://gpu.localhost/v1',
])('texts may go to %s', (url) => {
  expect(problemsOf(endpoint(url))).toEqual([]);
});

test.each([
  ['http://api.example.org/v1', 'http to api.example.org would send posts and the key unencrypted'],
  ['http://192.168.1.9:8080/v1', 'http to 192.168.1.9:8080 would send posts'],
  ['http://127.0.0.1.example.org/v1', 'http to 127.0.0.1.example.org would'],
  ['http://localhost.example.org/v1', 'http to localhost.example.org would'],
  ['http://0.0.0.0:8080/v1', 'http to 0.0.0.0:8080 would'],
  ['ftp://localhost/v1', 'ftp: is neither https: nor http:'],
  ['localhost:8080/v1', 'localhost: is neither https: nor http:'],
  ['//api', 'it is no address'],
  ['https://me:sk-secret-1@api.example.org/v1', 'it holds a name or password'],
])('texts may not go to %s', (url, message) => {
  const [problem, ...others] = problemsOf(endpoint(url));
  expect(problem).toContain(`9 annotators.stance.url: ${message}`);
  expect(others).toEqual([]);
});

test('a key in the study is refused and never repeated', () => {
  const url = 'https://api.example.org/v1';
  for (const more of [
    ', keyVariable: sk-secret-1',
    ', apiKey: sk-secret-1',
    ', keyVariable: [sk-secret-1]',
  ]) {
    const problems = problemsOf(endpoint(url, more));
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain('sk-secret');
  }
  expect(problemsOf(endpoint(url, ', keyVariable: sk-secret-1'))[0]).toContain(
    '9 annotators.stance.keyVariable: this is no name of an environment variable',
  );
});

test.each([
  [
    '{ kind: colum }',
    '9 annotators.stance.kind: "colum" is none of linear, column, program, onnx, endpoint',
    'did you mean column?',
  ],
  [
    '{ kind: 5 }',
    '9 annotators.stance.kind: 5 is none of linear',
    'write one of: linear, column, program, onnx, endp',
  ],
  ['{ kind: column }', '9 annotators.stance.label is missing', 'Name of the field that holds the label'],
  ['{ model: x, label: y }', '9 unknown key "label" in annotators.stance', '"label" belongs to kind: column'],
  ['{ kind: column, label: y, modle: x }', '9 unknown key "modle"', 'the keys here are: kind, label, probab'],
  ['{ kind: column, label: y, model: x }', '9 unknown key "model"', '"model" belongs to kind: linear'],
  [
    '{ kind: column, label: y, labels: { a: good } }',
    '9 annotators.stance.labels.a: "good" is none',
    'write one of',
  ],
  [
    '{ kind: column, label: y, probabilities: { favor: f } }',
    '9 annotators.stance.probabilities.against is',
    '',
  ],
  [
    '{ kind: program, command: run.sh }',
    '9 annotators.stance.command: must be a list',
    'The program and its',
  ],
  ['{ kind: program, command: [x], timeoutSeconds: 0 }', '9 annotators.stance.timeoutSeconds: 0 is too', ''],
  ['{ kind: program, command: [x], name: My one }', '9 annotators.stance.name: "My one"', 'lower-case'],
  ['{ kind: onnx }', '9 annotators.stance.model is missing', 'The folder of the model'],
  ['{ kind: onnx, model: m, input: both }', '9 annotators.stance.input: "both" is none of', 'pair, text'],
  ['{ kind: onnx, model: m, markers: ["[T]"] }', '9 annotators.stance.markers', ''],
  [
    '{ kind: onnx, model: m, file: ../model.onnx }',
    '9 annotators.stance.file: "../model.onnx"',
    'inside the',
  ],
  ['{ kind: onnx, model: m, revision: .. }', '9 annotators.stance.revision: ".."', 'a branch, a tag'],
  ['{ kind: onnx, model: m, maxTokens: 1 }', '9 annotators.stance.maxTokens: 1 is too', ''],
  ['{ kind: onnx, model: m, labels: { good: [x] } }', '9 unknown key "good"', 'against, neither, favor'],
  [
    endpoint('https://a.example', ', maxCost: 5'),
    '9 annotators.stance.maxCost: no price is given',
    'under price',
  ],
  [
    endpoint('https://a.example', ', batch: 51'),
    '9 annotators.stance.batch: 51 is too large: at most 50',
    '',
  ],
  [
    endpoint('https://a.example', ', request: { messages: [] }'),
    '9 annotators.stance.request.messages: this field is made by the program',
    'remove it',
  ],
  ['{ kind: endpoint, model: m }', '9 annotators.stance.url is missing', 'Address up to the version'],
  ['column', '9 annotators.stance: must be a group of keys', ''],
])('%s', (stance, message, remedy) => {
  const problems = problemsOf(stance);
  expect(problems[0]).toContain(message);
  expect(problems[0]).toContain(remedy);
});

describe('a translator', () => {
  const translationOf = (written: string) => parse(`{}\n  translation: ${written}`).annotators.translation;

  test('is none unless it is named; each kind has its defaults', () => {
    expect(parse('{}').annotators).not.toHaveProperty('translation');
    expect(translationOf('{ kind: program, command: [translate] }')).toEqual({
      kind: 'program',
      command: ['translate'],
      batch: 256,
      timeoutSeconds: 60,
      name: 'translator',
      version: null,
    });
    expect(translationOf('{ kind: endpoint, url: "https://chat.example/v1", model: m }')).toMatchObject({
      name: 'translator',
      answerTokens: 1_000,
      maxRequests: null,
      maxCost: null,
    });
    const config = parse('{ kind: column, label: code }\n  translation: { kind: column, text: english }');
    expect(config.sources[0]?.fields).toMatchObject({ columns: ['code', 'english'] });
  });

  test('bears on no number, so another one is the same study', () => {
    const one = parse('{}\n  translation: { kind: program, command: [a] }');
    expect(one.digest).toBe(parse('{}').digest);
    expect(one.digest).toBe(parse('{}\n  translation: { kind: program, command: [b] }').digest);
  });

  test('is checked like an annotator', () => {
    const of = (written: string) => problemsOf(`{}\n  translation: ${written}`).join('\n');
    expect(of('{ kind: endpoint, url: "http://far.example/v1", model: m }')).toContain('unencrypted');
    expect(of('{ kind: endpoint, url: "https://chat.example/v1", model: m, keyVariable: sk-1 }')).toContain(
      'annotators.translation.keyVariable',
    );
    expect(of('{ kind: onnx, model: m }')).toContain('annotators.translation.kind');
    expect(of('{ kind: program }')).toContain('annotators.translation.command');
  });
});
