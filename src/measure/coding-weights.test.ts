import { expect, test } from 'vitest';
import type { CodedMention, CodingStratum } from '../domain/coding.ts';
import type { DocumentId } from '../domain/identifiers.ts';
import { weighCodings } from './coding-weights.ts';
import { dayOfDate } from './time-bins.ts';

function stratum(wave: string, start: string, end: string, nCoded: number): CodingStratum {
  const period = { start, end };
  return {
    wave,
    id: `${wave}/${start}`,
    target: 'china',
    class: 'public',
    period,
    modelLabel: null,
    nPopulation: 1000,
    nDrawn: nCoded,
    nCoded,
  };
}

function coded(wave: string, date: string, probability: number, weight = 1): CodedMention {
  return {
    documentId: 1n as DocumentId,
    target: 'china',
    wave,
    stratum: `${wave}/${date}`,
    inclusionProbability: probability,
    label: 'favor',
    class: 'public',
    source: 'forum',
    language: 'ru',
    day: dayOfDate(date),
    author: 1n,
    cluster: 1n,
    weight,
    pAgainst: 0,
    pNeither: 0,
    pFavor: 1,
    modelLabel: 'favor',
  };
}

test('waves of the same days share them by how densely they were coded', () => {
  const strata = [
    stratum('a', '2024-01-01', '2024-07-01', 300),
    stratum('b', '2024-01-01', '2024-04-01', 100),
  ];
  const { codings, isCovered } = weighCodings(
    [coded('a', '2024-02-01', 0.3), coded('b', '2024-02-01', 0.1), coded('a', '2024-05-01', 0.3, 2)],
    strata,
  );
  // 300 codings of wave a stand for 750 of 1,000 mentions, 100 of wave b for the other 250.
  expect(codings.map(({ expansion }) => expansion)).toEqual([
    expect.closeTo(0.75 / 0.3, 12),
    expect.closeTo(0.25 / 0.1, 12),
    expect.closeTo(1 / 0.3, 12),
  ]);
  expect(codings[2]?.weight).toBeCloseTo(2 / 0.3, 12);
  expect(isCovered(dayOfDate('2024-06-30'))).toBe(true);
  expect(isCovered(dayOfDate('2024-07-01'))).toBe(false);
});

test('mentions without an annotation stand for nothing', () => {
  const { codings } = weighCodings(
    [coded('a', '2024-02-01', 0.3, 0)],
    [stratum('a', '2024-01-01', '2024-07-01', 300)],
  );
  expect(codings).toEqual([]);
});
