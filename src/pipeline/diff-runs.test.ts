import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { diffText } from '../cli/diff-text.ts';
import type { Finding } from '../domain/finding.ts';
import { sampleFinding } from '../report/fixtures/sample-finding.ts';
import { diffRuns } from './diff-runs.ts';

const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

interface Changes {
  readonly finding?: (finding: Finding) => Finding;
  readonly manifest?: object;
  readonly study?: object;
}

/** A folder as a run leaves it, with some things changed. */
async function run({ finding: change, manifest, study }: Changes = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'groundswell-diff-'));
  folders.push(folder);
  const finding = change?.(sampleFinding()) ?? sampleFinding();
  const files = {
    'finding.json': finding,
    'manifest.json': { ...finding.manifest, inputs: [], attachments: [], ...manifest },
    'study-as-run.json': {
      id: 'x',
      targets: [{ id: 'china', aliases: ['China'] }],
      annotators: {},
      digest: 'a',
      ...study,
    },
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), JSON.stringify(content));
  return folder;
}

test('a run compared with itself differs in nothing', async () => {
  const folder = await run();
  expect(await diffRuns(folder, folder)).toMatchObject({
    isSame: true,
    causes: [],
    numbers: [],
    verdicts: [],
  });
});

test.each([
  ['data', { manifest: { nRecords: 7 } }, 'records'],
  ['data', { manifest: { sourceRoots: [{ source: 's', root: 'ab', nRecords: 7 }] } }, 'source s'],
  [
    'query',
    { study: { targets: [{ id: 'china', aliases: ['China', 'PRC'] }] } },
    'targets china · aliases 2',
  ],
  ['model', { study: { annotators: { stance: { kind: 'column' } } } }, 'how it is asked'],
  ['code', { manifest: { version: '9.9.9' } }, 'program'],
  [
    'codings',
    { manifest: { attachments: [{ kind: 'coding', path: 'w/1.csv', sha256: 'ff' }] } },
    'coding w/1.csv',
  ],
] as const)('names a difference of %s', async (cause, changes, what) => {
  const { causes } = await diffRuns(await run(), await run(changes));
  expect(causes.map((one) => [one.cause, one.what])).toEqual([[cause, what]]);
});

test('a number that moved, one that went and a verdict are named, in lines of 80 columns', async () => {
  const moved = await run({
    finding: (one) => ({
      ...one,
      levels: (one.levels ?? []).slice(1).map((level, i) =>
        i > 0 || level.estimate.kind !== 'estimate'
          ? level
          : {
              ...level,
              estimate: {
                ...level.estimate,
                value: 0.9,
                interval: { lower: 0.88, upper: 0.92, level: 0.95 },
              },
            },
      ),
      claims: one.claims.map((claim, i) => (i > 0 ? claim : { ...claim, verdict: 'no-data' as const })),
    }),
  });
  const diff = await diffRuns(await run(), moved);
  expect(diff.isSame).toBe(false);
  expect(diff.numbers[0]).toMatchObject({ isApart: true });
  expect(diff.numbers.some(({ after }) => after === null)).toBe(true);
  expect(diff.verdicts).toMatchObject([{ after: 'no-data' }]);
  const lines = diffText(diff).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('a folder without a run is named with the file that lacks', async () => {
  await expect(diffRuns(await run(), join(tmpdir(), 'no-such-run'))).rejects.toMatchObject({
    code: 'diff/no-run',
  });
});
