/**
 * A seeded source of uniform numbers in [0, 1): sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state.
 * The same seed gives the same numbers on every machine. Not for secrets.
 */
export function seededRandom(seed: number): () => number {
  let a = 0x9e3779b9 | 0;
  let b = Math.trunc(seed) | 0;
  let c = Math.trunc(seed / 2 ** 32) | 0;
  let counter = 1;
  const next = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}
