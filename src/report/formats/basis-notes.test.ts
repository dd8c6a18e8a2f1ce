import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { numberPlaces } from '../number-place.ts';
import { renderReport } from '../render-report.ts';

const finding = sampleFinding({ nBins: 30 });
const { document } = parseHTML(renderReport(finding, 'html'));

/** What a click on a number shows of it: its row, and what its note says of all rows. */
function shownBy(link: { getAttribute(name: string): string | null } | null, page = document): string {
  const row = page.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
  const note = row?.closest('[popover]');
  return [row, note?.querySelector('.head'), ...(note?.querySelectorAll('div > p') ?? [])]
    .map((one) => one?.textContent)
    .join('\n');
}

describe.each(['en', 'ru', 'zh'] as const)('numbers of the page, %s', (language) => {
  const page = parseHTML(renderReport(sampleFinding({ language, nBins: 30 }), 'html')).document;
  const links = [...page.querySelectorAll('a[href^="#r"]')].filter((link) =>
    /^#r\d+$/.test(link.getAttribute('href') ?? ''),
  );

  test('every number leads to a row of a note that has a name, and every row has a number', () => {
    const rows = new Set([...page.querySelectorAll('[popover] tbody tr')].map((row) => `#${row.id}`));
    expect(new Set(links.map((link) => link.getAttribute('href')))).toEqual(rows);
    for (const note of page.querySelectorAll('[popover]'))
      expect(page.getElementById(note.getAttribute('aria-labelledby') ?? '')?.textContent).toMatch(/\S/);
  });

  test('a note closes to the table from which it was opened', () => {
    for (const note of page.querySelectorAll('[popover]'))
      for (const link of note.querySelectorAll('a'))
        expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull();
  });

  test('rows are whole, and nothing in a note is left without words', () => {
    for (const note of page.querySelectorAll('[popover]')) {
      expect(note.textContent).not.toMatch(/undefined|NaN|null/);
      const width = note.querySelectorAll('thead th').length;
      for (const row of note.querySelectorAll('tbody tr')) expect(row.children.length).toBe(width);
    }
  });

  test('the command of a number is put together from its note and its row', () => {
    const known = new Set([...numberPlaces(finding).values()].map(({ id }) => id));
    for (const note of page.querySelectorAll('[popover]')) {
      const start = [...note.querySelectorAll('p code')].at(-1)?.textContent ?? '';
      for (const row of note.querySelectorAll('tbody tr')) {
        const command = start + (row.lastElementChild?.textContent?.trim() ?? '');
        expect(known).toContain(command.replace('groundswell mentions study.yaml ', ''));
      }
    }
  });
});

test('the note of the headline has its number, interval, counts, method and command', () => {
  const text = shownBy(document.querySelector('.headline .number a'));
  const { estimate } = finding.headline;
  if (estimate.kind !== 'estimate') throw estimate;
  for (const count of [estimate.nDocuments, estimate.nAuthors, estimate.nClusters])
    expect(text).toContain((count ?? 0).toLocaleString('en-GB'));
  expect(text).toContain('uncorrected for classifier error');
  expect(text).toContain(estimate.method);
  expect(text).toContain('groundswell mentions study.yaml events/summit/china/public/effect');
});

test('every estimate of a table can be asked about', () => {
  const cells = [...document.querySelectorAll('#levels tbody td.number')].filter((cell) =>
    /\[/.test(cell.textContent ?? ''),
  );
  expect(cells.length).toBeGreaterThan(3);
  for (const cell of cells) {
    const shown = cell.querySelector('.value')?.textContent ?? '?';
    expect(shownBy(cell.querySelector('a'))).toContain(shown);
  }
});

test('a place names one number, apart from its variants', () => {
  const main = [...numberPlaces(finding).values()].filter(
    ({ kind }) => kind === 'series' || kind === 'level',
  );
  expect(new Set(main.map(({ id }) => id)).size).toBe(main.length);
});
