import { expect, test } from 'vitest';
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

test.each([
  [
    '{ kind: colum }',
    '9 annotators.stance.kind: "colum" is none of linear, column, program',
    'did you mean column?',
  ],
  ['{ kind: 5 }', '9 annotators.stance.kind: 5 is none of linear', 'write one of: linear, column, program'],
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
  ['column', '9 annotators.stance: must be a group of keys', ''],
])('%s', (stance, message, remedy) => {
  const problems = problemsOf(stance);
  expect(problems[0]).toContain(message);
  expect(problems[0]).toContain(remedy);
});
