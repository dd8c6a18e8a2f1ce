/** SHA-256 with no parameters, as DER writes an AlgorithmIdentifier. */
const SHA256 = Buffer.from('300d06096086480165030402010500', 'hex');
const VERSION_1 = Buffer.from('020101', 'hex');
const WITH_CERTIFICATE = Buffer.from('0101ff', 'hex');

/**
 * A time-stamp request (RFC 3161, section 2.4.1) for a SHA-256, in DER: what an authority signs. It asks for the certificate of the
 * authority to come with the answer.
 * @param hash 64 hexadecimal digits
 * @param nonce a number that the answer must repeat, so that it is none to an earlier request; null = none
 */
export function timeStampRequest(hash: string, nonce: Uint8Array | null): Uint8Array {
  const imprint = element(0x30, Buffer.concat([SHA256, element(0x04, Buffer.from(hash, 'hex'))]));
  const parts = [VERSION_1, imprint, ...(nonce === null ? [] : [integer(nonce)]), WITH_CERTIFICATE];
  return element(0x30, Buffer.concat(parts));
}

/** A whole number from its bytes: none too many before, one of 0 where the first would else be a sign. */
function integer(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0);
  const short = start < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(start));
  return element(0x02, (short[0] as number) >= 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short);
}

/** Requests are shorter than 128 bytes, so one byte holds every length. */
function element(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
}
