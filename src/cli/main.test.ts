import { expect, test } from 'vitest';
import { main } from './main.ts';
import type { Terminal } from './terminal.ts';

async function helpOf(command: readonly string[]): Promise<string> {
  let text = '';
  const terminal: Terminal = {
    out: (some) => {
      text += some;
    },
    error: () => undefined,
    isInteractive: false,
    columns: 80,
    env: {},
  };
  expect(await main([...command, '--help'], terminal)).toBe(0);
  return text;
}

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
