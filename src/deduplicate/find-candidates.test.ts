import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DisjointSets } from '../stats/disjoint-sets.ts';
import { bandBuckets } from './find-candidates.ts';

test('buckets are exactly the runs of equal keys', () => {
  const keys = fc
    .uint32Array({ maxLength: 300 })
    .chain((a) =>
      fc.tuple(fc.constant(a), fc.array(fc.nat({ max: Math.max(0, a.length - 1) }), { maxLength: 100 })),
    );
  fc.assert(
    fc.property(keys, ([own, repeats]) => {
      const all = Uint32Array.from([...own, ...repeats.map((i) => own[i] ?? 0)]);
      const byKey = new Map<number, number[]>();
      all.forEach((key, i) => {
        byKey.set(key, [...(byKey.get(key) ?? []), i]);
      });
      const expected = [...byKey].filter(([, list]) => list.length > 1).sort(([a], [b]) => a - b);
      const { members, starts } = bandBuckets(all);
      const found = expected.map((_, k) => [...members.subarray(starts[k], starts[k + 1])]);
      expect(found).toEqual(expected.map(([, list]) => list));
      expect(starts).toHaveLength(expected.length + 1);
    }),
    { numRuns: 30 },
  );
});

test('disjoint sets agree with a plain search, whatever the order of joins', () => {
  const pairs = fc.array(fc.tuple(fc.nat({ max: 19 }), fc.nat({ max: 19 })), { maxLength: 30 });
  fc.assert(
    fc.property(pairs, (joins) => {
      const forward = new DisjointSets(20);
      const backward = new DisjointSets(20);
      for (const [a, b] of joins) forward.join(a, b);
      for (const [a, b] of [...joins].reverse()) backward.join(a, b);
      const reach = (from: number): number => {
        const seen = new Set([from]);
        for (let grew = true; grew; ) {
          grew = false;
          for (const [a, b] of joins) {
            if (seen.has(a) !== seen.has(b)) {
              seen.add(a).add(b);
              grew = true;
            }
          }
        }
        return Math.min(...seen);
      };
      for (let i = 0; i < 20; i++) {
        expect(forward.root(i)).toBe(reach(i));
        expect(backward.root(i)).toBe(reach(i));
      }
    }),
  );
});
