import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StudyProblems } from '../../errors/errors.ts';
import { readLabels, writeLabels } from './coder-labels.ts';
import { type CodingWave, readWave, writeWave } from './coding-wave.ts';
import { drawWave, type PassageToCode } from './draw-wave.ts';
import { markedPassage, passageDigest } from './marked-passage.ts';
import { readRows } from './read-rows.ts';
import { writeRows } from './write-rows.ts';

const PASSAGES: readonly PassageToCode[] = Array.from({ length: 30 }, (_, i) => ({
  documentId: (0xabc0n + BigInt(i)).toString(16).padStart(16, '0'),
  target: 'china',
  stratum: i < 10 ? 'china/public/2024-01-01/against' : 'china/public/2024-01-01/neither',
  language: 'en',
  passage:
    i % 2 === 0 ? `=HYPERLINK("http://evil.example/${i}") ⟦China⟧; "quoted", ${i}` : `@post ${i} of ⟦China⟧`,
}));

const STRATUM = { target: 'china', class: 'public', start: '2024-01-01', end: '2024-07-01' } as const;

function drawn(more: { readonly wave?: string; readonly nSheets?: number; readonly overlap?: number } = {}) {
  return drawWave(
    PASSAGES,
    {
      wave: 'wave-1',
      study: 'study',
      studyDigest: 'd',
      seed: 1,
      drawnOn: '2024-08-01',
      isAdaptive: false,
      nSheets: 2,
      overlap: 6,
      strata: [
        {
          ...STRATUM,
          id: 'china/public/2024-01-01/against',
          modelLabel: 'against',
          nPopulation: 40,
          nDrawn: 10,
        },
        {
          ...STRATUM,
          id: 'china/public/2024-01-01/neither',
          modelLabel: 'neither',
          nPopulation: 400,
          nDrawn: 20,
        },
      ],
      ...more,
    },
    { targetLabel: () => 'China', delimiter: ',' },
  );
}

const { wave, sheets } = drawn();
const [sheet = ''] = sheets;
const bytes = (text: string): Uint8Array => Buffer.from(text);

/** The sheet with every label cell filled in turn. */
function coded(
  text: string,
  labels: readonly string[] = ['against', 'neither', 'favor', 'unclear', ''],
): string {
  return text
    .split('\n')
    .map((line, i) =>
      i === 0 || line === '' ? line : line.replace(/,en,,$/, `,en,${labels[i % labels.length]},`),
    )
    .join('\n');
}

function problems(text: string | Uint8Array, waves: readonly CodingWave[] = [wave], path = 'sheet.csv') {
  try {
    readLabels({ content: typeof text === 'string' ? bytes(text) : text, path }, { waves, wave: null });
    return [];
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    return error.problems.map((one) => ({ line: one.position?.line, message: one.message, hint: one.hint }));
  }
}

test('sheets share the overlap, hold everything once beside it, and tell neither label nor period nor stratum', () => {
  const ids = sheets.map((text) =>
    readRows({ content: bytes(text), path: 's.csv' }, ['id']).map(({ cells }) => cells['id']),
  );
  expect(ids.map((list) => list.length)).toEqual([18, 18]);
  expect(new Set(ids.flat()).size).toBe(30);
  expect(ids[0]?.filter((id) => ids[1]?.includes(id))).toHaveLength(6);
  for (const text of sheets) expect(text).not.toMatch(/against|neither|2024|public|0000abc/);
  expect(drawn().sheets).toEqual(sheets);
  expect(drawn({ wave: 'wave-2' }).wave.mentions[0]?.id).not.toBe(wave.mentions[0]?.id);
});

test('a spreadsheet runs nothing: no cell begins with = + - or @', () => {
  const rows = readRows({ content: bytes(sheet), path: 'sheet.csv' }, ['id']);
  for (const { cells } of rows)
    for (const cell of Object.values(cells)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  expect(rows.some(({ cells }) => cells['text']?.startsWith("'=HYPERLINK"))).toBe(true);
});

test('a design comes back as it was drawn, whatever the line breaks', () => {
  const files = writeWave(wave);
  const paths = { design: 'design.csv', wave: 'wave.json' };
  const sorted = { ...wave, mentions: [...wave.mentions].sort((a, b) => (a.id < b.id ? -1 : 1)) };
  expect(readWave(files, paths)).toEqual(sorted);
  expect(readWave({ ...files, design: files.design.replaceAll('\n', '\r\n') }, paths)).toEqual(sorted);
  expect(files.design + files.wave).not.toContain('China');
});

test.each([
  ['a probability', (f: string) => f.replace(',0.25,', ',0.5,'), /inclusion probability/],
  ['a row less', (f: string) => f.split('\n').toSpliced(3, 1).join('\n'), /mentions of stratum/],
  ['a row twice', (f: string) => `${f}${f.split('\n')[1]}\n`, /stands in the design twice/],
  [
    'another document',
    (f: string) => f.replace('000000000000abc', '000000000000abd'),
    /changed after it was drawn/,
  ],
  ['another stratum', (f: string) => f.replace('2024-01-01/against', 'x'), /not one of the wave/],
])('a design that was changed is refused: %s', (_, change, message) => {
  const files = writeWave(wave);
  const read = () =>
    readWave({ ...files, design: change(files.design) }, { design: 'd.csv', wave: 'w.json' });
  expect(read).toThrow(StudyProblems);
  expect(read).toThrow(message);
});

test('labels come back from comma, semicolon, tab, UTF-16, CRLF, `sep=`, cut rows, capitals and spaces', () => {
  const plain = coded(sheet);
  const expected = readLabels({ content: bytes(plain), path: 'a.csv' }, { waves: [wave], wave: null });
  expect(expected.wave).toBe(wave);
  expect(expected.labels.size + expected.nEmpty).toBe(18);
  const rows = readRows({ content: bytes(plain), path: 'a.csv' }, ['id']);
  const names = ['id', 'text', 'target', 'language', 'label', 'note'];
  const cells = rows.map((row) => names.map((name) => row.cells[name] ?? ''));
  const semicolon = writeRows(names, cells, ';');
  const variations: readonly Uint8Array[] = [
    bytes(semicolon),
    bytes(`sep=;\r\n${semicolon.replaceAll('\n', '\r\n')}`),
    bytes(`\ufeff${plain.replaceAll('\n', '\r\n')}\r\n\r\n,,,,,\r\n`),
    bytes(plain.replaceAll(/,$/gm, '')),
    bytes(
      plain.replaceAll(
        /(against|neither|favor|unclear),$/gm,
        (found) => ` ${found.slice(0, -1).toUpperCase()} ,`,
      ),
    ),
    bytes(plain.replaceAll('unclear', '?')),
    Buffer.from(
      `\ufeff${names.join('\t')}\n${cells.map((row) => row.map((c) => c.replaceAll('"', '')).join('\t')).join('\n')}`,
      'utf16le',
    ),
    bytes(
      writeRows(
        ['Label ', 'ID'],
        cells.map((row) => [row[4] ?? '', row[0] ?? '']),
      ),
    ),
    bytes(plain.replaceAll('\n', '\r')),
  ];
  for (const content of variations) {
    const found = readLabels({ content, path: 'b.csv' }, { waves: [wave], wave: null });
    expect([...found.labels].sort()).toEqual([...expected.labels].sort());
  }
  const kept = readLabels(
    { content: bytes(writeLabels(expected.labels)), path: 'c.csv' },
    { waves: [wave], wave: 'wave-1' },
  );
  expect(new Map(kept.labels)).toEqual(new Map([...expected.labels].sort()));
});

test('every problem of a file is named with its line and a remedy, and nothing is taken in', () => {
  const lines = coded(sheet).split('\n');
  const id = (line: number): string => (lines[line - 1] ?? '').slice(0, 13).replace('\ufeff', '');
  lines[1] = (lines[1] ?? '').replace(/,(\w*),$/, ',against?,');
  lines[2] = (lines[2] ?? '').replace(/^m(.)(.)/, 'm$2$1');
  lines[3] = (lines[3] ?? '').replace(/^m\w+/, '');
  lines.splice(6, 0, lines[5] ?? '');
  const found = problems(lines.join('\n'));
  expect(found.map(({ line }) => line)).toEqual([2, 3, 4, 7]);
  expect(found[0]).toMatchObject({
    message: expect.stringContaining('"against?"'),
    hint: expect.stringContaining('favor or unclear'),
  });
  expect(found[1]?.message).toMatch(/was not drawn in wave-1|beside id/);
  expect(found[2]?.message).toBe('a row without an id');
  expect(found[3]).toMatchObject({ message: `id ${id(6)} stands on line 6 already` });
});

test('rows that were sorted in part are found by their texts', () => {
  const rows = readRows({ content: bytes(coded(sheet)), path: 'a.csv' }, ['id']);
  const swapped = rows.map(({ cells }, i) => [
    cells['id'] ?? '',
    rows[(i + 1) % rows.length]?.cells['text'] ?? '',
    'favor',
  ]);
  const few = rows.map(({ cells }, i) => [
    cells['id'] ?? '',
    (i === 3 ? 'another text' : cells['text']) ?? '',
    'favor',
  ]);
  const names = ['id', 'text', 'label'];
  expect(problems(writeRows(names, swapped))).toHaveLength(18);
  expect(problems(writeRows(names, few))).toMatchObject([
    { line: 5, message: expect.stringContaining('beside id') },
  ]);
  expect(
    problems(
      writeRows(
        ['id', 'label'],
        swapped.map(([id, , label]) => [id ?? '', label ?? '']),
      ),
    ),
  ).toEqual([]);
});

test('a file of another wave, study or kind says so', () => {
  const second = drawn({ wave: 'wave-2' }).wave;
  const other = drawn({ wave: 'wave-2' }).sheets[0] ?? '';
  const read = (content: string, name: string | null) =>
    readLabels({ content: bytes(content), path: 'a.csv' }, { waves: [wave, second], wave: name });
  expect(read(coded(other), null).wave).toBe(second);
  expect(() => read(coded(other), 'wave-1')).toThrow(
    /belongs to wave wave-2, the rest of the file to wave-1/,
  );
  expect(() => read(coded(other), 'wave-3')).toThrow(/no wave is called "wave-3"/);
  expect(problems('id,label\nm123456789abc,favor\n')).toMatchObject([
    { message: expect.stringContaining('no id of this file') },
  ]);
  expect(problems('id,label\n')).toMatchObject([{ message: expect.stringContaining('no id of this file') }]);
  expect(problems('')).toMatchObject([{ message: expect.stringContaining('lacks the column id, label') }]);
  expect(problems('text;note\nx;y\n')).toMatchObject([
    { line: 1, hint: expect.stringContaining('keep the first row') },
  ]);
  expect(problems('id,label,LABEL\n')).toMatchObject([{ message: expect.stringContaining('two columns') }]);
  expect(problems('id,label\nm1,"favor\n')).toMatchObject([
    { line: 2, message: expect.stringContaining('never closed') },
  ]);
  for (const content of [
    Buffer.from('PK\u0003\u0004'),
    Buffer.from([0xef, 0xf0, 0xe8, 0x0a]),
    Buffer.from('id\0label'),
  ])
    expect(problems(content)[0]?.hint).toContain('CSV UTF-8');
});

test('reading any bytes ends in labels or in problems, never in another error', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 200 }).map(bytes)),
      (content) => {
        expect(Array.isArray(problems(content))).toBe(true);
        const cut = Buffer.concat([bytes(coded(sheet)).subarray(0, content.length * 7), content]);
        expect(Array.isArray(problems(cut))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('any cells survive writing and reading, and none can be run', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      fc.constantFrom(',' as const, ';' as const),
      (rows, delimiter) => {
        const named = rows.map((row, i) => [`m${i}`, ...row.map((cell) => cell.replaceAll('\0', ''))]);
        const text = writeRows(['id', 'a', 'b'], named, delimiter);
        const back = readRows({ content: bytes(text), path: 'x.csv' }, ['id', 'a', 'b']);
        expect(back.map(({ cells }) => [cells['id'], cells['a'], cells['b']])).toEqual(
          named.map((row) => row.map((cell) => (/^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell))),
        );
      },
    ),
  );
});

test('a passage shows the target among its words, on one line, without tricks of the screen', () => {
  const text = 'First.\nNow \u202eCh\u200bina\u202c is ⟦here⟧\tat last.';
  const start = text.indexOf('Ch');
  expect(markedPassage({ text, start, end: start + 6 })).toBe('First. ¶ Now ⟦China⟧ is [here] at last.');
  const long = `${'One sentence of many words. '.repeat(60)}Here is China at last. ${'And on it goes. '.repeat(60)}`;
  const passage = markedPassage({ text: long, start: long.indexOf('China'), end: long.indexOf('China') + 5 });
  expect(passage.length).toBeLessThan(720);
  expect(passage).toMatch(/^… One sentence.*Here is ⟦China⟧ at last\..*And on it goes\. …$/);
  expect(passageDigest(` ${passage.replaceAll(' ', '\u00a0').replaceAll('"', "'")}\n`)).toBe(
    passageDigest(passage),
  );
});

test('a passage holds its mention, is not long, and never breaks a character, in any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 2_000 }),
      fc.nat(),
      fc.nat({ max: 12 }),
      (text, at, length) => {
        const start = Math.min(at % (text.length + 1), text.length);
        const end = Math.min(text.length, start + length);
        const passage = markedPassage({ text, start, end });
        expect(passage).toMatch(/⟦.*⟧/su);
        expect(passage).not.toMatch(/[\n\r\t]/);
        expect(passage.isWellFormed()).toBe(true);
      },
    ),
  );
});
