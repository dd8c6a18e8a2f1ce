import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SourceError } from '../errors/errors.ts';
import { writeWhole } from './part-store.ts';

const KEY_BYTES = 32;

/** The keys of a study: the one that makes pseudonyms, and those before it, under which authors were forgotten. */
export interface AuthorKeys {
  readonly current: Uint8Array;
  readonly former: readonly Uint8Array[];
}

/**
 * Reads the key that turns handles into pseudonyms, or makes one with mode 600. It lies outside the store, so
 * that handing on the store does not hand on the means to test a handle against it.
 */
export async function readAuthorKeys(
  path: string,
  randomBytes: (n: number) => Uint8Array,
): Promise<AuthorKeys> {
  const known = await readFile(path).catch(() => null);
  if (known !== null) {
    const keys = known
      .toString('utf8')
      .trim()
      .split(/\s+/)
      .map((line) => Buffer.from(line, 'hex'));
    const [current, ...former] = keys;
    if (current !== undefined && keys.every((key) => key.length === KEY_BYTES)) return { current, former };
    throw new SourceError('source/unreadable', { path, problem: 'an author key is 64 hexadecimal digits' });
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const current = randomBytes(KEY_BYTES);
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(printed([current]));
  await file.close();
  await chmod(path, 0o600);
  return { current, former: [] };
}

/**
 * Puts a new key in the place of the old one. Where authors are forgotten under the old one it stays behind the new, to
 * know them by; else it is gone.
 */
export async function rotateAuthorKey(
  path: string,
  randomBytes: (n: number) => Uint8Array,
  keepsFormer: boolean,
): Promise<void> {
  const { current, former } = await readAuthorKeys(path, randomBytes);
  await writeWhole(
    path,
    printed([randomBytes(KEY_BYTES), ...(keepsFormer ? [current, ...former] : [])]),
    0o600,
  );
}

function printed(keys: readonly Uint8Array[]): string {
  return keys.map((key) => `${Buffer.from(key).toString('hex')}\n`).join('');
}
