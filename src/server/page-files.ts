import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViewName } from '../domain/workbench-view.ts';
import { StudyError } from '../errors/errors.ts';

/** A file of the built page. */
interface PageFile {
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Its name changes with its content. */
  readonly isNamedByContent: boolean;
}

/** The built page, read once. */
export interface PageFiles {
  /** By address: one that is not among them leads nowhere, whatever it looks like. */
  readonly files: ReadonlyMap<string, PageFile>;
  /** Addresses of the scripts that a view needs. */
  readonly scriptsOf: (view: ViewName) => readonly string[];
}

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
  const built = await readFile(join(folder, BUILT), 'utf8').catch(() => '{}');
  return { files, scriptsOf: scriptsOf(JSON.parse(built) as Built) };
}

/** What the build tells of its files: by their sources. */
type Built = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

const BUILT = 'files.json';

/** A view's source is named after it; most views of the finding share one source, with sections of its own for each. */
function scriptsOf(built: Built): PageFiles['scriptsOf'] {
  return (view) => {
    const found = new Set<string>();
    const add = (source: string): void => {
      const known = built[source];
      if (known === undefined || found.has(known.file)) return;
      found.add(known.file);
      known.imports?.forEach(add);
    };
    const own = `src/views/${view}/${view}-view.tsx`;
    const shared = ['src/views/finding/finding-view.tsx', `src/views/finding/${view}-sections.ts`];
    (own in built ? [own] : shared).forEach(add);
    return [...found].map((file) => `/${file}`);
  };
}
