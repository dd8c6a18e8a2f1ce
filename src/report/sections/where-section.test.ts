import { describe, expect, test } from 'vitest';
import { CHINESE_PLACES, CODED_ONLY_PLACES } from '../../text/chinese-places.ts';
import type { PlaceName } from '../../text/place-name.ts';
import { RUSSIAN_PLACES } from '../../text/russian-places.ts';
import type { Table } from '../block.ts';
import { CHINESE_TILES, RUSSIAN_TILES } from '../charts/tile-positions.ts';
import { composeReport } from '../compose-report.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { sampleRegions } from '../fixtures/sample-regions.ts';
import { lintReport } from '../lint-report.ts';
import { createReportContext } from '../report-context.ts';
import { composeWhere } from './where-section.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
const findingIn = (language: (typeof LANGUAGES)[number]) => ({
  ...sampleFinding({ language }),
  regions: sampleRegions(),
});
const sectionIn = (language: (typeof LANGUAGES)[number] = 'en') =>
  composeWhere(createReportContext(findingIn(language))) ?? expect.unreachable();
const tables = (language: (typeof LANGUAGES)[number] = 'en'): Table[] =>
  sectionIn(language).blocks.flatMap((block) =>
    block.kind === 'table' ? [block.table] : block.kind === 'figure' ? [block.figure.table] : [],
  );
const figure = sectionIn().blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))[0];

test('a finding without regions has no such section', () => {
  expect(composeWhere(createReportContext(sampleFinding()))).toBe(null);
});

test.each(LANGUAGES)('every number is bound and none speaks of a population, %s', (language) => {
  const finding = findingIn(language);
  const { problems, statements } = lintReport(composeReport(finding), finding);
  expect(problems).toEqual([]);
  expect(statements.filter(({ section }) => section === 'where').length).toBeGreaterThan(20);
});

test('every code of the standard has one tile and every tile a name', () => {
  const codes = (list: readonly PlaceName[]): string[] => list.map(([code]) => code).sort();
  expect(Object.keys(RUSSIAN_TILES).sort()).toEqual(codes([...RUSSIAN_PLACES]));
  expect(Object.keys(CHINESE_TILES).sort()).toEqual(codes([...CHINESE_PLACES, ...CODED_ONLY_PLACES]));
  for (const tiles of [RUSSIAN_TILES, CHINESE_TILES])
    expect(new Set(Object.values(tiles).map(String)).size).toBe(Object.keys(tiles).length);
});

test('codes stand on the map under their names; what has no code, the rest and what is unknown in the table beside it', () => {
  const [mapped, others] = tables();
  expect(mapped?.rows.map((row) => [row[0]?.text, row[0]?.note])).toEqual([
    ['Heilongjiang', 'CN-HL'],
    ['Moscow', 'RU-MOW'],
    ['Omsk Oblast', 'RU-OMS'],
    ['Saint Petersburg', 'RU-SPE'],
    ['Tomsk Oblast', 'RU-TOM'],
    ['Moscow', 'RU-MOW'],
  ]);
  expect(others?.rows.map((row) => row[0]?.text)).toEqual([
    'UA-43',
    'all other places',
    'no region stated',
    'no region stated',
  ]);
  expect(tables('ru')[0]?.rows[2]?.[0]?.text).toBe('Омская область');
  expect(tables('zh')[0]?.rows[0]?.[0]?.text).toBe('黑龙江');
});

test('each number leads to what it rests on', () => {
  expect(tables()[0]?.rows[1]?.[3]?.number).toMatchObject({
    id: 'regions/china/public/RU-MOW/level',
    place: { kind: 'region', id: 'RU-MOW' },
  });
  const report = composeReport(findingIn('ru'));
  const place = tables('ru')[0]?.rows[1]?.[3]?.number ?? expect.unreachable();
  expect(report.basisOf(place).title).toContain('Москва');
});

test('it says whether regions differ, and not where a test was not possible', () => {
  const [items] = sectionIn().blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
  const order = sectionIn().blocks.map(({ kind }) => kind);
  expect(order.indexOf('list')).toBeGreaterThan(order.indexOf('figure'));
  expect(items?.[0]).toContain('differ by more than chance (p\u00a0=\u00a00.031');
  expect(items?.[1]).toContain('too few regions');
  expect(items?.[1]).not.toContain('withheld');
});

test('tiers stand in their order with the difference by step', () => {
  const tier = tables()[2];
  expect(tier?.rows.map((row) => [row[0]?.text, row[3]?.text])).toEqual([
    ['Big cities', ''],
    ['Far away', '+17.0'],
  ]);
});

describe.each(['narrow', 'wide'] as const)('tiles, %s', (width) => {
  const [chinese, russian] = [1, 0].map((i) => figure?.panels[i]?.draw(width));
  const textsOf = (body = ''): string[] =>
    [...body.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text as string);

  test('the number stands in the tile; unknown, rest and withheld have tiles of their own', () => {
    const texts = textsOf(russian?.body);
    for (const text of ['MOW', '−12.3', 'no region stated', '−8.6', 'all other places'])
      expect(texts).toContain(text);
    expect(texts).toContain('places withheld: 1');
    expect(texts.filter((text) => /^[A-Z]{2,3}$/.test(text))).toHaveLength(83);
  });

  test('sign by number, colour and outline; what cannot be told has a pattern', () => {
    expect(russian?.body).toContain('var(--line-1)');
    expect(russian?.body).toContain('stroke-dasharray="3 2"');
    expect(russian?.body).toContain('url(#hatch-too-few)');
    expect(russian?.body).toContain('url(#hatch-no-collection)');
  });

  test('territories known by their code alone are drawn where posts carry it', () => {
    expect(textsOf(chinese?.body)).not.toContain('TW');
    expect(textsOf(chinese?.body)).toContain('HL');
  });

  test('it is as wide as its page', () => {
    expect(russian?.width).toBe(width === 'wide' ? 940 : 380);
  });
});
