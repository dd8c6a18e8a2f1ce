import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLanguageIdentifier } from './language.ts';

const folder = join(process.env['GROUNDSWELL_DATA'] ?? 'data', 'langid-lingua');

test('97 % of sentences of 20 characters or more are identified, per language', () => {
  expect(existsSync(folder), `no data at ${folder}: run npm run data`).toBe(true);
  const identifier = createLanguageIdentifier();
  const shares: Record<string, string> = {};
  const low: string[] = [];
  for (const [file, language] of sentencesFiles()) {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((l) => l.trim())
      .filter((l) => l.length >= 20);
    const right = lines.filter((line) => {
      const found = identifier.identify(line).language;
      return language === 'zh' ? found.startsWith('zh') : found === language;
    });
    const share = right.length / lines.length;
    shares[language] = `${(100 * share).toFixed(2)} % of ${lines.length}`;
    if (share < 0.97) low.push(`${language} ${share}`);
  }
  process.stderr.write(`${JSON.stringify(shares)}\n`);
  expect(Object.keys(shares).length).toBe(8);
  expect(low).toEqual([]);
});

function sentencesFiles(): [string, string][] {
  return ['ru', 'uk', 'be', 'bg', 'kk', 'zh', 'ja', 'en'].map((language) => [
    join(folder, language, 'testdata', 'sentences.txt'),
    language,
  ]);
}
