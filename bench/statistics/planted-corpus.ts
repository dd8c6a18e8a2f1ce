import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlantedPost } from '../../src/demo/generate-corpus.ts';
import { writeCorpus } from '../../src/demo/write-corpus.ts';
import { printId } from '../../src/domain/identifiers.ts';
import { documentId, recordHash } from '../../src/normalize/document-id.ts';

/** What was planted in a post about a target. */
export interface Planted {
  readonly truth: PlantedPost['truth'];
  /** Id of its source. */
  readonly source: string;
}

/** Writes the corpus of the demo; gives what was planted by document. */
export async function writePlanted(
  folder: string,
  size: { readonly documents: number; readonly seed: number },
): Promise<Map<string, Planted>> {
  const planted = new Map<string, Planted>();
  const place = async (path: string): Promise<string> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    return join(folder, path);
  };
  await writeCorpus(
    { documents: size.documents, seed: size.seed },
    {
      append: async (path, text) => appendFile(await place(path), text),
      write: async (path, text) => writeFile(await place(path), text),
      onPost: ({ source, post, truth }) => {
        if (truth.target === null) return;
        const id = printId(documentId(source.id, post.id, recordHash('')));
        planted.set(id, { truth, source: source.id });
      },
    },
  );
  return planted;
}
