/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Pieces that parsers stumble over. */
const PIECES = [
  '\0',
  '"',
  '""',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '<![CDATA[',
  ']]>',
  '&#xD800;',
  ',',
  '\n',
  '\r\n',
  '\r',
  '\u202e',
  '\ufeff',
  '\ufffd',
  '\\ud800',
  '---\n',
  '999999999999999999999999',
  '-1e400',
  '\u0000\uffff',
].map((text) => Buffer.from(text));

/** A copy of the bytes, damaged in one to four ways. */
export function mutatedBytes(bytes: Buffer, random: () => number): Buffer {
  let out: Buffer = Buffer.from(bytes);
  const times = 1 + Math.floor(random() * 4);
  for (let i = 0; i < times; i++) out = mutateOnce(out, random);
  return out;
}

function mutateOnce(bytes: Buffer, random: () => number): Buffer {
  const place = (): number => Math.floor(random() * (bytes.length + 1));
  const [a, b] = [place(), place()].sort((x, y) => x - y) as [number, number];
  switch (Math.floor(random() * 8)) {
    case 0:
    case 1: {
      const flipped = Buffer.from(bytes);
      if (a < flipped.length) flipped[a] = flipped[a]! ^ (1 << Math.floor(random() * 8));
      return flipped;
    }
    case 2:
      return bytes.subarray(0, a);
    case 3:
      return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, b), bytes.subarray(a, b), bytes.subarray(b)]);
    case 5: {
      const run = Buffer.alloc(1 + Math.floor(random() * 5000), Math.floor(random() * 256));
      return Buffer.concat([bytes.subarray(0, a), run, bytes.subarray(a)]);
    }
    case 6: {
      const noise = Buffer.from(
        Array.from({ length: 1 + Math.floor(random() * 30) }, () => Math.floor(random() * 256)),
      );
      return Buffer.concat([bytes.subarray(0, a), noise, bytes.subarray(a)]);
    }
    default: {
      const piece = PIECES[Math.floor(random() * PIECES.length)] ?? Buffer.alloc(0);
      return Buffer.concat([bytes.subarray(0, a), piece, bytes.subarray(a)]);
    }
  }
}
