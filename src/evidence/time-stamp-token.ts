/** What an RFC 3161 time-stamp token says. */
export interface TimeStamp {
  /** The hash that was stamped, hexadecimal; always a SHA-256. */
  readonly sha256: string;
  /** When, UTC, as the token writes it: `20240701120000Z`. */
  readonly time: string;
  /** The number of the request, hexadecimal; null = it had none. */
  readonly nonce: string | null;
}

/** Why a file is no token of this kind. */
export type TimeStampProblem = 'not-der' | 'refused' | 'not-a-token' | 'not-sha256';

const TAG = { integer: 0x02, octets: 0x04, oid: 0x06, time: 0x18, sequence: 0x30, content: 0xa0 } as const;
/** Object identifiers as DER writes them. */
const OID = {
  signedData: '2a864886f70d010702',
  timeStampInfo: '2a864886f70d0109100104',
  sha256: '608648016503040201',
} as const;

/**
 * Reads a time-stamp response or a bare token (RFC 3161, sections 2.4.2 and RFC 5652) as strictly as DER is written: definite lengths in their shortest form, nothing
 * after the end. What was stamped and when is read; whether the signature is that of an authority is not checked, which needs its
 * certificates: `openssl ts -verify` does. Three fields of one structure are needed, so no ASN.1 library is.
 */
export function readTimeStamp(bytes: Uint8Array): TimeStamp | TimeStampProblem {
  const outer = readSequence(bytes);
  if (outer === null) return 'not-der';
  const [first, second] = outer;
  // A response begins with its status, a token with its type.
  let token = outer;
  if (first?.tag === TAG.sequence) {
    const status = readAll(first.content)?.[0];
    if (status?.tag !== TAG.integer || status.content.length !== 1) return 'not-a-token';
    if ((status.content[0] as number) > 1 || second === undefined) return 'refused';
    const inner = second.tag === TAG.sequence ? readAll(second.content) : null;
    if (inner === null) return 'not-der';
    token = inner;
  }
  const info = stampedInfo(token);
  if (info === null) return 'not-a-token';
  const [, , imprint, , time] = info;
  const [algorithm, hash] = imprint?.tag === TAG.sequence ? (readAll(imprint.content) ?? []) : [];
  const oid = algorithm?.tag === TAG.sequence ? readAll(algorithm.content)?.[0] : undefined;
  if (time?.tag !== TAG.time || hash?.tag !== TAG.octets || oid?.tag !== TAG.oid) return 'not-a-token';
  if (hex(oid.content) !== OID.sha256 || hash.content.length !== 32) return 'not-sha256';
  // Behind the time only the number of the request is a whole number of its own.
  const nonce = info.slice(5).find(({ tag }) => tag === TAG.integer);
  return {
    sha256: hex(hash.content),
    time: Buffer.from(time.content).toString('latin1'),
    nonce: nonce === undefined ? null : hex(nonce.content).replace(/^(?:00)+(?=..)/, ''),
  };
}

/** The fields of the TSTInfo in a token: ContentInfo → SignedData → EncapsulatedContentInfo → OCTET STRING. */
function stampedInfo([type, content]: readonly Element[]): Element[] | null {
  if (!isOid(type, OID.signedData) || content?.tag !== TAG.content) return null;
  const [, , encapsulated] = readSequence(content.content) ?? [];
  if (encapsulated?.tag !== TAG.sequence) return null;
  const [kind, wrapped] = readAll(encapsulated.content) ?? [];
  if (!isOid(kind, OID.timeStampInfo) || wrapped?.tag !== TAG.content) return null;
  const [octets, more] = readAll(wrapped.content) ?? [];
  return octets?.tag === TAG.octets && more === undefined ? readSequence(octets.content) : null;
}

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

function isOid(element: Element | undefined, oid: string): boolean {
  return element?.tag === TAG.oid && hex(element.content) === oid;
}

/** The elements of the one sequence that the bytes are. */
function readSequence(bytes: Uint8Array): Element[] | null {
  const all = readAll(bytes);
  const [only] = all ?? [];
  return all?.length === 1 && only?.tag === TAG.sequence ? readAll(only.content) : null;
}

/** All elements, one after another to the last byte; null where they are not DER. */
function readAll(bytes: Uint8Array): Element[] | null {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag, short] = [bytes[at] as number, bytes[at + 1]];
    // No tag of a token is longer than a byte.
    if (short === undefined || (tag & 0x1f) === 0x1f) return null;
    const nBytes = short < 0x80 ? 0 : short - 0x80;
    const start = at + 2 + nBytes;
    if (short === 0x80 || nBytes > 4 || start > bytes.length) return null;
    let length = nBytes === 0 ? short : 0;
    for (let i = at + 2; i < start; i++) length = length * 256 + (bytes[i] as number);
    const isShortest = nBytes === 0 || (length >= 0x80 && length >= 256 ** (nBytes - 1));
    if (!isShortest || start + length > bytes.length) return null;
    elements.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return elements;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
