import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SourceError } from '../errors/errors.ts';

const KEY_BYTES = 32;

/**
 * Reads the key that turns handles into pseudonyms, or makes one with mode 600. It lies outside the store, so
 * that handing on the store does not hand on the means to test a handle against it.
 */
export async function readAuthorKey(
  path: string,
  randomBytes: (n: number) => Uint8Array,
): Promise<Uint8Array> {
  const known = await readFile(path).catch(() => null);
  if (known !== null) {
    const key = Buffer.from(known.toString('utf8').trim(), 'hex');
    if (key.length === KEY_BYTES) return key;
    throw new SourceError('source/unreadable', { path, problem: 'an author key is 64 hexadecimal digits' });
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const key = randomBytes(KEY_BYTES);
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(`${Buffer.from(key).toString('hex')}\n`);
  await file.close();
  await chmod(path, 0o600);
  return key;
}
