import { expect, test } from 'vitest';
import { WORKBENCH_VIEWS } from '../../src/domain/workbench-view.ts';
import { composeReport } from '../../src/report/compose-report.ts';
import { sampleFinding } from '../../src/report/fixtures/sample-finding.ts';
import { periodAt, shareOfSpan } from '../../web/src/charts/read-position.ts';
import { placeOf } from '../../web/src/state/location.ts';
import { readPreferences } from '../../web/src/state/preferences.ts';
import { sectionsOf } from '../../web/src/views/view-sections.ts';

test('an address names a view; any other is the overview', () => {
  expect(placeOf({ pathname: '/claims', search: '?a=1' })).toEqual({ view: 'claims', search: '?a=1' });
  for (const pathname of ['/', '/nowhere', '/claims/x', '//claims'])
    expect(placeOf({ pathname, search: '' }).view).toBe('overview');
});

test('choices that are damaged, unknown or out of reach are as none', () => {
  const none = { theme: 'system', language: null };
  for (const kept of [null, '', '{', '[]', '7', '{"theme":"pink","language":"xx"}'])
    expect(readPreferences({ getItem: () => kept })).toEqual(none);
  const closed = {
    getItem: () => {
      throw new DOMException('denied');
    },
  };
  expect(readPreferences(closed)).toEqual(none);
  expect(readPreferences({ getItem: () => '{"theme":"dark","language":"zh"}' })).toEqual({
    theme: 'dark',
    language: 'zh',
  });
});

test('every section of the report stands in one view, in none twice', () => {
  const { sections } = composeReport(sampleFinding());
  const shown = WORKBENCH_VIEWS.flatMap((view) => sectionsOf(view, sections).map(({ id }) => id));
  expect(shown.toSorted()).toEqual(sections.map(({ id }) => id).toSorted());
});

test('a place on the time axis leads to its period, in a hole to the nearest, and nowhere without periods', () => {
  const span = { start: '2024-01-01', end: '2024-01-11' };
  const periods = [
    { start: '2024-01-01', end: '2024-01-03' },
    { start: '2024-01-03', end: '2024-01-05' },
    { start: '2024-01-09', end: '2024-01-11' },
  ];
  expect(shareOfSpan(span, '2024-01-06')).toBe(0.5);
  expect([-0.2, 0, 0.19, 0.2, 0.45, 0.7, 0.8, 1, 1.3].map((at) => periodAt(span, periods, at))).toEqual([
    0, 0, 0, 1, 1, 2, 2, 2, 2,
  ]);
  expect(periodAt(span, [], 0.5)).toBe(-1);
});
