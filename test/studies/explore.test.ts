import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AskedSelection } from '../../src/domain/explored.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { keyFile, loadStudy } from '../../src/pipeline/load-study.ts';
import { type Explorer, openExplorer } from '../../src/pipeline/open-explorer.ts';
import { EXPLORED_STUDY, writeExploredStudy } from './explored-study.ts';
import { runInProcess } from './run-in-process.ts';

let root: string;

interface Made {
  readonly finding: Finding;
  readonly explorer: Explorer;
}

async function make(name: string, study: string): Promise<Made> {
  const path = writeExploredStudy(join(root, name), study);
  const out = join(root, name, 'out');
  const { code, error } = await runInProcess(['run', path, '--out', out, '--threads', '1', '--json']);
  expect([code, code === 0 ? '' : error]).toEqual([0, '']);
  const { config } = await loadStudy(path);
  const explorer = openExplorer(async () => config, {
    out,
    threads: 1,
    keyFile: keyFile(config, {}),
    progress: () => undefined,
    now: Date.now,
    randomBytes: () => {
      throw new Error('no new key is needed');
    },
    version: '0.0.0',
  });
  return { finding: JSON.parse(readFileSync(join(out, 'finding.json'), 'utf8')) as Finding, explorer };
}

let plain: Made;
let weighted: Made;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-explore-'));
  plain = await make('plain', EXPLORED_STUDY);
  weighted = await make(
    'weighted',
    `${EXPLORED_STUDY}weights: { copies: once, authorWeekCap: 2, sources: { board: 0.5 } }\n`,
  );
}, 120_000);

afterAll(() => {
  plain?.explorer.close();
  weighted?.explorer.close();
  rmSync(root, { recursive: true, force: true });
});

const ALL: AskedSelection = {
  target: 'china',
  class: null,
  source: null,
  language: null,
  region: null,
  theme: null,
  voice: null,
  copies: 'each',
  from: null,
  to: null,
};

const close = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'number' ? Number(inner.toPrecision(9)) : inner,
  );

test.each(['plain', 'weighted'] as const)(
  'a selection of a class has the numbers of the finding: %s',
  async (name) => {
    const { finding, explorer } = name === 'plain' ? plain : weighted;
    const measures = {
      net: 'net-balance',
      favor: 'favor-share',
      against: 'against-share',
      neither: 'neither-share',
    } as const;
    for (const target of ['china', 'korea'])
      for (const className of ['public', 'press'])
        for (const [measure, long] of Object.entries(measures)) {
          const asked = {
            ...ALL,
            target,
            class: className,
            copies: name === 'plain' ? ('each' as const) : ('once' as const),
          };
          const { selections } = await explorer.selections({
            selections: [asked],
            measure: measure as keyof typeof measures,
          });
          const of = (one: {
            target: string;
            stratum: Readonly<Record<string, string>>;
            measure: string;
          }): boolean => one.target === target && one.stratum['class'] === className && one.measure === long;
          const series = finding.series.find(of);
          const level = finding.levels?.find(of);
          expect(close(selections[0]?.series.map(({ estimate }) => estimate))).toEqual(
            close(series?.estimates),
          );
          expect(close(selections[0]?.whole.estimate)).toEqual(close(level?.estimate));
        }
  },
);
