import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';

/**
 * The version that the study states; else a digest of the command and of the program or script in it, where that is a
 * file by a path relative to the study: a script that was changed is another annotator. Files named further on are not
 * looked at, because a program may write to them.
 */
export async function programVersion(
  { command, version }: { readonly command: readonly string[]; readonly version: string | null },
  folder: string,
): Promise<string> {
  if (version !== null) return version;
  const [file = '', ...words] = command;
  const script = words.find((word) => !word.startsWith('-')) ?? '';
  const contents = [file, script].map(async (word) => {
    if (word === '' || isAbsolute(word)) return null;
    const content = await readFile(join(folder, word)).catch(() => null);
    return content === null ? null : hash('sha256', content);
  });
  return hash('sha256', JSON.stringify([command, await Promise.all(contents)])).slice(0, 12);
}
