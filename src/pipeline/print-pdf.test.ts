import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, printPdf } from './print-pdf.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-browser-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program that stands for a browser: it finds the file to print in its options. */
async function browser(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    `#!/bin/sh\nfor o in "$@"; do case "$o" in --print-to-pdf=*) to="\${o#*=}";; esac; done\n${script}\n`,
  );
  await chmod(path, 0o755);
  return path;
}

test('is found by the environment, else on the path', async () => {
  const path = await browser('google-chrome', '');
  expect(await findBrowser({ PATH: folder })).toBe(path);
  expect(await findBrowser({ PATH: '', GROUNDSWELL_BROWSER: path })).toBe(path);
});

test('names the remedy where the browser asked for is not there', async () => {
  await expect(findBrowser({ PATH: folder, GROUNDSWELL_BROWSER: '/no/such' })).rejects.toMatchObject({
    code: 'report/no-browser',
    message: 'GROUNDSWELL_BROWSER names /no/such, and there is no such program',
  });
});

test('the time of printing is taken out without moving a byte', async () => {
  const dates = ['/CreationDate (D:20260102030405+00)', '/ModDate (D:2)'];
  const made = `printf '%%PDF-1.4 ${dates.join(' ')} end' > "$to"`;
  const pdf = await printPdf('<p>x', { GROUNDSWELL_BROWSER: await browser('dates', made) });
  const blank = dates.map((date) => ' '.repeat(date.length)).join(' ');
  expect(Buffer.from(pdf).toString()).toBe(`%PDF-1.4 ${blank} end`);
});

test.each([
  ['prints nothing', 'echo "no display" >&2; exit 1', 'no display'],
  ['writes something else', 'echo hello > "$to"', 'it ended with 0'],
])('a browser that %s is named with its last words', async (_, script, problem) => {
  await expect(
    printPdf('<p>x', { GROUNDSWELL_BROWSER: await browser('broken', script) }),
  ).rejects.toMatchObject({
    code: 'report/not-printed',
    parameters: { problem },
  });
});
