import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** Folder → layer. A file imports its own folder and lower layers only; `errors` is open to all. */
const LAYERS: Readonly<Record<string, number>> = {
  errors: 0,
  stats: 0,
  text: 0,
  domain: 1,
  learn: 1,
  study: 2,
  store: 2,
  sources: 2,
  demo: 3,
  collect: 3,
  normalize: 3,
  deduplicate: 3,
  annotate: 3,
  measure: 3,
  discover: 3,
  coordinate: 3,
  recheck: 3,
  article: 3,
  evidence: 3,
  report: 3,
  pipeline: 4,
  cli: 5,
  server: 5,
};

/** What the edges may import beside their own folder. */
const EDGE_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  cli: ['pipeline', 'report', 'study', 'store', 'errors', 'domain', 'demo', 'server'],
  server: ['pipeline', 'report', 'study', 'store', 'errors', 'domain'],
};

/** What the page may import of the package beside types: what draws and words a finding, and pure estimators. */
const PAGE_IMPORTS = ['domain', 'report', 'stats'];

const files = sourceFiles();
const roomOf = (path: string): string => path.split('/')[1] ?? '';

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(50);
});

test('every folder has a layer', () => {
  const rooms = new Set(files.filter((f) => f.path.split('/').length > 2).map((f) => roomOf(f.path)));
  expect([...rooms].filter((room) => !(room in LAYERS))).toEqual([]);
});

test('imports go down only, and a stage never imports another stage', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file.path);
    const layer = LAYERS[room];
    if (layer === undefined) return [];
    return file.imports
      .filter((path) => path.startsWith('src/') && roomOf(path) !== room && roomOf(path) !== 'errors')
      .filter((path) => {
        const target = roomOf(path);
        const allowed = EDGE_IMPORTS[room];
        if (allowed !== undefined) return !allowed.includes(target);
        if (layer === 2 && LAYERS[target] === 2) return true;
        return (LAYERS[target] ?? 99) >= layer;
      })
      .map((path) => `${file.path} → ${path}`);
  });
  expect(wrong).toEqual([]);
});

test('the page takes code from contracts, the report and pure estimators only, types from anywhere, and no one imports the page', () => {
  const page = sourceFiles('web/src');
  expect(page.length).toBeGreaterThan(10);
  const wrong = page.flatMap((file) =>
    file.imports
      .filter((path) => path.startsWith('src/') && !PAGE_IMPORTS.includes(roomOf(path)))
      .filter((path) => !file.typeImports.includes(path))
      .map((path) => `${file.path} → ${path}`),
  );
  const packages = page.flatMap((file) =>
    file.packages
      .filter((name) => !/^(preact(\/|$)|virtual:)/.test(name))
      .map((name) => `${file.path} → ${name}`),
  );
  const back = files.flatMap((file) =>
    file.imports.filter((path) => path.startsWith('web/')).map((path) => `${file.path} → ${path}`),
  );
  expect([...wrong, ...packages, ...back]).toEqual([]);
});

test('only the store imports DuckDB', () => {
  const wrong = files.filter(
    (f) => f.packages.some((p) => p.startsWith('@duckdb/')) && roomOf(f.path) !== 'store',
  );
  expect(wrong.map((f) => f.path)).toEqual([]);
});

test('no import cycles, type imports included', () => {
  const byPath = new Map(files.map((f) => [f.path, f]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of byPath.get(path)?.imports ?? []) if (byPath.has(next)) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const file of files) visit(file.path, []);
  expect(cycles).toEqual([]);
});
