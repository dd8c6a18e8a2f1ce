import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('each attack in docs/security.md has the test that is named there', () => {
  const [, section = ''] = readFileSync('docs/security.md', 'utf8').split('\n## Attacks that are tested\n');
  const rows = (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
    .slice(2);
  expect(rows.length).toBeGreaterThan(10);
  const missing = rows.filter(([, , file = '', name = '']) => {
    const source = readFileSync(file, 'utf8');
    return !['test', ')'].some((start) => source.includes(`${start}('${name}'`));
  });
  expect(missing).toEqual([]);
});
