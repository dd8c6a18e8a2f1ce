import { expect, test } from 'vitest';
import { BASELINES } from '../../bench/stance/baselines.ts';
import type { FoldedRows } from '../../bench/stance/corpora.ts';
import type { GoldRow } from '../../src/annotate/stance/gold.ts';

const CLASSES = ['against', 'neither', 'favor'];

/** Twenty sentences that praise one of two names and blame the other, each coded toward both. */
function contrasts(): FoldedRows {
  const rows = Array.from({ length: 20 }, (_, i): GoldRow[] => {
    const [good, bad] = i % 2 === 0 ? ['Alvia', 'Borea'] : ['Borea', 'Alvia'];
    const text = `I admire ${good} while I despise ${bad} number ${i}`;
    const row = (target: string, label: GoldRow['label']): GoldRow => {
      const start = text.indexOf(target);
      const span = [start, start + target.length] as const;
      const place = { group: `g${i}`, language: 'en', domain: 'd', targetKind: null };
      return { id: `${i}-${label}`, ...place, text, target, span, label };
    };
    return [row(good as string, 'favor'), row(bad as string, 'against')];
  }).flat();
  return { rows, folds: Int32Array.from(rows, (row) => Number(row.group.slice(1)) % 5) };
}

/** Decided labels, in the order of the rows. */
function decided(name: string, corpus: FoldedRows): string[] {
  const predictions = BASELINES[name]?.(corpus, 1) ?? [];
  return predictions.map((one) => CLASSES[one.decided ?? 3] as string);
}

test('n-grams that do not know the target say the same of both targets of a sentence', () => {
  const corpus = contrasts();
  const labels = decided('n-grams', corpus);
  expect(labels).toHaveLength(corpus.rows.length);
  for (let i = 0; i < labels.length; i += 2) expect(labels[i]).toBe(labels[i + 1]);
});

test('n-grams that know the target tell both targets of an unseen sentence apart', () => {
  const corpus = contrasts();
  expect(decided('n-grams, target', corpus)).toEqual(corpus.rows.map((row) => row.label));
});

test('the lexicon weighs praise and blame around the target and decides neither where they balance', () => {
  const { rows, folds } = contrasts();
  const [first] = rows as [GoldRow];
  const of = (text: string): GoldRow => ({ ...first, text, span: null });
  const some = [of('A reliable friend'), of('A disgusting enemy'), of('A reliable enemy'), of('A table')];
  expect(decided('lexicon', { rows: some, folds: folds.slice(0, 4) })).toEqual([
    'favor',
    'against',
    'neither',
    'neither',
  ]);
});

test('the majority is that of the other folds', () => {
  const [first] = contrasts().rows as [GoldRow];
  const rows = (['favor', 'favor', 'against'] as const).map((label) => ({ ...first, label }));
  expect(decided('majority', { rows, folds: Int32Array.from([0, 0, 1]) })).toEqual([
    'against',
    'against',
    'favor',
  ]);
});
