import { expect, test } from 'vitest';
import { REPORT_SECTIONS } from '../../src/report/compose-report.ts';
import { composeMultiverseCurve } from '../../src/report/sections/multiverse-curve.ts';
import { composeMultiverse } from '../../src/report/sections/multiverse-section.ts';
import { periodAt, shareOfSpan } from '../../web/src/charts/read-position.ts';
import { placeOf } from '../../web/src/state/location.ts';
import { readPreferences } from '../../web/src/state/preferences.ts';
import { CLAIMS_SECTIONS } from '../../web/src/views/finding/claims-sections.ts';
import { METHOD_SECTIONS } from '../../web/src/views/finding/method-sections.ts';
import { WHERE_SECTIONS } from '../../web/src/views/finding/where-sections.ts';
import { WHY_SECTIONS } from '../../web/src/views/finding/why-sections.ts';
import { OVERVIEW_SECTIONS } from '../../web/src/views/overview/overview-sections.ts';

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
  const shown = [
    ...OVERVIEW_SECTIONS,
    ...WHY_SECTIONS,
    ...WHERE_SECTIONS,
    ...CLAIMS_SECTIONS,
    ...METHOD_SECTIONS,
  ].map(({ name }) => name);
  // The page has room for the curve: its section is the report's, and the curve.
  const expected = REPORT_SECTIONS.map(({ name }) =>
    name === composeMultiverse.name ? composeMultiverseCurve.name : name,
  );
  expect(shown.toSorted()).toEqual(expected.toSorted());
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
