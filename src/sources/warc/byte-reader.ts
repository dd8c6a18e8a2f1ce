const NEWLINE = 0x0a;

/** Reads lines and stretches of bytes from a stream, and knows where it stands. */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private ready: Buffer = Buffer.alloc(0);
  private ended = false;
  /** Of the next byte. */
  offset: number;

  constructor(chunks: AsyncIterable<Uint8Array>, firstByte: number) {
    this.source = chunks[Symbol.asyncIterator]();
    this.offset = firstByte;
  }

  /** The next line with its line break, one character a byte; at most `limit` bytes of it. Null at the end. */
  async line(limit: number): Promise<string | null> {
    let end = this.ready.indexOf(NEWLINE);
    while (end < 0 && this.ready.length < limit) {
      const before = this.ready.length;
      if (!(await this.more(before + 1))) break;
      end = this.ready.indexOf(NEWLINE, before);
    }
    if (this.ready.length === 0) return null;
    const length = Math.min(end < 0 ? this.ready.length : end + 1, limit);
    return this.used(length).toString('latin1');
  }

  /** The next bytes; fewer where the stream ends before. */
  async take(length: number): Promise<Buffer> {
    await this.more(length);
    return this.used(Math.min(length, this.ready.length));
  }

  /** Passes over bytes without holding them; gives the number passed over. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      if (this.ready.length === 0 && !(await this.more(1))) break;
      left -= this.used(Math.min(left, this.ready.length)).length;
    }
    return length - left;
  }

  /** Gives the stream back before its end. */
  async close(): Promise<void> {
    await this.source.return?.();
  }

  private used(length: number): Buffer {
    const bytes = this.ready.subarray(0, length);
    this.ready = this.ready.subarray(length);
    this.offset += length;
    return bytes;
  }

  /** Reads on until `length` bytes are ready; false where the stream ends before. */
  private async more(length: number): Promise<boolean> {
    if (this.ready.length >= length) return true;
    const chunks: Uint8Array[] = [this.ready];
    let size = this.ready.length;
    while (size < length && !this.ended) {
      const next = await this.source.next();
      if (next.done) this.ended = true;
      else {
        chunks.push(next.value);
        size += next.value.length;
      }
    }
    this.ready = Buffer.concat(chunks);
    return size >= length;
  }
}
