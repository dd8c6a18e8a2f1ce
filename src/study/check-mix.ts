import { ACTIVITY_BANDS, MIX_DIMENSIONS, type MixDimension } from '../domain/reference-mix.ts';
import { DEFAULT_CLASSES } from './defaults.ts';
import { type FoundProblem, foundProblem, type ValuePath } from './found-problem.ts';
import { nearestWord } from './nearest-word.ts';
import { languageTag } from './term-language.ts';
import { groupOf, itemsOf, type WrittenGroup } from './written-study.ts';

/** Shares may miss 1 by so much, for thirds written as 0.333. */
const ROUNDING = 0.005;

/** Problems of the reference mix: classes, sources and bands that are not known, and shares that do not sum to 1. */
export function checkMix(study: WrittenGroup): FoundProblem[] {
  const classes = Array.isArray(study['classes'])
    ? itemsOf(study, 'classes').flatMap(({ id }) => id ?? [])
    : DEFAULT_CLASSES.map(({ id }) => id);
  return Object.entries(groupOf(study['referenceMix'])).flatMap(([name, mix]) => {
    const path = ['referenceMix', name];
    const unknown = classes.includes(name)
      ? []
      : [unknownName({ path, atKey: true }, { name, what: 'class', known: classes })];
    const sources = itemsOf(study, 'sources')
      .filter(({ group }) => group['class'] === name)
      .flatMap(({ id }) => id ?? []);
    return [
      ...unknown,
      ...MIX_DIMENSIONS.flatMap((dimension) => {
        const shares = groupOf(groupOf(mix)[dimension]);
        const at = [...path, dimension];
        return [
          ...(unknown.length > 0 ? [] : checkNames(dimension, Object.keys(shares), { at, name, sources })),
          ...checkSum(shares, at),
        ];
      }),
    ];
  });
}

function checkNames(
  dimension: MixDimension,
  names: readonly string[],
  of: { readonly at: ValuePath; readonly name: string; readonly sources: readonly string[] },
): FoundProblem[] {
  const known = { source: of.sources, activity: ACTIVITY_BANDS, language: null, region: null }[dimension];
  const what = { source: `source of class "${of.name}"`, activity: 'band of activity' } as const;
  return names.flatMap((name) => {
    const where = { path: [...of.at, name], atKey: true } as const;
    if (dimension === 'language' && name !== 'unknown' && languageTag(name) === null) {
      const suggestion = nearestWord(name, ['ru', 'zh', 'en', 'uk']);
      return [foundProblem(where, 'study/unknown-language', { language: name, suggestion })];
    }
    if (known === null || known.some((each) => each === name)) return [];
    return [unknownName(where, { name, what: what[dimension as keyof typeof what], known })];
  });
}

function unknownName(
  where: { readonly path: ValuePath; readonly atKey: true },
  { name, what, known }: { readonly name: string; readonly what: string; readonly known: readonly string[] },
): FoundProblem {
  return foundProblem(where, 'study/unknown-in-mix', () => ({
    name,
    what,
    suggestion: nearestWord(name, known),
    known: known.length === 0 ? 'none' : known.slice(0, 20).join(', '),
  }));
}

function checkSum(shares: WrittenGroup, path: ValuePath): FoundProblem[] {
  const numbers = Object.values(shares).filter((share) => typeof share === 'number');
  if (numbers.length === 0 || numbers.length < Object.keys(shares).length) return [];
  const sum = numbers.reduce((s, share) => s + share, 0);
  if (Math.abs(sum - 1) <= ROUNDING) return [];
  return [foundProblem({ path }, 'study/mix-sum', { field: path.join('.'), sum: Number(sum.toFixed(4)) })];
}
