import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedClaims } from '../../src/demo/reference/planted-claims.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { runCommandLine } from './run-command-line.ts';

const STUDY = 'studies/russia-on-china';
const PLANTED = plantedClaims();

let root: string;
let finding: Finding;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-reference-'));
  const env = { XDG_CONFIG_HOME: join(root, 'config') };
  const succeed = async (args: readonly string[]): Promise<void> => {
    const { code, error } = await runCommandLine(args, { env });
    expect(code, error).toBe(0);
  };
  for (const file of ['study.yaml', 'levada.csv']) copyFileSync(join(STUDY, file), join(root, file));
  await succeed(['demo', '--corpus', 'reference', '--documents', '8000', '--out', root]);
  await succeed(['run', join(root, 'study.yaml'), '--out', join(root, 'result'), '--threads', '1']);
  finding = JSON.parse(readFileSync(join(root, 'result', 'finding.json'), 'utf8')) as Finding;
}, 600_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the reference study', () => {
  test('has the promised shape, and every page says that the corpus is synthetic', () => {
    expect(findingSchema.parse(finding)).toEqual(finding);
    expect(finding.synthetic).toBe(true);
    expect(readFileSync(join(root, 'result', 'report.html'), 'utf8')).toContain('Synthetic corpus.');
    expect(readFileSync(join(STUDY, 'README.md'), 'utf8').slice(0, 400)).toContain(
      'The corpus is synthetic.',
    );
  });

  test('has all 26 claims, each typed, and the truth of each that is measured', () => {
    const numbers = new Set(finding.claims.flatMap(({ text }) => text.match(/C\d+/g) ?? []));
    expect([...numbers].sort()).toEqual(Array.from({ length: 26 }, (_, i) => `C${i + 1}`).sort());
    const measured = finding.claims.filter((one) => one.verdict !== null).map((one) => one.id);
    expect(Object.keys(PLANTED).sort()).toEqual(measured.sort());
    expect(new Set(finding.claims.map((one) => one.kind)).size).toBe(10);
  });

  test('holds when it is verified: files, records, quotes and every number', async () => {
    const env = { XDG_CONFIG_HOME: join(root, 'config') };
    const { code, error } = await runCommandLine(['verify', join(root, 'result'), '--threads', '1'], { env });
    expect(code, error).toBe(0);
  });

  test('supports nothing that was not planted and contradicts nothing that was', () => {
    for (const { id, verdict } of finding.claims) {
      if (PLANTED[id] === false) expect(verdict, id).not.toBe('supported');
      if (PLANTED[id] === true) expect(verdict, id).not.toBe('contradicted');
    }
  });

  test('the verdicts are mixed', () => {
    const verdicts = Object.fromEntries(finding.claims.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts).toMatchObject({
      c5: 'supported',
      c22: 'contradicted',
      c24: 'no-data',
      c25: null,
    });
    expect(Object.values(verdicts)).toContain('cannot-separate');
  });

  test('a brand counts for itself and for Chinese cars, and no car for China', () => {
    const mentions = (target: string): number =>
      finding.levels?.find(
        (one) => one.target === target && one.stratum['class'] === 'public' && one.measure === 'net-balance',
      )?.estimate.nDocuments ?? 0;
    const brands = ['haval', 'geely', 'chery', 'changan'].map(mentions);
    expect(Math.min(...brands)).toBeGreaterThan(0);
    expect(mentions('chinese-cars')).toBeGreaterThan(brands.reduce((sum, n) => sum + n, 0));
    expect(mentions('china')).toBeGreaterThan(mentions('chinese-cars'));
  });
});
