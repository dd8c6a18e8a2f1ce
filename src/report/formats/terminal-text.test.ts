import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terminalCut, terminalLine, terminalWidth, terminalWrap } from './terminal-text.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'я', '语', '🙂', ' ', '\u0301', '\n', '\u001b'),
  maxLength: 60,
});

test('no line is wider than asked, and wrapping loses nothing but spaces', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (raw, columns) => {
      const line = terminalLine(raw);
      expect(terminalWidth(terminalCut(line, columns))).toBeLessThanOrEqual(columns);
      const lines = terminalWrap(line, columns);
      for (const one of lines) expect(terminalWidth(one)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
    }),
  );
});

test('characters that steer a terminal are shown, not sent', () => {
  expect(terminalLine('a\u001b[31m\r\nb\u202e')).toBe('a\ufffd[31m b[U+202E]');
});

test('East Asian characters and emoji take two columns, marks none', () => {
  expect(terminalWidth('中国')).toBe(4);
  expect(terminalWidth('🙂')).toBe(2);
  expect(terminalWidth('й'.normalize('NFD'))).toBe(1);
});
