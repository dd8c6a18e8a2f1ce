import { createHmac, createSecretKey } from 'node:crypto';
import type { AuthorKey } from '../domain/identifiers.ts';
import { leading64Bits } from './leading-bits.ts';

/** Handles remembered by one thread; beyond this many the memory is emptied. */
const MEMORY = 200_000;

/**
 * Makes the function that replaces a handle by its pseudonym: the first 8 bytes of HMAC-SHA-256 under the
 * study's key. Without the key the handle cannot be recovered or guessed and tested.
 */
export function createPseudonymizer(key: Uint8Array): (sourceFamily: string, handle: string) => AuthorKey {
  const secret = createSecretKey(key);
  const known = new Map<string, AuthorKey>();
  return (sourceFamily, handle) => {
    const name = `${sourceFamily}\0${handle}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const pseudonym = leading64Bits(createHmac('sha256', secret).update(name).digest('binary')) as AuthorKey;
    if (known.size >= MEMORY) known.clear();
    known.set(name, pseudonym);
    return pseudonym;
  };
}
