import { expect, test } from 'vitest';
import type { ExhibitCandidate } from '../store/queries/exhibit-candidates.ts';
import { selectExhibits } from './select-exhibits.ts';

const LONG = `${'Before the name stands a long clause, '.repeat(8)}then China and ${'after it another one, '.repeat(12)}the end.`;

function candidate(text: string, name = 'public'): ExhibitCandidate {
  const start = text.indexOf('China');
  return {
    documentId: 7n,
    target: 'china',
    class: name,
    source: 'forum',
    side: 'favor',
    probability: 7_000,
    text,
    start,
    end: start + 5,
    publishedAt: 0,
    precision: 'day',
    language: 'en',
    url: null,
    recordHash: 'ab',
    nCopies: 1,
  };
}

const select = (text: string, name?: string) =>
  selectExhibits([candidate(text, name)], {
    privacy: { profile: 'pseudonymous', institutions: ['officials'] } as never,
    seed: 1,
  })[0];

test('a sentence that fits is whole', () => {
  const exhibit = select('It rains. People here like China. It snows.');
  expect(exhibit?.text).toBe('People here like China.');
  expect(exhibit?.cut).toEqual({ before: false, after: false });
});

test('a private sentence cut for its length says on which sides', () => {
  const exhibit = select(LONG);
  expect(exhibit?.text.length).toBeLessThanOrEqual(160);
  expect(exhibit?.cut).toEqual({ before: true, after: true });
  expect(select(`China ${'and so on '.repeat(40)}.`)?.cut).toEqual({ before: false, after: true });
});
