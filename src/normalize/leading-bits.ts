/** The first 8 bytes of a digest as a number, big-endian. The digest is a binary string: it costs far less than a buffer. */
export function leading64Bits(digest: string): bigint {
  return (BigInt(uint32(digest, 0)) << 32n) | BigInt(uint32(digest, 4));
}

function uint32(digest: string, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) value = value * 256 + digest.charCodeAt(i);
  return value;
}
