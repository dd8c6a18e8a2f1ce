import { beforeAll, describe, expect, test } from 'vitest';
import { COMMON_SENSE_CASES, placesOf } from '../../../models/training/common-sense-cases.ts';
import type { StanceAnnotator, StanceResult } from './annotator.ts';
import { DEFAULT_STANCE_MODEL, loadStanceAnnotator, readAnnotatorDigest } from './load-annotator.ts';

let annotator: StanceAnnotator;
beforeAll(async () => {
  annotator = await loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
});

async function annotate(text: string, target: string, language: string): Promise<StanceResult> {
  const [result] = await annotator.annotate([{ text, spans: placesOf(text, target), language }]);
  return result as StanceResult;
}

describe('the name of the target changes nothing', () => {
  const sentences = [
    [
      'ru',
      'Китай',
      ['Индия', 'США', 'Соединённые Штаты Америки', 'враг', 'Ё'],
      '{} нас подвёл, качество ужасное. Но {} обещает исправиться.',
    ],
    [
      'ru',
      'Китай',
      ['Индия', 'Россия'],
      `${'Долгое вступление без смысла, '.repeat(9)}{} хорош, {} плох, {}{}${' и ещё слова'.repeat(20)}`,
    ],
    ['en', 'China', ['India', 'Japan', 'the United States', 'evil'], '{} lied to us again, but {} pays well'],
    ['zh', '中国', ['印度', '美国', '俄罗斯联邦', '垃圾'], '{}很好，{}是朋友。{}{}'],
  ] as const;
  test.each(sentences)('%s: %s', async (language, name, others, pattern) => {
    const read = async (target: string): Promise<StanceResult> => {
      const spans: [number, number][] = [];
      let text = '';
      for (const [i, part] of pattern.split('{}').entries()) {
        if (i > 0) {
          spans.push([text.length, text.length + target.length]);
          text += target;
        }
        text += part;
      }
      return (await annotator.annotate([{ text, spans, language }]))[0] as StanceResult;
    };
    const first = await read(name);
    for (const other of others) expect(await read(other)).toEqual(first);
  });
});

describe('plain sentences', () => {
  const obvious = COMMON_SENSE_CASES.filter((one) => one.obvious === true);
  test.each(obvious.map((one) => [one.expected, one] as const))(
    '%s: $text',
    async (expected, { text, target, language }) => {
      expect((await annotate(text, target, language)).label, text).toBe(expected);
    },
  );

  test('at least four of five of the whole suite', async () => {
    const labels = await Promise.all(
      COMMON_SENSE_CASES.map(async (one) => (await annotate(one.text, one.target, one.language)).label),
    );
    const hits = COMMON_SENSE_CASES.filter((one, i) => labels[i] === one.expected);
    expect(hits.length / COMMON_SENSE_CASES.length).toBeGreaterThanOrEqual(0.8);
  });
});

test('a long text is read around the target only', async () => {
  const near = 'China betrayed its friends, I will never trust them';
  const [short, long] = await Promise.all(
    [near, `${'word '.repeat(2_000)}. ${near}`].map((text) => annotate(text, 'China', 'en')),
  );
  expect(long?.label).toBe(short?.label);
});

test('the digest goes by the files', async () => {
  const spec = { kind: 'linear', model: DEFAULT_STANCE_MODEL } as const;
  const digest = await readAnnotatorDigest(spec, '.');
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(await readAnnotatorDigest(spec, 'elsewhere')).toBe(digest);
});

test('a missing model is named', async () => {
  await expect(loadStanceAnnotator({ kind: 'linear', model: './nowhere' }, '/study')).rejects.toThrow(
    /\/study\/nowhere/,
  );
});
