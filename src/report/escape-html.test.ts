import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { escapeHtml, html, showUnsafeCharacters } from './escape-html.ts';

test('escaped text reads back as the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const page = html`<!doctype html><html><body><p title="${text}">${text}</p></body></html>`.source;
      const p = parseHTML(page).document.querySelector('p') as unknown as { textContent: string };
      expect(p.textContent.replace(/\r\n?/g, '\n')).toBe(showUnsafeCharacters(text).replace(/\r\n?/g, '\n'));
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});

test('characters that reorder a line are shown by number', () => {
  expect(escapeHtml('a\u202eb')).toBe('a[U+202E]b');
});
