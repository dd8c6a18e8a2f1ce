import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { editLedger } from './edit-ledger.ts';

const LEDGER = `# mine
article: a.txt
study: s

sentences:

- id: one
  text: "Talk soured: by 5 points."
  suggested:
    kind: measured
  kind: measured  # sure?
  claim: mild
  confirmed: false

- id: two
  text: Two.
  kind: quoted
  note: as said
`;

const edit = (id: string, more: object) =>
  editLedger(LEDGER, { id, kind: 'measured', claim: 'mild', confirmed: true, ...more });
const changed = (text: string) => {
  const [before, after] = [LEDGER.split('\n'), text.split('\n')];
  return [before.filter((line) => !after.includes(line)), after.filter((line) => !before.includes(line))];
};

test('only the lines of the word change, whether a key is there, comes or goes', () => {
  expect(edit('one', {})).toBe(LEDGER.replace('confirmed: false', 'confirmed: true'));
  expect(changed(edit('one', { kind: 'no-claim', claim: null }))).toEqual([
    ['  kind: measured  # sure?', '  claim: mild', '  confirmed: false'],
    ['  kind: no-claim  # sure?', '  confirmed: true'],
  ]);
  expect(edit('two', { kind: 'opinion', claim: 'a: b' })).toBe(
    LEDGER.replace('  kind: quoted\n', '  kind: opinion\n  confirmed: true\n  claim: "a: b"\n'),
  );
});

test('entries written in one line are changed too, and a sentence that is not listed is said', () => {
  const flow =
    "sentences: [{ id: one, text: T, kind: quoted, claim: mild }, { id: 'two', text: U, kind: opinion }]";
  const said = editLedger(flow, { id: 'two', kind: 'measured', claim: 'other', confirmed: true });
  expect(parse(said)).toEqual({
    sentences: [
      { id: 'one', text: 'T', kind: 'quoted', claim: 'mild' },
      { id: 'two', text: 'U', kind: 'measured', claim: 'other', confirmed: true },
    ],
  });
  expect(
    parse(editLedger(flow, { id: 'one', kind: 'opinion', claim: null, confirmed: true })).sentences[0],
  ).toEqual({ id: 'one', text: 'T', kind: 'opinion', confirmed: true });
  expect(() => edit('three', {})).toThrow('does not list this sentence');
});
