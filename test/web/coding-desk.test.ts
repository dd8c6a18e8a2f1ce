import { expect, test } from 'vitest';
import type { OwnItem, Submission } from '../../src/server/coding/contract.ts';
import { CODE_MESSAGES } from '../../web/src/messages/code/code-messages.ts';
import {
  applyCommand,
  type Command,
  commandOf,
  type Desk,
  openDesk,
  partsOfPassage,
} from '../../web/src/views/code/coding-desk.ts';
import {
  addToQueue,
  nextBatch,
  readQueue,
  removeFromQueue,
  type Waiting,
  withWaiting,
} from '../../web/src/views/code/coding-queue.ts';

const items = (labels: readonly OwnItem['label'][]): OwnItem[] =>
  labels.map((label, i) => ({
    id: `m${String(i).padStart(12, '0')}`,
    passage: 'of ⟦China⟧',
    target: 'China',
    language: 'en',
    label,
    themes: [],
    isQuoted: false,
  }));

/** What is sent, command by command. */
function play(desk: Desk, commands: readonly Command[]): { desk: Desk; sent: (string | null)[] } {
  const sent: (string | null)[] = [];
  let now = desk;
  for (const command of commands) {
    const { desk: next, changed } = applyCommand(now, command);
    now = next;
    sent.push(
      changed === null
        ? null
        : `${changed.id.slice(-1)} ${changed.label} ${changed.themes} ${changed.isQuoted}`,
    );
  }
  return { desk: now, sent };
}

test('coding goes on at the first mention without a label, and leads to the next', () => {
  const desk = openDesk(items(['favor', null, 'unclear', null]));
  expect(desk.at).toBe(1);
  const { desk: end, sent } = play(desk, [
    { kind: 'label', label: 'against' },
    { kind: 'label', label: 'unclear' },
  ]);
  expect(sent).toEqual(['1 against  false', '3 unclear  false']);
  expect(end.at).toBe(4);
  expect(openDesk([]).at).toBe(0);
});

test('marks go with the label; on a mention that has one they are sent at once', () => {
  const { sent } = play(openDesk(items([null, null])), [
    { kind: 'theme', theme: 'goods' },
    { kind: 'quoted' },
    { kind: 'label', label: 'favor' },
    { kind: 'back' },
    { kind: 'theme', theme: 'goods' },
  ]);
  expect(sent).toEqual([null, null, '0 favor goods true', null, '0 favor  true']);
});

test('undo takes back the last thing, marks too, and shows the mention again', () => {
  const start = openDesk(items([null, null]));
  const { desk, sent } = play(start, [
    { kind: 'quoted' },
    { kind: 'label', label: 'favor' },
    { kind: 'undo' },
    { kind: 'undo' },
    { kind: 'undo' },
  ]);
  expect(sent).toEqual([
    null,
    '0 favor  false'.replace('false', 'true'),
    '0 null  true',
    '0 null  false',
    null,
  ]);
  expect(desk).toEqual(start);
});

test('moves stay on the desk', () => {
  const { desk } = play(openDesk(items([null])), [{ kind: 'back' }, { kind: 'next' }, { kind: 'next' }]);
  expect(desk.at).toBe(1);
  expect(applyCommand(desk, { kind: 'label', label: 'favor' })).toEqual({ desk, changed: null });
});

const key = (code: string, more: object = {}) => ({
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test('keys are places on the keyboard, so that a Russian layout codes as well', () => {
  const themes = [{ id: 'goods' }];
  const of = (code: string, more?: object) => commandOf(key(code, more), themes);
  expect(['Digit1', 'Digit2', 'Numpad3', 'Digit4'].map((one) => of(one))).toEqual(
    ['against', 'neither', 'favor', 'unclear'].map((label) => ({ kind: 'label', label })),
  );
  expect(of('Digit1', { shiftKey: true })).toEqual({ kind: 'theme', theme: 'goods' });
  expect([of('KeyZ'), of('KeyZ', { ctrlKey: true })]).toEqual([{ kind: 'undo' }, { kind: 'undo' }]);
  for (const nothing of [
    of('Digit5'),
    of('Digit2', { shiftKey: true }),
    of('Digit1', { ctrlKey: true }),
    of('Digit1', { altKey: true }),
    of('KeyQ', { shiftKey: true }),
    of('KeyR', { ctrlKey: true }),
    of('Enter'),
  ])
    expect(nothing).toBeNull();
});

test('a passage is cut at its target, with its line breaks', () => {
  expect(partsOfPassage('… a ¶ b ⟦China⟧, c …')).toEqual(['… a\nb ', 'China', ', c …']);
  expect(partsOfPassage('without a target')).toEqual(['without a target', '', '']);
});

function storage(kept: Record<string, string> = {}, isFull = false) {
  return {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => {
      if (isFull) throw new DOMException('full');
      kept[name] = value;
    },
    removeItem: (name: string) => {
      delete kept[name];
    },
  };
}

const waiting = (id: string, wave: string, label: Submission['label'] = 'favor'): Waiting => ({
  id,
  wave,
  mention: 'm000000000000',
  label,
  themes: [],
  isQuoted: false,
});

test('codings wait in their order, are sent by wave, and leave when they are kept', () => {
  const store = storage();
  for (const one of [waiting('a', 'w1'), waiting('b', 'w1', null), waiting('c', 'w2')])
    expect(addToQueue(store, 'k', one)).toBe(true);
  expect(nextBatch(readQueue(store, 'k')).map(({ id }) => id)).toEqual(['a', 'b']);
  addToQueue(store, 'k', waiting('d', 'w2'));
  removeFromQueue(store, 'k', ['a', 'b']);
  expect(nextBatch(readQueue(store, 'k')).map(({ id }) => id)).toEqual(['c', 'd']);
  expect(readQueue(store, 'another')).toEqual([]);
  expect(nextBatch([])).toEqual([]);
});

test('a queue that is damaged or cannot be kept is as none, and is said', () => {
  for (const kept of ['', '{', '{}', '7', '[null,7,{"id":1}]'])
    expect(readQueue(storage({ k: kept }), 'k')).toEqual([]);
  expect(addToQueue(storage({}, true), 'k', waiting('a', 'w'))).toBe(false);
});

test('what waits shows as if it were kept: the last of a mention counts', () => {
  const shown = withWaiting(items(['against', null]), [waiting('a', 'w'), waiting('b', 'w', 'neither')]);
  expect(shown.map(({ label }) => label)).toEqual(['neither', null]);
});

test('the words of the view are there in three languages, of one shape and none empty', () => {
  const shape = (words: object, path = ''): string[] =>
    Object.entries(words).flatMap(([name, value]) => {
      const at = `${path}.${name}`;
      if (typeof value === 'string') return value === '' ? [`${at} is empty`] : [at];
      return typeof value === 'function' ? [at] : shape(value as object, at);
    });
  expect(shape(CODE_MESSAGES.ru)).toEqual(shape(CODE_MESSAGES.en));
  expect(shape(CODE_MESSAGES.zh)).toEqual(shape(CODE_MESSAGES.en));
});
