import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');

test('every link of a page to a file leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(20);
  const broken = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?<to>[^)\s#]+)(#[^)]*)?\)/g)]
      .map((link) => link.groups?.['to'] as string)
      .filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(dirname(page), to)))
      .map((to) => `${page}: ${to}`),
  );
  expect(broken).toEqual([]);
});

test('pages whose numbers come from the shipped model name its version', () => {
  const { version } = JSON.parse(readFileSync('models/stance-1/model.json', 'utf8')) as { version: string };
  // Their numbers are printed anew with every version; those two tell of all versions.
  const printed = pages.filter((page) => !['CHANGELOG.md', 'models/experiments.md'].includes(page));
  const named = printed.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/stance-1 (\d+\.\d+\.\d+)/g)].map(([, told]) => ({ page, told })),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ told }) => told !== version)).toEqual([]);
});
