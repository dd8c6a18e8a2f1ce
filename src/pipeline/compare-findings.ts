/** A value that stands in one finding and not in the other. */
export interface FindingDifference {
  /** The way to the value, by ids where there are any: `series china/public/net-balance · estimates 2024-05-01 · value`. */
  readonly id: string;
  readonly kept: unknown;
  readonly derived: unknown;
}

/** Fields by which an element of a list without an id is known, the first that it has. */
const NAMES = ['documentId', 'event', 'source', 'term', 'theme', 'layer', 'kind'] as const;

/** Fields that tell elements apart that share a name. */
const QUALIFIERS = [
  'target',
  'class',
  'stance',
  'measure',
  'voice',
  'side',
  'mix',
  'correction',
  'language',
] as const;

/** Values that differ between two findings, in the order of the first, at most so many. */
export function compareFindings(kept: unknown, derived: unknown, most: number): FindingDifference[] {
  const differences: FindingDifference[] = [];
  const visit = (a: unknown, b: unknown, trail: readonly string[]): void => {
    if (differences.length >= most || JSON.stringify(a) === JSON.stringify(b)) return;
    if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
      differences.push({ id: trail.join(' · '), kept: a, derived: b });
      return;
    }
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [inA, inB] = [a[key], b[key]];
      if (Array.isArray(a)) {
        const name = nameOf(inA ?? inB) ?? String(Number(key) + 1);
        visit(inA, inB, [...trail.slice(0, -1), `${trail.at(-1) ?? ''} ${name}`.trim()]);
      } else visit(inA, inB, [...trail, key]);
    }
  };
  visit(kept, derived, []);
  return differences;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function nameOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const text = (field: unknown): string[] => (typeof field === 'string' ? [field] : []);
  const { id, kind, period, date, stratum } = value;
  const start = [period, date].flatMap((span) => (isObject(span) ? text(span['start']) : []));
  const isEstimate = kind === 'estimate' || kind === 'not-estimable';
  const parts =
    isEstimate || id !== undefined
      ? [...text(id), ...start]
      : [
          ...NAMES.flatMap((name) => text(value[name])).slice(0, 1),
          ...QUALIFIERS.flatMap((name) => text(value[name])),
          ...(isObject(stratum) ? Object.values(stratum).flatMap(text) : []),
          ...start,
        ];
  return parts.length === 0 ? null : parts.join('/');
}
