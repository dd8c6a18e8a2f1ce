import { expect, test } from 'vitest';
import { runInProcess } from '../../test/studies/run-in-process.ts';

const helpOf = async (command: readonly string[]): Promise<string> =>
  (await runInProcess([...command, '--help'])).out;

const commandsIn = (help: string): string[] =>
  [...(help.split('Commands:\n')[1] ?? '').matchAll(/^ {2}([a-z][\w-]*)/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'help');

test('the help of every command fits a terminal of 80 columns', async () => {
  const top = await helpOf([]);
  const codings = await helpOf(['codings']);
  const commands = [
    ...commandsIn(top).map((name) => [name]),
    ...commandsIn(codings).map((name) => ['codings', name]),
  ];
  expect(commands.length).toBeGreaterThan(20);
  const pages = [top, ...(await Promise.all(commands.map(helpOf)))];
  const wide = pages.flatMap((page) => page.split('\n')).filter((line) => line.length > 80);
  expect(wide).toEqual([]);
});
