import { expect, test } from 'vitest';
import { createCharacterTable } from './character-classes.ts';
import { markHeldPraise } from './held-praise.ts';
import { createPolarityTable, markPolarity } from './polarity.ts';
import { createTokenWindow, tokenizeWindow } from './tokens.ts';

/** What is left out of a text, and the words that still praise. */
function heldIn(text: string): { held: string[]; praising: string[] } {
  const table = createCharacterTable();
  const window = createTokenWindow();
  const polarity = new Uint8Array(window.kinds.length);
  const held = new Uint8Array(window.kinds.length).fill(1);
  tokenizeWindow({ text, spans: [], language: 'en' }, 0, { table, into: window });
  markPolarity(window, { text, folded: table.folded, table: createPolarityTable() }, polarity);
  markHeldPraise({ window, polarity, held }, text);
  const words = (of: Uint8Array): string[] =>
    [...of.subarray(0, window.length).entries()].flatMap(([t, value]) =>
      value === 1 ? [text.slice(window.starts[t], window.ends[t])] : [],
    );
  return { held: words(held), praising: words(polarity) };
}

test.each([
  ['They call themselves "allies".', ['allies'], []],
  ['«надёжный партнёр» подвёл, спасибо', ['надёжный', 'партнёр'], ['спасибо']],
  ['这个“好朋友”把零件断供了', ['好', '朋', '友'], []],
])('a word or two of praise between marks are left out: %s', (text, held, praising) => {
  expect(heldIn(text)).toEqual({ held, praising });
});

test.each([
  ['praise without marks', 'a reliable ally'],
  ['a name', 'the film "Victory"'],
  ['no praise', 'the "thing"'],
  ['speech', '"we are grateful for the help," he said'],
  ['a mark without its partner', 'a "reliable ally'],
  ['marks around nothing', 'a good "" thing'],
])('nothing else is: %s', (_, text) => {
  expect(heldIn(text).held).toEqual([]);
});
