import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRows, type TableRow } from '../../src/annotate/coding/read-rows.ts';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { runInProcess } from './run-in-process.ts';

let root: string;
const at = (...names: string[]): string => join(root, ...names);
const study = (): string => at('study.yaml');

const WORDS = { against: 'dreadful', neither: 'mentioned', favor: 'splendid' } as const;
type Label = keyof typeof WORDS;
const LABELS = Object.keys(WORDS) as Label[];

/** 900 posts; the label that comes with them is wrong in three of ten, by design more often against. */
function posts(): string {
  const random = seededRandom(11);
  const rows = Array.from({ length: 900 }, (_, i) => {
    const truth = LABELS[Math.floor(random() * 3)] as Label;
    const given = i % 90 === 0 ? '' : random() < 0.3 ? 'against' : truth;
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 180))).toISOString().slice(0, 10);
    const text = `=Post ${i}, "${i * 7919}": China is ${WORDS[truth]}\nand India is there`;
    return [String(i), text, day, `author${i % 200}`, given];
  });
  return writeRows(['id', 'text', 'day', 'who', 'code'], rows);
}

const STUDY = `id: coded-study
title: Talk about China, coded by hand
period: { start: 2024-01-01, end: 2024-06-29 }
bin: month
classes: [public]
targets:
  - { id: china, label: China, aliases: [China] }
  - { id: india, label: India, aliases: [India], placebo: true }
events:
  - { id: summit, date: 2024-03-05 }
sources:
  - { id: posts, adapter: csv, path: posts.csv, class: public, fields: { id: id, text: text, publishedAt: day, author: who } }
annotators:
  stance: { kind: column, label: code }
privacy: { keyFile: key }
`;

const groundswell = (...args: string[]) => runInProcess(args);
const sample = (...args: string[]) =>
  groundswell('sample', study(), '--run', at('out'), '--date', '2024-07-01', ...args);
const finding = (): Finding => JSON.parse(readFileSync(at('out', 'finding.json'), 'utf8')) as Finding;
const rowsOf = (file: string): TableRow[] => readRows({ content: readFileSync(file), path: file }, ['id']);

/** A coder who reads the text, and errs in one mention of ten. */
function code(file: string, to: string, options: { readonly seed: number; readonly rows?: number }): void {
  const random = seededRandom(options.seed);
  const rows = rowsOf(file).map(({ cells }, i) => {
    const truth = LABELS.find((label) => cells['text']?.includes(WORDS[label])) ?? 'unclear';
    const label = random() < 0.1 ? 'neither' : truth;
    return [cells['id'] ?? '', cells['text'] ?? '', i < (options.rows ?? 1e9) ? label : ''];
  });
  writeFileSync(to, `\ufeff${writeRows(['id', 'text', 'label'], rows, ';')}`);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-coded-'));
  writeFileSync(at('posts.csv'), posts());
  writeFileSync(study(), STUDY);
  const early = await sample('--n', '100');
  expect(early).toMatchObject({ code: 2, error: expect.stringContaining('there is no finding') });
  const run = await groundswell('run', study(), '--out', at('out'), '--threads', '1');
  expect(run.code, run.error).toBe(0);
  expect(finding().codings).toBeUndefined();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a sample is drawn with known probability, and its sheets tell neither label nor date', async () => {
  const { code: exit, out, error } = await sample('--n', '120', '--coders', '2', '--overlap', '40');
  expect(exit, error).toBe(0);
  expect(out).toContain('120 of 900 mentions, drawn from 8 strata');
  expect(out).toContain('do not publish');
  for (const line of out.split('\n')) if (!line.includes(root)) expect(line.length).toBeLessThanOrEqual(80);
  const wave = JSON.parse(readFileSync(at('codings', 'wave-1', 'wave.json'), 'utf8'));
  expect(wave).toMatchObject({ wave: 'wave-1', seed: 1, drawnOn: '2024-07-01', nSheets: 2 });
  const strata = wave.strata as { target: string; nPopulation: number; nDrawn: number; modelLabel: string }[];
  expect(new Set(strata.map((one) => one.target))).toEqual(new Set(['china']));
  expect(strata.reduce((sum, one) => sum + one.nPopulation, 0)).toBe(900);
  expect(strata.filter((one) => one.modelLabel === 'abstain').map((one) => one.nPopulation)).toEqual([5, 5]);
  for (const one of strata) expect(one.nDrawn / one.nPopulation).toBeGreaterThanOrEqual((0.2 * 120) / 900);
  const design = readFileSync(at('codings', 'wave-1', 'design.csv'), 'utf8');
  expect(design.trim().split('\n')).toHaveLength(121);
  expect(design).not.toMatch(/China|Post/);
  const sheets = [1, 2].map((sheet) => readFileSync(at('out', 'sheets', `wave-1-${sheet}.csv`), 'utf8'));
  for (const sheet of sheets) {
    expect(sheet).toMatch(/^\ufeffid,text,target,language,label,note\n/);
    expect(sheet).not.toMatch(/against|favor|2024-|author|summit/);
    expect(sheet).toContain(`"'=Post`);
    expect(sheet.trim().split('\n')).toHaveLength(81);
  }
  const again = await sample('--n', '120', '--wave', 'wave-1');
  expect(again).toMatchObject({ code: 2, error: expect.stringContaining('wave-1 was drawn already') });
  const over = await sample('--n', '120', '--wave', 'b', '--out', at('out', 'sheets', 'wave-1-1.csv'));
  expect(over).toMatchObject({ code: 2, error: expect.stringContaining('may hold codings') });
  expect(existsSync(at('codings', 'b'))).toBe(false);
});

test('the same study draws the same sample, whatever the order of its rows', async () => {
  const [header = '', ...rows] = posts()
    .trimEnd()
    .split(/\n(?=\d+,)/);
  writeFileSync(at('posts.csv'), `${[header, ...rows.reverse()].join('\n')}\n`);
  await groundswell('run', study(), '--out', at('other'), '--threads', '1');
  const before = readFileSync(at('codings', 'wave-1', 'design.csv'), 'utf8');
  const folder = at('elsewhere');
  writeFileSync(study(), `${STUDY}codings: elsewhere\n`);
  const drawn = await groundswell(
    'sample',
    study(),
    '--run',
    at('other'),
    '--n',
    '120',
    '--coders',
    '2',
    '--overlap',
    '40',
  );
  expect(drawn.code, drawn.error).toBe(0);
  expect(readFileSync(join(folder, 'wave-1', 'design.csv'), 'utf8')).toBe(before);
  rmSync(folder, { recursive: true });
  const missing = await groundswell('codings', 'show', study());
  expect(missing).toMatchObject({ code: 2, error: expect.stringContaining('no codings at') });
  writeFileSync(study(), STUDY);
  writeFileSync(at('posts.csv'), posts());
});

test('a file that does not fit is refused whole, with line and remedy', async () => {
  code(at('out', 'sheets', 'wave-1-1.csv'), at('bad.csv'), { seed: 1 });
  const text = readFileSync(at('bad.csv'), 'utf8');
  writeFileSync(at('bad.csv'), text.replace(/;(against|favor|neither)$/m, ';pro'));
  const { code: exit, error } = await groundswell(
    'codings',
    'import',
    study(),
    at('bad.csv'),
    '--coder',
    'anna',
  );
  expect(exit).toBe(2);
  expect(error).toContain('bad.csv:2');
  expect(error).toContain('label "pro" is none of ours');
  expect(error).toContain('write against, neither, favor or unclear');
  expect(readdirSync(at('codings', 'wave-1')).sort()).toEqual(['design.csv', 'wave.json']);
  const nobody = await groundswell('codings', 'import', study(), at('bad.csv'), '--coder', 'Anna B.');
  expect(nobody).toMatchObject({ code: 2, error: expect.stringContaining('--coder') });
});

test('codings come in without their texts, a part at a time, and nothing is lost or overwritten unasked', async () => {
  const sheet = at('out', 'sheets', 'wave-1-1.csv');
  code(sheet, at('anna.csv'), { seed: 1, rows: 30 });
  const first = await groundswell('codings', 'import', study(), at('anna.csv'));
  expect(first.code, first.error).toBe(0);
  expect(first.out).toContain('anna   30 labels; 50 rows are not coded yet');
  expect(first.out).toContain('30 of 120 coded; 130 labels left to give');
  code(sheet, at('anna.csv'), { seed: 2 });
  const changed = await groundswell('codings', 'import', study(), at('anna.csv'));
  expect(changed).toMatchObject({ code: 2, error: expect.stringContaining('add --replace') });
  code(sheet, at('anna.csv'), { seed: 1 });
  expect((await groundswell('codings', 'import', study(), at('anna.csv'))).out).toContain(
    '50 new, 0 changed, 0 from before kept',
  );
  const kept = readFileSync(at('codings', 'wave-1', 'anna.csv'), 'utf8');
  expect(kept.trim().split('\n')).toHaveLength(81);
  expect(kept).not.toMatch(/China|Post/);
  expect(kept).toMatch(/^id,label\nm[0-9a-f]{12},(against|neither|favor)\n/);
});

test('two coders: agreement with its interval, and nothing left to code', async () => {
  code(at('out', 'sheets', 'wave-1-2.csv'), at('boris.csv'), { seed: 3 });
  const { out } = await groundswell('codings', 'import', study(), at('boris.csv'), '--json');
  const [wave] = JSON.parse(out).waves;
  expect(wave).toMatchObject({ nCoded: 120, nDrawn: 120, nLeft: 0, nShared: 40, isOtherStudy: false });
  expect(wave.agreement.nShared).toBe(40);
  expect(wave.agreement.alpha.value).toBeGreaterThan(0.6);
  expect(wave.agreement.alpha.lower).toBeLessThan(wave.agreement.alpha.value);
  const shown = await groundswell('codings', 'show', study());
  expect(shown.out).toContain('120 of 120 coded; nothing left to code');
  expect(shown.out).toMatch(/Krippendorff's alpha {2}0\.\d{3} {2}0\.\d{3}–/);
  expect(shown.out).toMatch(/Cohen's kappa {9}0\.\d{3} {2}0\.\d{3}–[01]\.\d{3} {2}\w+ and \w+, \d+ mentions/);
  for (const line of shown.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a run measures the codings anew and nothing else, and says how many they are', async () => {
  const { out } = await groundswell('run', study(), '--out', at('out'), '--threads', '1', '--json');
  const skipped = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((event) => event.kind === 'stage-end' && event.skipped === true)
    .map((event) => event.stage);
  expect(skipped).toEqual(['read', 'deduplicate', 'assess', 'discover', 'coordinate', 'evidence', 'digest']);
  const found = finding();
  expect(findingSchema.parse(found)).toEqual(found);
  expect(found.codings).toMatchObject({ nCoded: 120, nCoders: 2, nStrata: 8, agreement: { nShared: 40 } });
  expect(found.codings?.waves).toMatchObject([{ nUnmatched: 0, nPopulation: 900 }]);
  expect(found.limits.filter(({ code: one }) => one.startsWith('codings'))).toEqual([]);
  const corrected = found.decompositions.filter((one) => one.corrected !== null);
  expect(corrected.length).toBeGreaterThan(0);
  for (const { change, contributions, measurement, corrected: without } of corrected) {
    if (change.kind !== 'estimate' || without?.kind !== 'estimate') expect.unreachable();
    expect(change.correction).toBe('none');
    expect(contributions.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(change.value, 9);
    expect(without.value + (measurement?.value ?? Number.NaN)).toBeCloseTo(change.value, 12);
  }
});

test('codings of mentions that are gone are counted, and a corpus that grew says so', async () => {
  writeFileSync(study(), STUDY.replace('end: 2024-06-29', 'end: 2024-05-01'));
  await groundswell('run', study(), '--out', at('short'), '--threads', '1');
  const short = JSON.parse(readFileSync(at('short', 'finding.json'), 'utf8')) as Finding;
  const gone = short.codings?.waves[0]?.nUnmatched ?? 0;
  expect(gone).toBeGreaterThan(10);
  expect(short.codings?.nCoded).toBe(120 - gone);
  expect(short.limits).toContainEqual({
    code: 'codings-unmatched',
    parameters: { wave: 'wave-1', unmatched: gone, coded: 120 },
  });
  writeFileSync(study(), STUDY);
  const more = posts()
    .replaceAll('=Post ', '=Another ')
    .replaceAll(/^(\d+),/gm, 'x$1,');
  writeFileSync(at('posts.csv'), posts() + more.slice(more.indexOf('\n') + 1));
  await groundswell('run', study(), '--out', at('grown'), '--threads', '1');
  const grown = JSON.parse(readFileSync(at('grown', 'finding.json'), 'utf8')) as Finding;
  expect(grown.limits).toContainEqual({
    code: 'codings-outgrown',
    parameters: { wave: 'wave-1', drawnFrom: 900, now: 1800 },
  });
  writeFileSync(at('posts.csv'), posts());
});

test('an adaptive wave looks where the codings say that the labels err', async () => {
  const {
    out,
    error,
    code: exit,
  } = await sample('--n', '120', '--adaptive', '--semicolon', '--out', at('second.csv'));
  expect(exit, error).toBe(0);
  expect(out).toContain('120 codings at hand say where the model errs');
  const shares = (wave: string) => {
    const { strata } = JSON.parse(readFileSync(at('codings', wave, 'wave.json'), 'utf8'));
    return (strata as { modelLabel: string; nPopulation: number; nDrawn: number }[]).reduce(
      (sum, one) => (one.modelLabel === 'against' ? sum + one.nDrawn : sum),
      0,
    );
  };
  expect(shares('wave-2')).toBeGreaterThan(shares('wave-1'));
  expect(readFileSync(at('second.csv'), 'utf8')).toMatch(/^\ufeffid;text;target/);
  const shown = await groundswell('codings', 'show', study());
  expect(shown.out).toContain('0 of 120 coded; 120 labels left to give');
  const wrong = await groundswell('codings', 'import', study(), at('anna.csv'), '--wave', 'wave-2');
  expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('belongs to wave wave-1') });
});

test('a wave for an event is drawn from the days that are compared, each side apart', async () => {
  const days = `${STUDY}measure: { eventWindowDays: 30 }\n`.replace(
    'date: 2024-03-05',
    'date: { start: 2024-03-05, end: 2024-03-12 }',
  );
  writeFileSync(study(), days);
  const args = ['--n', '60', '--event', 'summit', '--wave', 'of-summit', '--out', at('event.csv')];
  const { out, error, code: exit } = await sample(...args);
  expect(exit, error).toBe(0);
  expect(out).toContain('60 of 300 mentions');
  const { strata } = JSON.parse(readFileSync(at('codings', 'of-summit', 'wave.json'), 'utf8'));
  const spans = (strata as { start: string; end: string }[]).map(({ start, end }) => `${start} ${end}`);
  expect([...new Set(spans)].sort()).toEqual(['2024-02-04 2024-03-05', '2024-03-12 2024-04-11']);
  code(at('event.csv'), at('event-anna.csv'), { seed: 5 });
  const imported = await groundswell('codings', 'import', study(), at('event-anna.csv'), '--coder', 'anna');
  expect(imported.code, imported.error).toBe(0);
  const run = await groundswell('run', study(), '--out', at('with-event'), '--threads', '1');
  expect(run.code, run.error).toBe(0);
  const found = JSON.parse(readFileSync(at('with-event', 'finding.json'), 'utf8')) as Finding;
  expect(found.limits.map((one) => one.code)).not.toContain('codings-outgrown');
  expect(found.limits.map((one) => one.code)).not.toContain('pooled-rectifier');
  expect(found.headline.estimate).toMatchObject({ correction: 'dsl' });
  const none = await sample(
    '--n',
    '60',
    '--event',
    'summit',
    '--target',
    'india',
    '--wave',
    'n',
    '--out',
    at('n.csv'),
  );
  expect(none.code, none.error).toBe(0);
  writeFileSync(study(), days.replace('eventWindowDays: 30', 'eventWindowDays: 2'));
  await groundswell('run', study(), '--out', at('narrow'), '--threads', '1');
  const few = await groundswell(
    'sample',
    study(),
    '--run',
    at('narrow'),
    ...args.slice(0, 4),
    '--wave',
    'few',
  );
  expect(few).toMatchObject({ code: 2, error: expect.stringContaining('on both sides of summit') });
  rmSync(at('codings', 'of-summit'), { recursive: true });
  rmSync(at('codings', 'n'), { recursive: true });
  writeFileSync(study(), STUDY);
});

test('a design that was changed stops the run before it reads', async () => {
  const path = at('codings', 'wave-1', 'design.csv');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.split('\n').toSpliced(5, 1).join('\n'));
  const { code: exit, error } = await groundswell('run', study(), '--out', at('out'), '--threads', '1');
  expect(exit).toBe(2);
  expect(error).toContain('where');
  expect(error).toContain('probabilities cannot be made up afterwards');
  writeFileSync(path, text);
});

test.each([
  [['--n', '1'], /1 mentions are too few for 1 combination/],
  [['--n', '10', '--overlap', '5'], /needs two coders/],
  [['--n', '10', '--target', 'chin'], /unknown target "chin"/],
  [['--n', '10', '--event', 'sumit'], /unknown event "sumit"/],
  [['--n', '10', '--wave', 'A b'], /--wave "A b"/],
  [['--n', '10', '--date', '2024-02-30'], /not a day of the calendar/],
  [['--n', '10', '--coders', '2', '--overlap', '11'], /more than --n/],
])('options that cannot be are refused: %j', async (args, message) => {
  expect(await sample(...args, '--out', at('no.csv'))).toMatchObject({
    code: 2,
    error: expect.stringMatching(message),
  });
  expect(existsSync(at('no.csv'))).toBe(false);
});
