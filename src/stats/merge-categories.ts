/** A category of a reference mix as one sample sees it. */
export interface ReferenceCategory {
  readonly name: string;
  /** Share of the reference, above 0. */
  readonly share: number;
  /** Clusters of observations in the sample; of two samples that are compared, the fewer. */
  readonly groups: number;
  /** Mean by which near and far is told, of a larger sample; null = nothing is known of it. */
  readonly mean: number | null;
}

/** Categories that are estimated as one. */
interface MergedCategory {
  readonly names: readonly string[];
  readonly share: number;
}

/** A reference mix whose categories can be estimated, and how much of the reference it stands for. */
export interface MergedReference {
  /** In the order of their first names; the shares sum to 1. Empty where no category has an observation. */
  readonly categories: readonly MergedCategory[];
  /** Shares of the categories with at least one cluster in the sample, 0–1. */
  readonly coverage: number;
}

/**
 * Collapses the categories of a reference mix that a sample hardly fills. One with fewer than `minimumGroups` clusters is
 * merged with the category whose mean is nearest, the emptiest first, until all have enough or one is left; it
 * stands for the share of both. A category of which no mean is known gives its share to the others in proportion.
 *
 * What an empty category is merged with stands in for it and is not it: `coverage` says how much of the reference has
 * observations of its own. Ties are broken by name, so the order of the input does not matter.
 */
export function mergeCategories(given: readonly ReferenceCategory[], minimumGroups: number): MergedReference {
  const categories = given.toSorted((a, b) => order(a.name, b.name));
  const total = categories.reduce((sum, { share }) => sum + share, 0);
  const coverage =
    categories.reduce((sum, { share, groups }) => sum + (groups > 0 ? share : 0), 0) /
    Math.max(total, 1e-300);
  let groups = categories
    .filter(({ mean, groups }) => mean !== null || groups > 0)
    .map(({ name, share, groups, mean }) => ({ names: [name], share, groups, mean: mean ?? 0 }));
  while (groups.length > 1) {
    const weakest = least(groups, (group) => group.groups);
    if (weakest.groups >= minimumGroups) break;
    const others = groups.filter((group) => group !== weakest);
    const nearest = least(others, (group) => Math.abs(group.mean - weakest.mean));
    const share = weakest.share + nearest.share;
    const merged = {
      names: [...weakest.names, ...nearest.names].sort(order),
      share,
      groups: weakest.groups + nearest.groups,
      mean: (weakest.share * weakest.mean + nearest.share * nearest.mean) / share,
    };
    groups = [...others.filter((group) => group !== nearest), merged].sort((a, b) =>
      order(a.names[0], b.names[0]),
    );
  }
  const filled = groups.filter((group) => group.groups > 0);
  const sum = filled.reduce((s, { share }) => s + share, 0);
  return { categories: filled.map(({ names, share }) => ({ names, share: share / sum })), coverage };
}

/** The first item with the smallest number. */
function least<T>(items: readonly T[], of: (item: T) => number): T {
  return items.reduce((best, item) => (of(item) < of(best) ? item : best));
}

function order(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
