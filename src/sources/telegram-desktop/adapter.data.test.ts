import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { telegramDesktop } from './adapter.ts';

test.each([
  ['chat-exports-chatpack/telegram_export.json', 7, 0],
  ['telegram-desktop-tgparser/personal_chat.json', 4, 1],
  ['telegram-desktop-tgparser/supergroup_with_topics.json', 4, 3],
] as const)('%s: %i messages, %i service messages', async (name, nMessages, nService) => {
  const files = dataFiles('format-fixtures', new RegExp(`${name}$`));
  const { records, rejected } = await readFiles(telegramDesktop, files);
  expect(records).toHaveLength(nMessages);
  expect(rejected.map(({ reason }) => reason)).toEqual(Array(nService).fill('no-text'));
  expect(records.every(({ record }) => record.fields.text !== null && record.fields.author !== null)).toBe(
    true,
  );
});
