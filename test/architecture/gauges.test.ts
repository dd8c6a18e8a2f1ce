import ts from 'typescript';
import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

const files = [...sourceFiles(), ...sourceFiles('web/src')];
const lines = (text: string): number => text.split('\n').length - 1;

test('hand-written files have at most 400 lines, 95 % of them at most 300', () => {
  const long = files.filter((f) => lines(f.text) > 400).map((f) => `${f.path}: ${lines(f.text)}`);
  expect(long).toEqual([]);
  const sizes = files.map((f) => lines(f.text)).sort((a, b) => a - b);
  expect(sizes[Math.floor(0.95 * sizes.length)]).toBeLessThanOrEqual(300);
});

interface Callable {
  readonly name: string;
  readonly node: ts.FunctionLikeDeclaration;
}

function callables(file: SourceFile): Callable[] {
  const found: Callable[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const named = node as ts.FunctionLikeDeclaration;
      const line = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1;
      found.push({ name: `${file.path}:${line}`, node: named });
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

test('functions have at most 60 lines', () => {
  const long = files.flatMap((file) =>
    callables(file)
      .map(({ name, node }) => ({ name, n: lines(node.getText(file.tree)) + 1 }))
      .filter(({ n }) => n > 60)
      .map(({ name, n }) => `${name}: ${n}`),
  );
  expect(long).toEqual([]);
});

test('functions take at most three positional parameters', () => {
  const wide = files.flatMap((file) =>
    callables(file)
      .filter(({ node }) => node.parameters.length > 3)
      .map(({ name }) => name),
  );
  expect(wide).toEqual([]);
});

test('every exported name has a docstring', () => {
  const bare = files.flatMap((file) =>
    file.tree.statements
      .filter(
        (s) =>
          ts.canHaveModifiers(s) && ts.getModifiers(s)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword),
      )
      .filter((s) => ts.getJSDocCommentsAndTags(s).length === 0)
      .map((s) => `${file.path}: ${s.getText(file.tree).slice(0, 60).split('\n')[0]}`),
  );
  expect(bare).toEqual([]);
});

test('no default exports, no module-level mutable state', () => {
  const wrong = files.flatMap((file) =>
    file.tree.statements
      .filter(
        (s) =>
          (ts.isExportAssignment(s) && !s.isExportEquals) ||
          (ts.isVariableStatement(s) && (s.declarationList.flags & ts.NodeFlags.Const) === 0),
      )
      .map((s) => `${file.path}: ${s.getText(file.tree).slice(0, 60)}`),
  );
  expect(wrong).toEqual([]);
});

test('errors are made in src/errors, and only the command line prints', () => {
  const wrong = files
    .filter((f) => !f.path.startsWith('src/errors/') && /\bnew (Error|TypeError|RangeError)\(/.test(f.text))
    .map((f) => f.path)
    .filter((path) => path !== 'src/cli/describe-error.ts');
  expect(wrong).toEqual([]);
});
