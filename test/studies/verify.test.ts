import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRows } from '../../src/annotate/coding/read-rows.ts';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { CustodyEntry } from '../../src/domain/custody.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { RawRecord } from '../../src/domain/record.ts';
import { VERIFICATION_CHECKS, type Verification } from '../../src/domain/verification.ts';
import { custodyLine, readCustodyLog } from '../../src/evidence/custody-log.ts';
import { createMerkleTree } from '../../src/evidence/merkle-root.ts';
import { fileDigest, readChecksums } from '../../src/pipeline/run-checksums.ts';
import { manifestText, type RunManifest } from '../../src/pipeline/run-manifest.ts';
import { checkCustody } from '../../src/pipeline/verify-custody.ts';
import { checkFiles, checkManifest } from '../../src/pipeline/verify-files.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { openDatabase } from '../../src/store/database.ts';
import { readParts, writePart } from '../../src/store/part.ts';
import { RAW_RECORD } from '../../src/store/tables.ts';
import { runCommandLine } from './run-command-line.ts';
import { runInProcess } from './run-in-process.ts';

/** Flips of a byte in each file of the run; `FLIPS=200` for the full test. */
const FLIPS = Number(process.env['FLIPS'] ?? 5);

let root: string;
const at = (...names: string[]): string => join(root, ...names);
const groundswell = (...args: string[]) => runInProcess(args);

const WORDS = ['dreadful', 'mentioned', 'splendid'] as const;

interface Post {
  readonly id: string;
  readonly row: readonly string[];
}

function posts(): Post[] {
  const random = seededRandom(5);
  return Array.from({ length: 360 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 180))).toISOString().slice(0, 10);
    const word = WORDS[Math.floor(random() * 3)] ?? 'mentioned';
    const text = `Post ${i}, "${i * 7919}": China is ${word} — ${i % 2 ? 'Китай' : '中国'}\nand so on`;
    const label = word === 'dreadful' ? 'against' : word === 'splendid' ? 'favor' : 'neither';
    return { id: String(i), row: [String(i), text, day, `author${i % 90}`, label] };
  });
}

const HEADER = ['id', 'text', 'day', 'who', 'code'];
const csv = (rows: readonly Post[]): string =>
  writeRows(
    HEADER,
    rows.map((post) => [...post.row]),
  );

const STUDY = `id: checked-study
title: Talk about China
period: { start: 2024-01-01, end: 2024-06-29 }
bin: month
classes: [public, press]
targets: [{ id: china, label: China, aliases: [China] }]
events: [{ id: summit, date: 2024-03-05 }]
sources:
  - { id: forum, adapter: csv, path: "forum/*.csv", class: public, fields: { id: id, text: text, publishedAt: day, author: who } }
  - { id: paper, adapter: csv, path: paper.csv, class: press, fields: { id: id, text: text, publishedAt: day, author: who } }
annotators: { stance: { kind: column, label: code } }
privacy: { keyFile: key }
`;

/** A study folder; the posts of one source lie in as many files as are given. */
function writeStudy(folder: string, forum: readonly (readonly Post[])[]): void {
  mkdirSync(at(folder, 'forum'), { recursive: true });
  forum.forEach((rows, i) => {
    writeFileSync(at(folder, 'forum', `${i}.csv`), csv(rows));
  });
  writeFileSync(at(folder, 'paper.csv'), csv(posts().slice(240)));
  writeFileSync(at(folder, 'study.yaml'), STUDY);
}

const forumPosts = (): Post[] => posts().slice(0, 240);

/** Paths of all files under a folder, sorted. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
    .sort();
}

const snapshot = (folder: string): string[] =>
  filesUnder(folder).map((file) => `${file} ${statSync(file).mtimeMs} ${hash('sha256', readFileSync(file))}`);

function flip(path: string, random: () => number): void {
  const bytes = readFileSync(path);
  const byte = Math.floor(random() * bytes.length);
  bytes[byte] = (bytes[byte] as number) ^ (1 << Math.floor(random() * 8));
  writeFileSync(path, bytes);
}

async function verify(...args: string[]): Promise<{ code: number; found: Verification; files: string[] }> {
  const { code, out, error } = await groundswell('verify', ...args, '--threads', '1', '--json');
  expect(error).toBe('');
  const found = JSON.parse(out) as Verification;
  return { code, found, files: found.checks.flatMap((check) => check.mismatches.map((one) => one.file)) };
}

const stateOf = (found: Verification, name: string): string =>
  found.checks.find(({ check }) => check === name)?.state ?? '';
const problemsOf = (found: Verification, name: string): string[] =>
  found.checks.find(({ check }) => check === name)?.mismatches.map(({ problem }) => problem) ?? [];

/** Makes digests fit again what someone changed, as one would who wants to deceive. */
async function forge(out: string): Promise<void> {
  const list = join(out, 'checksums.sha256');
  const lines = readChecksums(readFileSync(list, 'utf8')).map(
    async ({ file }) => `${await fileDigest(join(out, file))}  ${file}\n`,
  );
  writeFileSync(list, (await Promise.all(lines)).join(''));
  const path = join(out, 'manifest.json');
  const { digest: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as RunManifest;
  const outputs = manifest.outputs.map(async ({ file }) => ({
    file,
    sha256: await fileDigest(join(out, file)),
  }));
  writeFileSync(path, manifestText({ ...manifest, outputs: await Promise.all(outputs) }));
  const log = join(out, 'custody.jsonl');
  const {
    n,
    previous,
    digest: __,
    ...entry
  } = readCustodyLog(readFileSync(log, 'utf8')).entries.at(-1) as CustodyEntry;
  const manifestAfter = await fileDigest(path);
  writeFileSync(log, custodyLine({ ...entry, manifestAfter }, { lines: n - 1, head: previous }));
}

/** Writes the first part of raw records anew. */
async function rewriteRecords(out: string, change: (rows: RawRecord[]) => RawRecord[]): Promise<void> {
  const part = filesUnder(join(out, 'store')).find((file) => file.endsWith('raw_record.parquet')) ?? '';
  const options = { path: ':memory:', threads: 1, memoryLimitMb: 256, temporaryFolder: root };
  const database = await openDatabase(options);
  const rows = await database.rows<RawRecord>(
    'rows',
    `select document_id as "documentId", source_id as "sourceId", native_id as "nativeId", path,
            line::double as line, byte_offset::double as "byteOffset", payload,
            lower(hex(record_hash)) as "recordHash", retrieved_at::double as "retrievedAt"
     from ${readParts(RAW_RECORD, [part])}`,
  );
  database.close();
  await writePart(RAW_RECORD, { rows: change(rows), path: part });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-verify-'));
  writeStudy('made', [forumPosts().slice(0, 100), forumPosts().slice(100)]);
  const { code, error } = await runCommandLine(
    ['run', at('made', 'study.yaml'), '--out', at('made', 'out'), '--threads', '1'],
    { env: { TZ: 'America/St_Johns' } },
  );
  expect(code, error).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A fresh copy of the study folder with its run for each test. */
beforeEach(() => {
  rmSync(at('study'), { recursive: true, force: true });
  cpSync(at('made'), at('study'), { recursive: true });
});
const out = (...names: string[]): string => at('study', 'out', ...names);
const finding = (): Finding => JSON.parse(readFileSync(out('finding.json'), 'utf8')) as Finding;

describe('a run as it was made', () => {
  test('is verified in another time zone and another folder, and nothing is written', async () => {
    const before = snapshot(at('study'));
    const { code, found, files } = await verify(out());
    expect(files).toEqual([]);
    expect(code).toBe(0);
    expect(found.checks.map(({ state }) => state)).toEqual(VERIFICATION_CHECKS.map(() => 'agrees'));
    expect(found.isVerified).toBe(true);
    expect(found.checks[2]?.detail).toBe('3 files read again, 360 records compared');
    expect(snapshot(at('study'))).toEqual(before);
  });

  test('says so in lines of at most 80 columns, and what is wrong as well', async () => {
    const whole = await groundswell('verify', out());
    expect(whole.code, whole.out).toBe(0);
    expect(whole.out).toContain('verified: nothing differs');
    expect(whole.out).toContain(finding().manifest.recordsRoot);
    flip(at('study', 'paper.csv'), seededRandom(3));
    const changed = await groundswell('verify', out());
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('paper.csv: bytes 0 to');
    expect(changed.out).toMatch(/not verified: 1 difference$/m);
    for (const line of `${whole.out}${changed.out}`.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('the roots are those of the record hashes, and no order of rows or files bears on them', async () => {
    const { manifest } = finding();
    const of = (hashes: readonly string[]): string => {
      const tree = createMerkleTree();
      for (const one of [...hashes].sort()) tree.add(Buffer.from(one, 'hex'));
      return tree.root();
    };
    expect(manifest.sourceRoots?.map(({ source, nRecords }) => [source, nRecords])).toEqual([
      ['forum', 240],
      ['paper', 120],
    ]);
    const run = createMerkleTree();
    for (const { source, root: ofSource } of manifest.sourceRoots ?? [])
      run.add(Buffer.from(`${source} ${ofSource}`));
    expect(manifest.recordsRoot).toBe(run.root());
    const options = { path: ':memory:', threads: 1, memoryLimitMb: 256, temporaryFolder: root };
    const database = await openDatabase(options);
    const parts = filesUnder(out('store')).filter((file) => file.endsWith('raw_record.parquet'));
    const rows = await database.rows<{ payload: string }>(
      'rows',
      `select payload from ${readParts(RAW_RECORD, parts)} where source_id = 'forum'`,
    );
    database.close();
    expect(manifest.sourceRoots?.[0]?.root).toBe(of(rows.map(({ payload }) => hash('sha256', payload))));
    const shuffled = forumPosts().reverse();
    writeStudy('other', [shuffled.slice(0, 7), shuffled.slice(7, 200), shuffled.slice(200)]);
    const run2 = await groundswell('run', at('other', 'study.yaml'), '--out', at('other', 'out'));
    expect(run2.code, run2.error).toBe(0);
    const other = JSON.parse(readFileSync(at('other', 'out', 'finding.json'), 'utf8')) as Finding;
    expect(other.manifest).toEqual(manifest);
  });

  test('is verified after the multiverse was added, which wrote the report again', async () => {
    const { code, error } = await groundswell(
      'multiverse',
      at('study', 'study.yaml'),
      '--out',
      out(),
      '--threads',
      '1',
    );
    expect(code, error).toBe(0);
    expect(await verify(out())).toMatchObject({ code: 0, files: [] });
    flip(out('multiverse.json'), seededRandom(8));
    const { files } = await verify(out());
    expect(files).toContain('multiverse.json');
  });
});

describe('a second run with nothing new', () => {
  const again = async (): Promise<readonly { stage: string; skipped: boolean }[]> => {
    const run = await groundswell(
      'run',
      at('study', 'study.yaml'),
      '--out',
      out(),
      '--threads',
      '1',
      '--json',
    );
    expect(run.code, run.error).toBe(0);
    const events = run.out.trim().split('\n').slice(0, -1);
    return events.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'stage-end');
  };
  const firstPart = (): string =>
    filesUnder(out('store')).find((file) => file.endsWith('document.parquet')) ?? '';

  test('does nothing again but the report, and everything comes out the same', async () => {
    await again();
    const kept = ['finding.json', 'report.html', 'checksums.sha256'];
    const before = kept.map((file) => readFileSync(out(file), 'utf8'));
    const stages = await again();
    expect(stages.filter(({ skipped }) => !skipped).map(({ stage }) => stage)).toEqual(['report']);
    expect(stages.map(({ stage }) => stage)).toContain('digest');
    expect(kept.map((file) => readFileSync(out(file), 'utf8'))).toEqual(before);
    expect(await verify(out())).toMatchObject({ code: 0, files: [] });
  });

  test('a byte that went over on the disk keeps its file named; a file written anew gets another digest', async () => {
    await again();
    const { atime, mtime } = statSync(firstPart());
    const whole = readFileSync(firstPart());
    flip(firstPart(), seededRandom(4));
    utimesSync(firstPart(), atime, mtime);
    await again();
    expect((await verify(out())).files).toContain(relative(out(), firstPart()));
    writeFileSync(firstPart(), Buffer.concat([whole]));
    await again();
    expect(await verify(out())).toMatchObject({ code: 0, files: [] });
  });

  test.each(['checksums.sha256', 'manifest.json'])('a changed %s is not relied on', async (file) => {
    await again();
    const text = readFileSync(out(file), 'utf8');
    writeFileSync(out(file), file === 'manifest.json' ? '{' : text.replaceAll(/^[0-9a-f]{8}/gm, '00000000'));
    await again();
    expect((await verify(out())).files).not.toContain(relative(out(), firstPart()));
    expect(readFileSync(out('checksums.sha256'), 'utf8')).not.toContain('00000000');
  });
});

describe('what was moved or is gone', () => {
  test('a run folder without its study is verified from the store; the sources are said to be missing', async () => {
    renameSync(out(), at('alone'));
    const { code, found } = await verify(at('alone'));
    expect(code).toBe(0);
    expect(stateOf(found, 'sources')).toBe('not-checked');
    expect(found.checks[2]?.missing).toEqual(['forum/0.csv', 'forum/1.csv', 'paper.csv']);
    expect(stateOf(found, 'numbers')).toBe('agrees');
    const text = await groundswell('verify', at('alone'));
    expect(text.out).toContain('paper.csv is missing');
    expect(text.out).toContain('verified from the store');
    const told = await verify(at('alone'), '--study', at('study'));
    expect(told.found.checks.map(({ state }) => state)).toEqual(VERIFICATION_CHECKS.map(() => 'agrees'));
    rmSync(at('alone'), { recursive: true });
  });

  test('one source that is gone is named; the others are still compared', async () => {
    rmSync(at('study', 'paper.csv'));
    const { code, found } = await verify(out());
    expect(code).toBe(0);
    expect(found.checks[2]).toMatchObject({ state: 'agrees', missing: ['paper.csv'] });
    expect(found.checks[2]?.detail).toBe('2 files read again, 240 records compared');
  });

  test.each(['finding.json', 'report.html', 'checksums.sha256', 'study-as-run.json'])(
    'without %s nothing is verified',
    async (file) => {
      rmSync(out(file));
      const { code, files } = await verify(out());
      expect(code).toBe(1);
      expect(files).toContain(file);
    },
  );

  test('a folder that is no run is refused', async () => {
    const nothing = await groundswell('verify', at('study'));
    expect(nothing).toMatchObject({ code: 2, error: expect.stringContaining('there is no manifest.json') });
    const { digest: _, ...older } = JSON.parse(readFileSync(out('manifest.json'), 'utf8')) as RunManifest;
    writeFileSync(out('manifest.json'), `${JSON.stringify(older, null, 1)}\n`);
    const old = await groundswell('verify', out());
    expect(old).toMatchObject({ code: 2, error: expect.stringContaining('kept no digests') });
  });
});

test('a time stamp beside the manifest has to be one of this manifest', async () => {
  const seal = out('manifest.tsr');
  expect(stateOf((await verify(out())).found, 'seal')).toBe('agrees');
  const token = readFileSync('test/golden/time-stamp.tsr');
  const digestAt = token.indexOf(Buffer.from(hash('sha256', 'a manifest\n'), 'hex'));
  writeFileSync(seal, token);
  const other = await verify(out());
  expect(other).toMatchObject({ code: 1, files: ['manifest.tsr'] });
  expect(problemsOf(other.found, 'seal')).toEqual(['it stamps another manifest.json than this']);
  // The same token over this manifest; its signature no longer fits, which is not looked at.
  token.set(Buffer.from(hash('sha256', readFileSync(out('manifest.json'))), 'hex'), digestAt);
  writeFileSync(seal, token);
  const sealed = await verify(out());
  expect(sealed).toMatchObject({ code: 0, files: [] });
  expect(sealed.found.checks.at(-1)?.detail).toMatch(
    /^manifest.json stamped at \d{4}-\d\d-\d\d .*signature was not checked$/,
  );
  writeFileSync(seal, 'no token');
  expect(problemsOf((await verify(out())).found, 'seal')[0]).toContain('not DER');
});

describe('the log of what was done', () => {
  const lines = (): CustodyEntry[] =>
    readFileSync(out('custody.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as CustodyEntry);

  test('grows by a line for each act, names no place of the machine, and is no part of the finding', async () => {
    const before = readFileSync(out('finding.json'), 'utf8');
    expect(lines().map(({ action }) => action)).toEqual(['run']);
    // As a run that was killed leaves it.
    writeFileSync(out('store', 'running'), '');
    await groundswell('run', at('study', 'study.yaml'), '--out', out(), '--threads', '1');
    await groundswell(
      'report',
      at('study', 'study.yaml'),
      '--out',
      out(),
      '--format',
      'md',
      '--file',
      at('report.md'),
    );
    await groundswell('rotate-key', at('study', 'study.yaml'), '--out', out(), '--threads', '1');
    expect(lines().map(({ action }) => action)).toEqual(['run', 'resume', 'report', 'rotate-key', 'run']);
    expect(lines().map(({ command }) => command)).toContain('report --format md');
    expect(readFileSync(out('custody.jsonl'), 'utf8')).not.toContain(root);
    expect(readFileSync(out('finding.json'), 'utf8')).toBe(before);
    const { found, code } = await verify(out());
    expect(code).toBe(0);
    expect(found.checks.find(({ check }) => check === 'custody')?.detail).toBe(
      '5 lines, each bound to the one before',
    );
  });

  test('that lost a line, was cut or is gone is named with its line', async () => {
    await groundswell('run', at('study', 'study.yaml'), '--out', out(), '--threads', '1');
    const text = readFileSync(out('custody.jsonl'), 'utf8');
    const [first = '', second = ''] = text.trimEnd().split('\n');
    const problemWith = async (log: string): Promise<string[]> => {
      writeFileSync(out('custody.jsonl'), log);
      const { code, found, files } = await verify(out());
      expect(code).toBe(1);
      return [...files, ...problemsOf(found, 'custody')];
    };
    expect(await problemWith(`${second}\n`)).toEqual([
      'custody.jsonl:1',
      expect.stringContaining('a line is missing'),
    ]);
    expect(await problemWith(`${first}\n`)).toEqual([
      'custody.jsonl:1',
      expect.stringContaining('names another manifest'),
    ]);
    expect(await problemWith(text.slice(0, -9))).toEqual([
      'custody.jsonl:2',
      'it does not end: it was cut off',
    ]);
    rmSync(out('custody.jsonl'));
    expect((await verify(out())).files).toEqual(['custody.jsonl']);
  });
});

describe('a byte that was changed', () => {
  test('is found in every file of the run folder, wherever it is', async () => {
    const random = seededRandom(17);
    const files = filesUnder(out()).filter((file) => statSync(file).size > 0);
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const name = relative(out(), file);
      const bytes = readFileSync(file);
      for (let i = 0; i < FLIPS; i++) {
        flip(file, random);
        const { manifest, outcome } = await checkManifest(out());
        const checks =
          manifest === null
            ? [outcome]
            : [await checkFiles(out(), manifest), await checkCustody(out(), manifest)];
        const found = { mismatches: checks.flatMap((check) => check.mismatches) };
        expect(
          found.mismatches.map((one) => one.file.replace(/:\d+$/, '')),
          `${name}, flip ${i}`,
        ).toContain(name);
        for (const { remedy } of found.mismatches) expect(remedy).not.toBe('');
        writeFileSync(file, bytes);
      }
    }
    expect((await verify(out())).code).toBe(0);
  });

  test('is found in every file of the sources', async () => {
    const random = seededRandom(23);
    for (const name of ['forum/0.csv', 'forum/1.csv', 'paper.csv']) {
      const bytes = readFileSync(at('study', name));
      flip(at('study', name), random);
      const { code, files, found } = await verify(out());
      expect(files).toEqual([name]);
      expect(code).toBe(1);
      expect(stateOf(found, 'numbers')).toBe('agrees');
      writeFileSync(at('study', name), bytes);
    }
  });

  test('a source that lost a record or grew is named', async () => {
    const path = at('study', 'paper.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, csv(posts().slice(241)));
    const shorter = await verify(out());
    expect(shorter).toMatchObject({ code: 1, files: ['paper.csv', 'paper.csv'] });
    writeFileSync(path, `${text}x`);
    const longer = await verify(out());
    expect(longer).toMatchObject({ code: 1, files: ['paper.csv'] });
    expect(problemsOf(longer.found, 'sources')[0]).toMatch(/^it has \d+ bytes; \d+ were read$/);
  });

  test.each(['signature', 'mention', 'document'])(
    'in a part of the store ends further reading: %s',
    async (table) => {
      const part = filesUnder(out('store')).find((file) => file.endsWith(`${table}.parquet`)) ?? '';
      flip(part, seededRandom(4));
      const { code, files, found } = await verify(out());
      expect(code).toBe(1);
      expect(files).toEqual([relative(out(), part)]);
      expect(stateOf(found, 'sources')).toBe('agrees');
      expect(stateOf(found, 'numbers')).toBe('not-checked');
    },
  );
});

test('several processes find the same', async () => {
  const { code } = await groundswell('verify', out(), '--threads', '3', '--json');
  expect(code).toBe(0);
  await rewriteRecords(out(), (rows) =>
    rows.map((row, i) => {
      const payload = `${row.payload} `;
      return i === 3 ? { ...row, payload, recordHash: hash('sha256', payload) as never } : row;
    }),
  );
  await forge(out());
  const alone = await verify(out());
  const spread = await groundswell('verify', out(), '--threads', '3', '--json');
  expect(spread.code).toBe(1);
  expect(JSON.parse(spread.out)).toEqual(alone.found);
});

describe('a change that someone covered with fitting digests', () => {
  test('a number of the finding: the estimate is named with both values', async () => {
    const kept = finding();
    const [series] = kept.series;
    const estimate = series?.estimates[2];
    if (series === undefined || estimate?.kind !== 'estimate') throw new Error('no estimate to change');
    const text = readFileSync(out('finding.json'), 'utf8');
    const changed = { ...kept, series: structuredClone(kept.series) };
    Object.assign(changed.series[0]?.estimates[2] as object, { value: 0.125 });
    writeFileSync(out('finding.json'), `${JSON.stringify(changed, null, 2)}\n`);
    expect(readFileSync(out('finding.json'), 'utf8')).not.toBe(text);
    await forge(out());
    const { code, found } = await verify(out());
    expect(code).toBe(1);
    expect(stateOf(found, 'files')).toBe('agrees');
    expect(problemsOf(found, 'numbers')).toEqual([
      `series ${series.id} · estimates ${estimate.period.start} · value: 0.125 is written, the store gives ${estimate.value}`,
    ]);
  });

  test('the words, the place or the record of a quote', async () => {
    const kept = finding();
    const exhibits = structuredClone(kept.exhibits);
    expect(exhibits.length).toBeGreaterThan(4);
    Object.assign(exhibits[0] as object, { text: `${exhibits[0]?.text.slice(0, -1)}!` });
    Object.assign(exhibits[1] as object, { start: 1, end: 1 + (exhibits[1]?.text.length ?? 0) });
    Object.assign(exhibits[2] as object, { recordHash: exhibits[3]?.recordHash });
    Object.assign(exhibits[3] as object, { documentId: '0123456789abcdef' });
    writeFileSync(out('finding.json'), `${JSON.stringify({ ...kept, exhibits }, null, 2)}\n`);
    await forge(out());
    const { found } = await verify(out());
    const problems = problemsOf(found, 'quotes');
    expect(problems).toHaveLength(4);
    expect(problems[0]).toMatch(/^exhibit 1, document [0-9a-f]{16}: the words do not stand there$/);
    expect(problems[1]).toContain('the words do not stand there');
    expect(problems[2]).toContain('the record has another SHA-256');
    expect(problems[3]).toContain('exhibit 4, document 0123456789abcdef: no document in the store');
  });

  test('the report', async () => {
    const html = readFileSync(out('report.html'), 'utf8');
    writeFileSync(out('report.html'), html.replace('Talk about China', 'Talk about Chinese'));
    await forge(out());
    const { found, files } = await verify(out());
    expect(stateOf(found, 'numbers')).toBe('differs');
    expect(files).toEqual(['report.html']);
  });

  test('the text of a stored record', async () => {
    await rewriteRecords(out(), (rows) =>
      rows.map((row, i) => (i === 3 ? { ...row, payload: `${row.payload} ` } : row)),
    );
    await forge(out());
    const { found } = await verify(out());
    expect(problemsOf(found, 'records')).toEqual([
      expect.stringMatching(/^the record of (forum\/|paper).*csv:\d+ does not have the hash beside it$/),
    ]);
  });

  test('the text of a stored record and its hash: the source and the roots tell', async () => {
    await rewriteRecords(out(), (rows) =>
      rows.map((row, i) => {
        const payload = `${row.payload} `;
        return i === 3 ? { ...row, payload, recordHash: hash('sha256', payload) as never } : row;
      }),
    );
    await forge(out());
    const { found } = await verify(out());
    expect(problemsOf(found, 'sources')).toEqual([
      'the record that the store keeps of this place is not what the file says',
    ]);
    expect(problemsOf(found, 'records')).toContain(
      'the Merkle root of all records is not that of the manifest',
    );
  });

  test('a part that no run wrote', async () => {
    const part = filesUnder(out('store')).find((file) => file.endsWith('document.parquet')) ?? '';
    writeFileSync(part, 'PAR1 and nothing else PAR1');
    await forge(out());
    const { code, found, files } = await verify(out());
    expect(code).toBe(1);
    expect(files).toEqual(['store']);
    expect(problemsOf(found, 'records')[0]).toContain(relative(out(), part));
  });

  test('a record that was taken out of the store', async () => {
    await rewriteRecords(out(), (rows) => rows.slice(1));
    await forge(out());
    const { found } = await verify(out());
    expect(problemsOf(found, 'records')[0]).toBe(
      'its 359 records have another digest than the 360 that the manifest names',
    );
  });
});

test('a model in the folder of the study is needed to make the numbers again', async () => {
  const study = at('study', 'study.yaml');
  cpSync('models/stance-1', at('study', 'model'), { recursive: true });
  writeFileSync(study, STUDY.replace('{ kind: column, label: code }', '{ kind: linear, model: ./model }'));
  const run = await groundswell('run', study, '--out', out(), '--threads', '1');
  expect(run.code, run.error).toBe(0);
  expect(await verify(out())).toMatchObject({ code: 0, files: [] });
  renameSync(out(), at('far'));
  const { code, found } = await verify(at('far'));
  expect(code).toBe(1);
  expect(stateOf(found, 'records')).toBe('agrees');
  expect(found.checks[5]).toMatchObject({
    state: 'not-checked',
    detail: expect.stringMatching(/no model at/),
  });
  const told = await verify(at('far'), '--study', at('study'));
  expect(told.code).toBe(0);
});

test('a file that a study rests on beside its sources: codings and polls', async () => {
  const study = at('study', 'study.yaml');
  const poll = ['2024-01-15,0.1', '2024-03-15,0.2', '2024-05-15,0.1'].map((row) => `${row},900,us,how\n`);
  writeFileSync(at('study', 'poll.csv'), `date,value,n,source,question\n${poll.join('')}`);
  writeFileSync(
    study,
    `${STUDY}polls: [{ id: p, label: Poll, path: poll.csv, target: china, class: public, measure: net-balance }]\n`,
  );
  const run = async (...args: string[]) => {
    const { code, error } = await groundswell(...args);
    expect(code, error).toBe(0);
  };
  const rerun = () => run('run', study, '--out', out(), '--threads', '1');
  await rerun();
  await run('sample', study, '--run', out(), '--n', '60', '--date', '2024-07-01', '--out', at('sheet.csv'));
  const added = await verify(out());
  expect(added).toMatchObject({ code: 1 });
  expect(problemsOf(added.found, 'sources')[0]).toBe('these codings came after the run was made');
  expect(stateOf(added.found, 'numbers')).toBe('not-checked');
  const sheet = readRows({ content: readFileSync(at('sheet.csv')), path: 'sheet.csv' }, ['id']);
  const coded = sheet.map(({ cells }) => [cells['id'] ?? '', cells['text'] ?? '', 'against']);
  writeFileSync(at('ann.csv'), writeRows(['id', 'text', 'label'], coded));
  await run('codings', 'import', study, at('ann.csv'));
  await rerun();
  expect(finding().codings?.nCoded).toBe(60);
  expect(await verify(out())).toMatchObject({ code: 0, files: [] });
  const random = seededRandom(31);
  for (const name of [
    'poll.csv',
    'codings/wave-1/design.csv',
    'codings/wave-1/wave.json',
    'codings/wave-1/ann.csv',
  ]) {
    const path = at('study', name);
    expect(existsSync(path)).toBe(true);
    const bytes = readFileSync(path);
    flip(path, random);
    const { code, files, found } = await verify(out());
    expect(code).toBe(1);
    expect(files).toEqual([name]);
    expect(stateOf(found, 'numbers')).toBe('not-checked');
    writeFileSync(path, bytes);
  }
  rmSync(at('study', 'poll.csv'));
  const gone = await verify(out());
  expect(gone.code).toBe(1);
  expect(gone.found.checks[2]?.missing).toEqual(['poll.csv']);
});
