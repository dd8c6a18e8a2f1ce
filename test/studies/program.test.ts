import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { loadStudy } from '../../src/pipeline/load-study.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';

const STUB = resolve('test/contract/stub-annotator.js');
let root: string;

function study(options: readonly string[], more = ''): string {
  const command = JSON.stringify([process.execPath, STUB, '--log', 'asked.log', ...options]);
  return `id: asked
title: A program is asked
period: { start: 2024-01-01, end: 2024-03-11 }
classes: [public]
targets:
  - { id: china, aliases: [China] }
sources:
  - { id: long, adapter: csv, path: long.csv, class: public, language: en }
  - { id: short, adapter: csv, path: short.csv, class: public, language: en }
annotators:
  stance: { kind: program, command: ${command}, batch: 50, name: stub${more} }
`;
}

async function run(text: string, options: { out: string; threads?: number }): Promise<Finding> {
  writeFileSync(join(root, 'study.yaml'), text);
  const { config } = await loadStudy(join(root, 'study.yaml'));
  return runStudy(config, {
    out: join(root, options.out),
    threads: options.threads ?? 1,
    keyFile: join(root, 'key'),
    progress: () => undefined,
    now: () => Date.now(),
    randomBytes: (n) => new Uint8Array(n).fill(7),
    version: '0',
  });
}

/** Mentions that the program was asked about since the last look. */
function asked(): number {
  const counts = readFileSync(join(root, 'asked.log'), 'utf8').split('\n').map(Number);
  writeFileSync(join(root, 'asked.log'), '');
  return counts.reduce((sum, n) => sum + n, 0);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-program-'));
  writeFileSync(join(root, 'asked.log'), '');
  const table = (n: number, last: string): string => {
    const rows = Array.from({ length: n }, (_, i) => {
      const day = new Date(Date.UTC(2024, 0, 1 + (i % 70))).toISOString().slice(0, 10);
      const verb = ['condemns', 'met', 'praises'][i % 3];
      return `${i},"Today China ${verb} the people of town ${i * 7919}${i === n - 1 ? last : ''}",${day},author${i}`;
    });
    return ['id,text,date,author', ...rows].join('\n');
  };
  writeFileSync(join(root, 'long.csv'), table(300, ''));
  writeFileSync(join(root, 'short.csv'), table(120, ' poison'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('what was annotated before a crash is kept, and the next run asks only for the rest', async () => {
  const broken = study(['--fault', 'poison'], ", version: '1'");
  const failure = await run(broken, { out: 'out' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'SourceError', code: 'annotator/ended' });
  expect((failure as Error).message).toContain(
    'source short, short.csv from line 1, batch 1, mentions 101 to 120',
  );
  expect(asked()).toBe(420);
  const finding = await run(study([], ", version: '1'"), { out: 'out' });
  expect(asked()).toBe(120);
  expect(finding.manifest.annotators).toEqual([
    { layer: 'stance', kind: 'program', name: 'stub', version: '1', trainedOn: [] },
  ]);
  const balance = finding.levels?.find((one) => one.measure === 'net-balance')?.estimate;
  expect(balance).toMatchObject({ kind: 'estimate', nDocuments: 420, value: 0 });
});

test('another version annotates anew, another batch size does not', async () => {
  await run(study([], ", version: '2'"), { out: 'out' });
  expect(asked()).toBe(420);
  await run(study([], ", version: '2'").replace('batch: 50', 'batch: 9'), { out: 'out' });
  expect(asked()).toBe(0);
});

test('worker processes ask programs of their own and find the same; a failure crosses them', async () => {
  const noisy = study(['--accuracy', '0.7']);
  const alone = await run(noisy, { out: 'alone' });
  expect(await run(noisy, { out: 'together', threads: 2 })).toEqual(alone);
  expect(alone.manifest.annotators[0]?.version).toMatch(/^[0-9a-f]{12}$/);
  const failure = run(study(['--fault', 'wrong-label']), { out: 'wrong', threads: 2 });
  await expect(failure).rejects.toMatchObject({ name: 'SourceError', code: 'annotator/wrong-answer' });
});
