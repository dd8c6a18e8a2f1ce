import { expect, test } from 'vitest';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { renderReport } from '../render-report.ts';
import { fitsOneLine } from './fits-one-line.ts';

const table = (nColumns: number, text: string) => ({
  caption: '',
  columns: Array.from({ length: nColumns }, () => ({ label: '', numeric: true })),
  rows: [
    Array.from({ length: nColumns }, () => ({ text: '1' })),
    Array.from({ length: nColumns }, () => ({ text, note: '[−10.0, +10.0]' })),
  ],
});

test('intervals stand beside their numbers where the longest cells fit on A4', () => {
  expect(fitsOneLine(table(5, '+1.0'))).toBe(true);
  expect(fitsOneLine(table(8, '+1.0'))).toBe(false);
  expect(fitsOneLine(table(5, '今年一月以来的净倾向'))).toBe(false);
});

test('the tables of a page say which they are, and paper has the first digits of a hash', () => {
  const page = renderReport(sampleFinding(), 'html');
  expect(page).toMatch(/<table role="table" class="[^"]*one-line/);
  expect(page).toMatch(/<table role="table" class="stack"/);
  const [whole] = sampleFinding().exhibits;
  const hash = whole?.recordHash ?? expect.unreachable();
  expect(page).toContain(`<code>${hash.slice(0, 16)}<span class="rest">${hash.slice(16)}</span></code>`);
});
