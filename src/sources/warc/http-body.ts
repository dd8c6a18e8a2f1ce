import zlib from 'node:zlib';
import { headersIn } from './read-warc.ts';

/** What a server answered, unpacked. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Reads the body when asked: what a page needs not be unpacked to know. */
  readonly body: () => HttpBody;
}

/** The bytes of a document, or why they cannot be had. */
type HttpBody =
  | { readonly bytes: Buffer }
  | { readonly reason: 'truncated' | 'unparseable' | 'too-long'; readonly problem: string };

/** A page may unpack to this many bytes. */
const BODY_BYTES = 64 * 1024 * 1024;
const HEADER_BYTES = 262_144;

/** Reads an HTTP response as it went over the wire; null where it is none. */
export function readAnswer(block: Buffer): HttpAnswer | null {
  const crlf = block.indexOf('\r\n\r\n');
  const lf = block.indexOf('\n\n');
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
  const bodyAt = end < 0 ? block.length : end + (end === crlf ? 4 : 2);
  const head = block.toString('latin1', 0, Math.min(end < 0 ? block.length : end, HEADER_BYTES));
  const [statusLine = '', ...lines] = head.split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(statusLine)?.[1];
  if (status === undefined) return null;
  const headers = headersIn(lines);
  return { status: Number(status), headers, body: () => bodyOf(block.subarray(bodyAt), headers) };
}

function bodyOf(sent: Buffer, headers: ReadonlyMap<string, string>): HttpBody {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const stated = headers.get('content-length') ?? '';
  const packing = headers.get('content-encoding') ?? '';
  const isShort = !isChunked && packing === '' && /^\d{1,15}$/.test(stated) && Number(stated) > sent.length;
  // Servers miscount: what ends as a page does is whole.
  if (isShort && !/<\/html>\s*$/i.test(sent.toString('latin1', Math.max(0, sent.length - 200)))) {
    return { reason: 'truncated', problem: `${sent.length} of ${stated} bytes of the response are there` };
  }
  const joined = isChunked ? joinChunks(sent) : { bytes: sent };
  return 'bytes' in joined ? unpacked(joined.bytes, packing) : joined;
}

/** Joins the chunks of a chunked body. A body that does not begin with a chunk was joined by the archiver already. */
function joinChunks(sent: Buffer): HttpBody {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = sent.indexOf('\n', at);
    const line = sent.toString('latin1', at, lineEnd < 0 ? Math.min(sent.length, at + 100) : lineEnd);
    const size = /^([0-9a-f]{1,8})\s*(?:;[^\n]*)?$/i.exec(line.trimEnd())?.[1];
    if (size === undefined || lineEnd < 0) {
      if (at === 0) return { bytes: sent };
      return at >= sent.length
        ? { reason: 'truncated', problem: 'the last chunk of the response is missing' }
        : { reason: 'unparseable', problem: 'the chunks of the response are damaged' };
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return { bytes: Buffer.concat(chunks) };
    const start = lineEnd + 1;
    if (start + length > sent.length) {
      return { reason: 'truncated', problem: 'a chunk of the response is cut off' };
    }
    chunks.push(sent.subarray(start, start + length));
    at = start + length;
    if (sent[at] === 0x0d) at++;
    if (sent[at] === 0x0a) at++;
  }
}

type Unpack = (bytes: Buffer) => Buffer;

const LIMIT = { maxOutputLength: BODY_BYTES };
const PACKINGS: Readonly<Record<string, Unpack>> = {
  gzip: (bytes) => zlib.gunzipSync(bytes, LIMIT),
  deflate: (bytes) =>
    (bytes[0]! & 0x0f) === 8 ? zlib.inflateSync(bytes, LIMIT) : zlib.inflateRawSync(bytes, LIMIT),
  br: (bytes) => zlib.brotliDecompressSync(bytes, LIMIT),
  zstd: (bytes) => zlib.zstdDecompressSync(bytes, LIMIT),
};

/** Undoes the packing that a server states. Bytes that begin like markup were unpacked by the archiver already. */
function unpacked(bytes: Buffer, stated: string): HttpBody {
  const names = stated
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length === 0 || bytes.length === 0 || /^\s*</.test(bytes.toString('latin1', 0, 64))) {
    return { bytes };
  }
  let body = bytes;
  for (const name of names.reverse()) {
    const unpack = PACKINGS[name.replace(/^x-/, '')];
    if (unpack === undefined) {
      return { reason: 'unparseable', problem: `the response is packed as "${name.slice(0, 40)}"` };
    }
    try {
      body = unpack(body);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      if (code === 'ERR_BUFFER_TOO_LARGE') {
        return { reason: 'too-long', problem: `the response unpacks to more than ${BODY_BYTES} bytes` };
      }
      return code === 'Z_BUF_ERROR'
        ? { reason: 'truncated', problem: `the ${name} data of the response are cut off` }
        : { reason: 'unparseable', problem: `the ${name} data of the response are damaged` };
    }
  }
  return { bytes: body };
}
