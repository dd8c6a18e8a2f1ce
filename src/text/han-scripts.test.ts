import fc from 'fast-check';
import * as OpenCC from 'opencc-js';
import { expect, test } from 'vitest';
import { scriptsOfHan, simplifyHan } from './han-scripts.ts';

test('both scripts become one, and what is not Chinese stays', () => {
  expect(simplifyHan('後來頭髮亂了，Китай and 中國')).toBe('后来头发乱了，Китай and 中国');
  expect(simplifyHan('后来头发乱了')).toBe('后来头发乱了');
});

test('a word is written in every script', () => {
  expect(scriptsOfHan('后来').sort()).toEqual(['后來', '后来', '後來', '後来'].sort());
  expect(scriptsOfHan('人口')).toEqual(['人口']);
});

test('offsets stay, twice is once, and a text in the other script is the same text', () => {
  const complicate = OpenCC.Converter({ from: 'cn', to: 't' });
  const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(fc.oneof(character, fc.string()), { maxLength: 30 }), (parts) => {
      const simple = simplifyHan(parts.join(''));
      expect(simple.length).toBe(parts.join('').length);
      expect(simplifyHan(simple)).toBe(simple);
    }),
  );
  for (const text of ['门关不上，暖气也不热，配件要等两个月。', '这些车质量很差，买了就后悔，发动机坏了'])
    expect(simplifyHan(complicate(text))).toBe(text);
});
