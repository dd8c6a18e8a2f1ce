import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Estimate, Series } from '../domain/estimate.ts';
import { StudyError, StudyProblems } from '../errors/errors.ts';
import { comparePoll } from './compare-polls.ts';
import { readPollTable } from './poll-table.ts';
import { dateOfDay, dayOfDate } from './time-bins.ts';

const HEAD = 'start,end,n,value,source,question';
const read = (text: string, minimum: 0 | -1 = -1) => readPollTable(text, { path: 'polls.csv', minimum });

function problems(text: string, minimum: 0 | -1 = -1): string[] {
  try {
    read(text, minimum);
  } catch (error) {
    const all = error instanceof StudyProblems ? error.problems : [error as StudyError];
    return all.map((one) => `${one.position?.path}:${one.position?.line} ${one.code} ${one.message}`);
  }
  return [];
}

describe('the table of polls', () => {
  test('rows in any order and delimiter become waves in order of time; the last day belongs to the fieldwork', () => {
    const text = `\uFEFFdate;n;value;source;question\n2024-03-05;1000;-0.1;Pollster;"Toward China; in general"\n\n2024-01-05;1001;0.2;Pollster;"Toward China; in general"\n`;
    expect(read(text)).toEqual([
      {
        source: 'Pollster',
        question: 'Toward China; in general',
        period: { start: '2024-01-05', end: '2024-01-06' },
        nRespondents: 1001,
        value: 0.2,
      },
      expect.objectContaining({ value: -0.1 }),
    ]);
  });

  test('every bad row is told with its file and line', () => {
    const rows = [
      '2024-01-01,2024-01-05,1000,0.4,P,Q',
      '2024-02-30,2024-03-01,1000,0.4,P,Q',
      '2024-03-05,2024-03-01,1000,0.4,P,Q',
      '2024-03-01,2024-03-05,about 1000,0.4,P,Q',
      '2024-03-01,2024-03-05,1000,43,P,Q',
      '2024-03-01,2024-03-05,1000,"0,43",P,Q',
      '2024-03-01,2024-03-05,1000,0.4,,Q',
      '2024-03-01,2024-03-05,1000,0.4',
    ];
    expect(problems([HEAD, ...rows].join('\n'), 0)).toEqual([
      'polls.csv:3 study/poll-row "2024-02-30" is not a day; write YYYY-MM-DD',
      'polls.csv:4 study/poll-row the fieldwork ends on 2024-03-01, before its start 2024-03-05',
      'polls.csv:5 study/poll-row n is "about 1000"; write the number of respondents, a whole number above 0',
      'polls.csv:6 study/poll-row value 43 lies outside 0 to 1; write 0.43, not 43',
      'polls.csv:7 study/poll-row value is "0,43"; write a number with a decimal point',
      'polls.csv:8 study/poll-row source or question is empty; name who asked and what',
      'polls.csv:9 study/poll-row 4 cells under 6 columns',
    ]);
    expect(problems('date,n,source\n2024-01-01,5,P')[0]).toContain(
      'study/poll-columns polls.csv has no value, question',
    );
    expect(problems(`${HEAD}\n`)[0]).toContain('has no rows');
    expect(problems('')[0]).toContain('study/poll-columns');
  });

  test('any text is a table or a told problem', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (line, cells) => {
        for (const text of [line, `${HEAD}\n${line}`, `${HEAD}\n${cells.join(',')}`]) {
          try {
            read(text);
          } catch (error) {
            expect(error instanceof StudyError || error instanceof StudyProblems).toBe(true);
          }
        }
      }),
    );
  });
});

const weekly = (values: readonly (number | null)[]): Series => ({
  id: 'china/public/net-balance',
  target: 'china',
  stratum: { class: 'public' },
  measure: 'net-balance',
  estimates: values.map((value, i): Estimate => {
    const start = dayOfDate('2024-01-01') + 7 * i;
    const period = { start: dateOfDay(start), end: dateOfDay(start + 7) };
    const counts = { period, nDocuments: 100, nAuthors: 50, nClusters: 90 };
    return value === null
      ? { kind: 'not-estimable', reason: 'no-collection', ...counts }
      : {
          kind: 'estimate',
          ...counts,
          value,
          standardError: 0.02,
          interval: { lower: value - 0.04, upper: value + 0.04, level: 0.95 },
          effectiveSampleSize: 90,
          method: '',
          correction: 'none',
          mix: 'observed',
        };
  }),
});
const CONFIG = {
  id: 'p',
  label: 'P',
  path: 'polls.csv',
  target: 'china',
  class: 'public',
  measure: 'net-balance',
} as const;
const compare = (series: Series, rows: readonly string[]) =>
  comparePoll(CONFIG, read([HEAD, ...rows].join('\n')), { series: [series], confidenceLevel: 0.95 });

describe('a poll beside the index', () => {
  const series = weekly([0.1, 0.2, null, -0.2, -0.3, -0.1]);

  test('the index of a wave is the mean over its days of fieldwork', () => {
    const { waves } = compare(series, [
      '2024-01-05,2024-01-09,1000,0.3,P,Q',
      '2024-01-15,2024-01-20,1000,0.3,P,Q',
    ]);
    expect(waves[0]?.index?.value).toBeCloseTo((3 * 0.1 + 2 * 0.2) / 5, 12);
    expect(waves[0]?.index?.standardError).toBeCloseTo(0.02, 12);
    expect(waves[1]).toMatchObject({ index: null, reason: 'no-collection' });
    expect(compare(series, ['2023-01-05,2023-01-09,1000,0.3,P,Q']).waves[0]?.reason).toBe('outside-period');
  });

  test('agreement and disagreement of changes are counted within one question of one source', () => {
    const { changes, agreement } = compare(series, [
      '2024-01-01,2024-01-07,1000,0.3,P,Q',
      '2024-01-08,2024-01-14,1000,0.35,P,Q',
      '2024-01-22,2024-01-28,1000,0.6,P,Q',
      '2024-01-22,2024-01-28,1000,0.6,Other,Q',
    ]);
    expect(changes).toHaveLength(2);
    expect(agreement).toMatchObject({ nWaves: 4, nChanges: 2, nSameSign: 1, nDiffer: 1, spearman: null });
    expect(changes[1]?.difference.value).toBeCloseTo(0.25 + 0.4, 12);
    expect(agreement.sameSign?.interval.lower).toBeGreaterThan(0);
  });

  test('every interval has a width, whatever the values', () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
        const rows = values.map((v, i) => `2024-01-0${i + 1},2024-01-0${i + 1},${1 + i},${v},P,Q`);
        const { waves, changes, agreement } = compare(series, rows);
        for (const { interval } of waves) expect(interval.upper).toBeGreaterThan(interval.lower);
        for (const { difference } of changes) expect(difference.standardError).toBeGreaterThan(0);
        for (const one of [agreement.sameSign, agreement.spearman, agreement.kendall]) {
          if (one !== null) expect(one.interval.upper).toBeGreaterThan(one.interval.lower);
        }
      }),
    );
  });
});
