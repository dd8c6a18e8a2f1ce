import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../../test/golden/claims.json' with { type: 'json' };
import { holm } from './holm.ts';

describe('adjusted p-values of Holm', () => {
  test.each(golden.holm)('agree with statsmodels multipletests holm, %#', ({ p, adjusted }) => {
    const own = holm(p);
    for (const [i, value] of own.entries()) expect(value).toBeCloseTo(adjusted[i] as number, 12);
  });

  test('of none are none', () => expect(holm([])).toEqual([]));

  test('lie between p and m·p, are at most 1, keep the order of p and do not depend on that of the tests', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
        const adjusted = holm(p);
        p.forEach((a, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(a);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, a * p.length) + 1e-12);
          p.forEach((b, j) => {
            if (a < b) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
          });
        });
        expect(holm([...p].reverse()).reverse()).toEqual(adjusted);
      }),
    );
  });
});
