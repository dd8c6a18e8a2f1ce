import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustodyEntry, CustodyHead } from '../domain/custody.ts';
import { custodyLine, headOf, readCustodyLog } from './custody-log.ts';

function logOf(n: number): string {
  let text = '';
  for (let i = 0; i < n; i++) {
    const entry: Omit<CustodyEntry, 'n' | 'previous' | 'digest'> = {
      time: new Date(Date.UTC(2024, 0, 1 + i)).toISOString(),
      version: '0.1.0',
      action: i === 0 ? 'run' : 'report',
      command: 'run',
      manifestBefore: i === 0 ? null : 'a'.repeat(64),
      manifestAfter: 'a'.repeat(64),
      facts: { records: i },
    };
    text += custodyLine(entry, headOf(readCustodyLog(text)));
  }
  return text;
}

const LOG = logOf(5);
const linesOf = (text: string): string[] => text.trimEnd().split('\n');
/** A line with other facts and a digest that fits. */
function rewritten(line: string): string {
  const { digest: _, n, previous, ...entry } = JSON.parse(line) as CustodyEntry;
  return custodyLine({ ...entry, facts: { records: 7 } }, { lines: n - 1, head: previous }).trimEnd();
}
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

test('a log that was only added to is whole, and an empty one too', () => {
  const log = readCustodyLog(LOG);
  expect(log.broken).toBe(null);
  expect(log.entries.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  expect(readCustodyLog('')).toEqual({ entries: [], hashes: [], broken: null });
  expect(headOf(readCustodyLog(''))).toEqual({ lines: 0, head: '0'.repeat(64) } satisfies CustodyHead);
});

test('a line that was changed breaks the next one, one taken out or put in itself', () => {
  const lines = linesOf(LOG);
  const changed = lines.with(1, rewritten(lines[1] as string));
  expect(readCustodyLog(joined(changed)).broken).toMatchObject({ line: 3 });
  expect(readCustodyLog(joined(lines.toSpliced(2, 1))).broken).toMatchObject({ line: 3 });
  expect(readCustodyLog(joined(lines.toSpliced(2, 0, lines[1] as string))).broken).toMatchObject({ line: 3 });
  expect(readCustodyLog(joined([lines[1] as string, ...lines])).broken).toMatchObject({ line: 1 });
  expect(readCustodyLog(LOG.slice(0, -5)).broken).toMatchObject({
    line: 5,
    problem: expect.stringContaining('cut off'),
  });
});

test('a byte changed anywhere is seen, with its line or the next', () => {
  fc.assert(
    fc.property(fc.nat(LOG.length - 1), fc.integer({ min: 33, max: 126 }), (at, code) => {
      const text = `${LOG.slice(0, at)}${String.fromCharCode(code)}${LOG.slice(at + 1)}`;
      if (text === LOG) return;
      const line = LOG.slice(0, at).split('\n').length;
      const { broken } = readCustodyLog(text);
      expect(broken?.line).toBeGreaterThanOrEqual(line);
      expect(broken?.line).toBeLessThanOrEqual(line + 1);
    }),
  );
});

test('of a last line written anew, its hash tells', () => {
  const lines = linesOf(LOG);
  const changed = joined(lines.with(4, rewritten(lines[4] as string)));
  expect(readCustodyLog(changed).broken).toBe(null);
  expect(headOf(readCustodyLog(changed)).head).not.toBe(headOf(readCustodyLog(LOG)).head);
});

test('any text is read without a throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void readCustodyLog(text)));
  for (const line of ['null', '[]', '{}', '7', '"x"'])
    expect(readCustodyLog(`${line}\n`).broken?.line).toBe(1);
});
