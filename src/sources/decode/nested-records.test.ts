import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NamedValues } from './field-reader.ts';
import { nestedRecords, textWithout } from './nested-records.ts';

const placed = (text: string) => ({
  record: JSON.parse(text) as NamedValues,
  text,
  position: { line: 3, byteOffset: 100 },
});

test('gives each element its own text and place', () => {
  const found = nestedRecords(placed('{"a": "]é",\n "list": [ {"x": 1},\n\t2 , "}" ] }'), ['list']);
  expect(found).toEqual([
    { value: { x: 1 }, text: '{"x": 1}', position: { line: 4, byteOffset: 124 } },
    { value: 2, text: '2', position: { line: 5, byteOffset: 135 } },
    { value: '}', text: '"}"', position: { line: 5, byteOffset: 139 } },
  ]);
});

test('gives one object, the last of several, and nothing where there is nothing', () => {
  expect(nestedRecords(placed('{"a": {"b": {}}, "a": {"b": {"c": 1}}}'), ['a', 'b'])[0]?.text).toBe(
    '{"c": 1}',
  );
  expect(nestedRecords(placed('{"a": []}'), ['a'])).toEqual([]);
  expect(nestedRecords(placed('{"a": 1}'), ['a'])).toEqual([]);
  expect(nestedRecords(placed('{"a": 1}'), ['toString'])).toEqual([]);
});

test('leaves a member out of a text', () => {
  const text = '{"a": "{\\"b\\": 2}", "b" : [{"b": 1}] , "c": 3}';
  expect(textWithout(placed(text), 'b')).toBe(text.replace('[{"b": 1}]', 'null'));
  expect(textWithout(placed(text), 'd')).toBe(text);
});

test('knows no byte offset where bytes were replaced', () => {
  expect(nestedRecords(placed('{"a": "\ufffd", "b": {}}'), ['b'])[0]?.position).toEqual({
    line: 3,
    byteOffset: null,
  });
});

test('every element is what its text says, at its place, however the JSON is laid out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.string(),
      fc.integer({ min: 0, max: 4 }),
      (list, key, indent) => {
        if (key === '__proto__') return;
        const text = JSON.stringify({ before: 'é{"[', [key]: { list }, after: [key] }, null, indent);
        const found = nestedRecords({ ...placed(text), position: { line: 1, byteOffset: 0 } }, [key, 'list']);
        if (!Object.hasOwn(JSON.parse(text)[key], 'list')) return;
        expect(found.map((each) => each.value)).toEqual(JSON.parse(text)[key].list);
        for (const { value, text: own, position } of found) {
          expect(JSON.parse(own)).toEqual(value);
          if (position.byteOffset === null) continue;
          const before = Buffer.from(text).subarray(0, position.byteOffset).toString();
          expect(text.startsWith(own, before.length)).toBe(true);
          expect(position.line).toBe(before.split('\n').length);
        }
      },
    ),
  );
});
