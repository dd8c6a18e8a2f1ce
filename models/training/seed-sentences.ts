import { composedRows } from './seed-composition.ts';
import { SEED_GRAMMAR_EN } from './seed-grammar-en.ts';
import { SEED_GRAMMAR_RU } from './seed-grammar-ru.ts';
import { SEED_GRAMMAR_ZH } from './seed-grammar-zh.ts';
import { SEED_PATTERNS_EN } from './seed-patterns-en.ts';
import { SEED_PATTERNS_RU } from './seed-patterns-ru.ts';
import { SEED_PATTERNS_ZH } from './seed-patterns-zh.ts';

/** Sentences written for this project: `{T}` is the target, `{O}` another country, `{G}` goods. */
export interface SeedPatterns {
  readonly language: string;
  readonly against: readonly string[];
  readonly neither: readonly string[];
  readonly favor: readonly string[];
  /** `{T}` is well treated or well spoken of, `{O}` badly: gives one row for each. */
  readonly contrasts: readonly string[];
  /** Put before a sentence; they take no side. */
  readonly openings: readonly string[];
  /** Put after a sentence; they take no side. */
  readonly endings: readonly string[];
  readonly targets: readonly string[];
  readonly others: readonly string[];
  readonly goods: readonly string[];
}

/** A seed sentence as gold. */
export interface SeedRow {
  readonly id: string;
  readonly group: string;
  readonly language: string;
  readonly domain: 'posts';
  readonly text: string;
  readonly target: string;
  readonly span: readonly [number, number];
  readonly label: 'against' | 'neither' | 'favor';
  readonly targetKind: null;
}

/** All seed sentences: those composed from grammars, and each pattern alone and with two openings or endings, fillers taken in turn. */
export function seedRows(): SeedRow[] {
  return [
    ...[SEED_PATTERNS_RU, SEED_PATTERNS_EN, SEED_PATTERNS_ZH].flatMap(rowsOf),
    ...[SEED_GRAMMAR_RU, SEED_GRAMMAR_EN, SEED_GRAMMAR_ZH].flatMap(composedRows),
  ];
}

function rowsOf(patterns: SeedPatterns): SeedRow[] {
  const rows: SeedRow[] = [];
  const turn = <T>(values: readonly T[], k: number): T => values[k % values.length] as T;
  const add = (pattern: string, mask: '{T}' | '{O}', label: SeedRow['label']): void => {
    const k = rows.length;
    for (const [variant, frame] of [
      pattern,
      `${turn(patterns.openings, k)}${pattern}`,
      `${pattern}${turn(patterns.endings, k + 3)}`,
    ].entries()) {
      const target = turn(patterns.targets, k + variant);
      const others = patterns.others.filter((one) => one !== target);
      const other = turn(others, k * 3 + variant);
      const filled = frame.replaceAll('{G}', turn(patterns.goods, k * 7 + variant));
      const swapped = filled.replaceAll('{T}', '\u0001').replaceAll('{O}', '\u0002');
      const [mine, theirs] = mask === '{T}' ? ['\u0001', '\u0002'] : ['\u0002', '\u0001'];
      const before = swapped.slice(0, swapped.indexOf(mine)).replaceAll(theirs, other);
      const text = swapped.replaceAll(mine, target).replaceAll(theirs, other);
      const id = `seed-${patterns.language}-${String(rows.length).padStart(5, '0')}`;
      const span = [before.length, before.length + target.length] as const;
      const base = { id, group: `seed-${pattern}`, language: patterns.language, domain: 'posts' as const };
      rows.push({ ...base, text, target, span, label, targetKind: null });
    }
  };
  for (const label of ['against', 'neither', 'favor'] as const)
    for (const pattern of patterns[label]) add(pattern, '{T}', label);
  for (const pattern of patterns.contrasts) {
    add(pattern, '{T}', 'favor');
    add(pattern, '{O}', 'against');
  }
  return rows;
}
