import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StudyError } from '../errors/errors.ts';

/** A file of the built page. */
interface PageFile {
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Its name changes with its content. */
  readonly isNamedByContent: boolean;
}

/** The built page by address, read once: an address that is not among them leads nowhere, whatever it looks like. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Where `npm run build` puts the page: in the package, beside the build of its sources. */
const PAGE_FOLDER = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Reads the built page.
 * @throws {StudyError} `server/no-page` where it was not built
 */
export async function readPageFiles(folder: string = PAGE_FOLDER): Promise<PageFiles> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = new Map<string, PageFile>();
  for (const name of names) {
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (type === undefined) continue;
    const address = `/${name.split(sep).join('/')}`;
    const content = new Uint8Array(await readFile(join(folder, name)));
    files.set(address, { type, content, isNamedByContent: address.startsWith('/assets/') });
  }
  if (!files.has('/index.html')) throw new StudyError('server/no-page', { path: folder });
  return files;
}
