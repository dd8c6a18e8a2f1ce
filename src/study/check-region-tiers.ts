import { type FoundProblem, foundProblem } from './found-problem.ts';
import { itemsOf, textsOf, type WrittenGroup } from './written-study.ts';

/** Regions that stand in two tiers: a post would be in both. */
export function checkRegionTiers(study: WrittenGroup): FoundProblem[] {
  const first = new Map<string, string>();
  return itemsOf(study, 'regionTiers').flatMap(({ id, group, path }) =>
    textsOf(group['regions'], [...path, 'regions']).flatMap(({ text, path: at }) => {
      const name = text.normalize();
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, id ?? '');
        return [];
      }
      return [
        foundProblem({ path: at }, 'study/wrong-value', {
          field: 'regionTiers',
          problem: `region "${text}" stands in tier "${other}" already`,
          remedy: 'name each region, and `rest`, in one tier',
        }),
      ];
    }),
  );
}
