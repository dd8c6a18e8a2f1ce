import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const files = [...sourceFiles(), ...sourceFiles('web/src')];

/** Words the glossary replaces by the field's own. */
const BANNED_IN_NAMES = /(Manager|Helper|Utils?|Info|Thing|Labeler)$|^(utils?|helpers?|misc|common)$/;

test('file names are kebab-case and no drawers', () => {
  const wrong = files
    .map(
      (f) =>
        f.path
          .split('/')
          .at(-1)
          ?.replace(/\.tsx?$/, '') ?? '',
    )
    .filter(
      (name) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /^(utils?|helpers?|misc|common|manager)$/.test(name),
    );
  expect(wrong).toEqual([]);
});

test('exported names use the glossary', () => {
  const wrong = files.flatMap((file) => {
    const names: string[] = [];
    for (const s of file.tree.statements) {
      if (!ts.canHaveModifiers(s) || !ts.getModifiers(s)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword))
        continue;
      if (ts.isVariableStatement(s))
        for (const d of s.declarationList.declarations) names.push(d.name.getText());
      else if ('name' in s && s.name !== undefined) names.push((s.name as ts.Identifier).getText());
    }
    return names.filter((name) => BANNED_IN_NAMES.test(name)).map((name) => `${file.path}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

test('words a finding must not use stand in no text shown to readers', () => {
  const banned = /\b(survey shows|the public thinks|Russians think|majority of Chinese)\b/i;
  const wrong = files
    .filter((f) => /^(src\/report|web\/src)\//.test(f.path) && banned.test(f.text))
    .map((f) => f.path);
  expect(wrong).toEqual([]);
});
