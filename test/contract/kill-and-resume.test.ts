import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../src/stats/random.ts';
import { runCommandLine } from '../studies/run-command-line.ts';

/** How many runs are killed; `KILLS=50` for the full test. */
const KILLS = Number(process.env['KILLS'] ?? 6);

let root: string;
let env: Record<string, string>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-kill-'));
  env = { XDG_CONFIG_HOME: join(root, 'config') };
  const { code, error } = await runCommandLine(
    ['demo', '--documents', '12000', '--out', join(root, 'demo'), '--generate-only'],
    { env },
  );
  expect(code, error).toBe(0);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const digest = (out: string): string =>
  createHash('sha256')
    .update(readFileSync(join(out, 'finding.json')))
    .digest('hex');

test(
  'a run killed at any moment goes on, and loses and doubles nothing',
  async () => {
    const study = join(root, 'demo', 'study.yaml');
    const reference = join(root, 'reference');
    const started = performance.now();
    const whole = await runCommandLine(['run', study, '--out', reference], { env });
    const duration = performance.now() - started;
    expect(whole.code, whole.error).toBe(0);
    const random = seededRandom(91);
    let out = join(root, 'killed-0');
    let killed = 0;
    while (killed < KILLS) {
      const { signal, code, error } = await runCommandLine(['run', study, '--out', out], {
        env,
        killAfterMs: 100 + random() * duration * 0.95,
      });
      if (signal === 'SIGKILL') {
        killed++;
        continue;
      }
      expect(code, error).toBe(0);
      expect(digest(out)).toBe(digest(reference));
      out = join(root, `killed-${killed}-${Math.floor(random() * 1e6)}`);
    }
    if (!existsSync(join(out, 'finding.json'))) {
      const last = await runCommandLine(['run', study, '--out', out], { env });
      expect(last.code, last.error).toBe(0);
    }
    expect(digest(out)).toBe(digest(reference));
  },
  20 * 60_000,
);
