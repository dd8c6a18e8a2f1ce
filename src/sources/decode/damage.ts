/** A text needs at least this many replacement characters to be called wrongly decoded. */
const LEAST = 3;

/** Share of replacement characters among all characters outside ASCII above which the encoding was wrong. */
const SHARE = 0.2;

/**
 * True when so many of a text's letters were undecodable that it must have been written in another encoding.
 * A few damaged characters, such as one broken emoji or stray quotation marks, are no reason to lose a record.
 */
export function isWronglyDecoded(text: string): boolean {
  let at = text.indexOf('\ufffd');
  if (at < 0) return false;
  let damaged = 0;
  let outside = 0;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    outside++;
    if (unit === 0xfffd) damaged++;
  }
  return damaged >= LEAST && damaged > text.length * 0.02 && damaged > outside * SHARE;
}
