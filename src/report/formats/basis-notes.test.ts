import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { numberPlaces } from '../number-place.ts';
import { renderReport } from '../render-report.ts';

const finding = sampleFinding({ nBins: 30 });
const { document } = parseHTML(renderReport(finding, 'html'));

describe.each(['en', 'ru', 'zh'] as const)('numbers of the page, %s', (language) => {
  const page = parseHTML(renderReport(sampleFinding({ language, nBins: 30 }), 'html')).document;
  const buttons = [...page.querySelectorAll('button[popovertarget]')];

  test('every button opens a note that has a name, and every note has a button', () => {
    const notes = new Set([...page.querySelectorAll('[popover]')].map((note) => note.getAttribute('id')));
    const opened = new Set(buttons.map((button) => button.getAttribute('popovertarget')));
    expect(opened).toEqual(notes);
    for (const note of page.querySelectorAll('[popover]')) {
      const isDialog = note.getAttribute('role') === 'dialog';
      const name = isDialog
        ? page.getElementById(note.getAttribute('aria-labelledby') ?? '')
        : note.firstChild;
      expect(name?.textContent).toMatch(/\S/);
    }
  });

  test('nothing in a note is left without words', () => {
    for (const note of page.querySelectorAll('[popover]'))
      expect(note.textContent).not.toMatch(/undefined|NaN|null/);
  });
});

test('the note of the headline has its number, interval, counts, method and command', () => {
  const id = document.querySelector('.headline .number button')?.getAttribute('popovertarget') ?? '';
  const text = document.getElementById(id)?.textContent ?? '';
  const { estimate } = finding.headline;
  if (estimate.kind !== 'estimate') throw estimate;
  expect(text).toContain(`authors ${estimate.nAuthors.toLocaleString('en-GB')}`);
  expect(text).toContain('uncorrected for classifier error');
  expect(text).toContain(estimate.method);
  expect(text).toContain('groundswell mentions study.yaml events/summit/china/public/effect');
});

test('every estimate of a table can be asked about', () => {
  const cells = [...document.querySelectorAll('#levels tbody td.number')].filter((cell) =>
    /\[/.test(cell.textContent ?? ''),
  );
  expect(cells.length).toBeGreaterThan(3);
  for (const cell of cells) expect(cell.querySelector('button')).not.toBeNull();
});

test('a place names one number, apart from its variants', () => {
  const main = [...numberPlaces(finding).values()].filter(
    ({ kind }) => kind === 'series' || kind === 'level',
  );
  expect(new Set(main.map(({ id }) => id)).size).toBe(main.length);
});
