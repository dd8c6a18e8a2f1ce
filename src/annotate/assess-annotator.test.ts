import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { readParts, writePart } from '../store/part.ts';
import { ANNOTATOR_QUALITY } from '../store/tables.ts';
import { assessAnnotator } from './assess-annotator.ts';

test('of a model inside the program, what its card says, by language and by domain', async () => {
  const rows = await assessAnnotator({ kind: 'linear', model: 'stance-1' }, '.');
  const measured = rows.filter((row) => row.kind === 'measured');
  expect(measured).toHaveLength(rows.length);
  const languages = measured.filter((row) => row.stratum.domain === null);
  expect(languages.map((row) => row.stratum.language)).toEqual(['en', 'ru', 'zh']);
  for (const row of languages) {
    const inside = measured.filter(
      ({ stratum }) => stratum.language === row.stratum.language && stratum.domain !== null,
    );
    expect(inside.length).toBeGreaterThan(0);
    const labelled = row.confusion.flat().reduce((sum, n) => sum + n, 0);
    expect(labelled + row.nAbstained).toBe(row.nCoded);
    expect(inside.reduce((sum, one) => sum + one.nCoded, 0)).toBe(row.nCoded);
    expect(row.macroF1.lower).toBeLessThan(row.macroF1.value as number);
  }
});

test('of labels that came with the records and of a program nothing, with the reason', async () => {
  const column = { kind: 'column', label: 'code', probabilities: null, target: null, labels: {} } as const;
  expect(await assessAnnotator(column, '.')).toMatchObject([{ kind: 'unknown', reason: 'given-labels' }]);
  const program = {
    kind: 'program',
    command: ['none'],
    batch: 1,
    timeoutSeconds: 1,
    name: 'asked',
    version: '3',
  } as const;
  expect(await assessAnnotator(program, '.')).toEqual([
    {
      kind: 'unknown',
      annotator: 'asked@3',
      layer: 'stance',
      stratum: { language: null, domain: null },
      reason: 'no-card',
    },
  ]);
});

test('a store keeps every figure', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-quality-'));
  const database = await openDatabase({
    path: ':memory:',
    threads: 1,
    memoryLimitMb: 200,
    temporaryFolder: folder,
  });
  try {
    const rows = [
      ...(await assessAnnotator({ kind: 'linear', model: 'stance-1' }, '.')),
      {
        kind: 'unknown',
        annotator: 'asked@3',
        layer: 'stance',
        stratum: { language: null, domain: null },
        reason: 'no-card',
      } as const,
    ];
    const path = join(folder, 'annotator_quality.parquet');
    await writePart(ANNOTATOR_QUALITY, { rows, path });
    const read = await database.rows<Record<string, unknown>>(
      'quality',
      `select * from ${readParts(ANNOTATOR_QUALITY, [path])}`,
    );
    expect(read).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      expect(read[i]).toMatchObject(
        row.kind === 'unknown'
          ? { n_coded: null, macro_f1: null, coded_favor_as_favor: null, unknown_because: 'no-card' }
          : {
              language: row.stratum.language,
              domain: row.stratum.domain,
              n_coded: row.nCoded,
              coded_against_as_favor: row.confusion[0]?.[2],
              coded_favor_as_against: row.confusion[2]?.[0],
              agreement_lower: row.agreement.lower,
              macro_f1: row.macroF1.value,
              calibration_error: row.calibrationError,
              unknown_because: null,
            },
      );
    }
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
});
