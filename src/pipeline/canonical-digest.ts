import { hash } from 'node:crypto';

/** JSON with keys in order at every depth, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The first 32 hexadecimal digits of SHA-256 over the canonical JSON of a value. */
export function canonicalDigest(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex').slice(0, 32);
}
