import zlib from 'node:zlib';

/** Bytes that may end before they should. */
export interface ByteSource {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Ask after the last chunk: why the bytes end early, in words; null = they are whole. */
  readonly problem: () => string | null;
}

/** How a file is packed, told by its first bytes. */
export type Packing = 'gzip' | 'zstd' | 'none';

/** Input is given to the unpacker in pieces of this size, which bounds what a hostile file can unfold at once. */
const PIECE_BYTES = { gzip: 16_384, zstd: 8_192 } as const;

/** Names the packing by magic bytes. Needs at least 4 bytes; fewer are taken as unpacked. */
export function packingOf(head: Uint8Array): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return isZstdFrame(head) ? 'zstd' : 'none';
}

/**
 * Unpacks gzip (RFC 1952, any number of members) and Zstandard (RFC 8878, any number of frames, windows up to
 * 2 GiB); other bytes pass through. All that comes before a cut or a damaged place is given out first.
 */
export function decompress(bytes: AsyncIterable<Uint8Array>): ByteSource {
  let problem: string | null = null;
  async function* chunks(): AsyncIterable<Uint8Array> {
    const source = await peekable(bytes, 4);
    const packing = packingOf(source.head);
    if (packing === 'none') yield* source.all;
    else {
      for await (const piece of unpack(source.all, packing)) {
        if (typeof piece === 'string') problem = piece;
        else yield piece;
      }
    }
  }
  return { chunks: chunks(), problem: () => problem };
}

/** The first bytes of a stream (at least `length` where there are so many) and the stream with them put back. */
export async function peekable(
  bytes: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    size += next.value.length;
  }
  const head = read.length === 1 ? read[0]! : Buffer.concat(read);
  async function* all(): AsyncIterable<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

/** Unpacked chunks; a string = why it ends early, and is the last thing given. */
async function* unpack(
  bytes: AsyncIterable<Uint8Array>,
  packing: 'gzip' | 'zstd',
): AsyncIterable<Uint8Array | string> {
  let member: Member | null = null;
  let ended = false;
  const size = PIECE_BYTES[packing];
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, Math.min(chunk.length, at + size));
      if (ended) {
        if (packing === 'gzip' || !isZstdFrame(piece)) {
          if (piece.every((byte) => byte === 0)) {
            at += piece.length;
            continue;
          }
          yield `other bytes follow the end of the ${packing} data`;
          return;
        }
        ended = false;
        member = null;
      }
      member ??= startMember(packing);
      const before = member.consumed();
      const state = await member.push(piece);
      yield* member.take();
      if (state === 'failed') {
        yield `${packing} data are damaged: ${member.error()}`;
        return;
      }
      ended = state === 'ended';
      at += ended ? Math.max(1, member.consumed() - before) : piece.length;
    }
  }
  if (member === null || ended) return;
  const state = await member.finish();
  yield* member.take();
  if (state === 'failed') yield `${packing} data are cut off: ${member.error()}`;
}

interface Member {
  readonly push: (piece: Uint8Array) => Promise<MemberState>;
  readonly finish: () => Promise<MemberState>;
  /** What was unpacked since the last call. */
  readonly take: () => Uint8Array[];
  /** Packed bytes used so far. */
  readonly consumed: () => number;
  readonly error: () => string;
}

type MemberState = 'open' | 'ended' | 'failed';

/** One unpacker. Its events are gathered in a list, because a failing stream throws away what it has not handed on. */
function startMember(packing: 'gzip' | 'zstd'): Member {
  const stream =
    packing === 'gzip'
      ? zlib.createGunzip()
      : zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: 31 } });
  let output: Uint8Array[] = [];
  let state: MemberState = 'open';
  let error = '';
  let wake = (): void => {};
  stream.on('data', (chunk: Uint8Array) => output.push(chunk));
  stream.on('end', () => {
    if (state === 'open') state = 'ended';
    wake();
  });
  stream.on('error', (cause) => {
    if (state === 'open') state = 'failed';
    error = cause.message;
    wake();
  });
  const settle = (start: (done: () => void) => void): Promise<MemberState> =>
    new Promise((resolve) => {
      wake = () => resolve(state);
      if (state === 'open') start(() => resolve(state));
      else wake();
    });
  return {
    push: (piece) => settle((done) => stream.write(piece, () => setImmediate(done))),
    finish: () => settle(() => stream.end()),
    take: () => {
      const taken = output;
      output = [];
      return taken;
    },
    consumed: () => stream.bytesWritten,
    error: () => error,
  };
}

/** A Zstandard frame, or a skippable frame that may stand before one. */
function isZstdFrame(head: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = head;
  if (b === 0xb5 && c === 0x2f && d === 0xfd) return a === 0x28;
  return a >= 0x50 && a <= 0x5f && b === 0x2a && c === 0x4d && d === 0x18;
}
