import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShingleStore } from './shingle-store.ts';

const hashes = fc
  .array(fc.nat({ max: 40 }), { maxLength: 60 })
  .map((list) => Uint32Array.from(list, (x) => (x << 16) >>> 0));

test('containment is that of the plain sets, and 0 where it falls short of what is required', () => {
  fc.assert(
    fc.property(hashes, hashes, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, required) => {
      const store = new ShingleStore(2);
      store.put(0, a);
      store.put(1, b);
      const [x, y] = [new Set(a), new Set(b)];
      const [small, large] = x.size <= y.size ? [x, y] : [y, x];
      const plain = small.size === 0 ? 0 : [...small].filter((h) => large.has(h)).length / small.size;
      const found = store.containment(0, 1, required);
      if (plain >= required) expect(found).toBeCloseTo(plain, 12);
      else expect(found).toBe(0);
      expect(store.containment(1, 0, required)).toBe(found);
      expect(store.size(0)).toBe(x.size);
    }),
  );
});

test('many texts fit', () => {
  const store = new ShingleStore(3_000);
  const text = (i: number): Uint32Array =>
    Uint32Array.from({ length: 900 }, (_, k) => ((k * 7 + i) << 16) >>> 0);
  for (let i = 0; i < 3_000; i++) store.put(i, text(i));
  expect(store.containment(0, 0, 1)).toBe(1);
  expect(store.containment(7, 14, 0.5)).toBeGreaterThan(0.9);
});
