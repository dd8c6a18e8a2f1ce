import type { SourceInput } from '../adapter.ts';
import { openUtf8 } from './utf8-source.ts';

/** The first character of a file that is not blank, to tell formats apart; null where there is none in the first piece. */
export async function firstCharacter(input: SourceInput): Promise<string | null> {
  const source = await openUtf8(input);
  for await (const chunk of source.chunks) {
    const text = Buffer.from(chunk.subarray(0, 1024)).toString('utf8').trimStart();
    if (text !== '') return text[0] ?? null;
  }
  return null;
}
