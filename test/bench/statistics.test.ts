import { describe, expect, test } from 'vitest';
import { judge } from '../../bench/statistics/judge.ts';
import { SIMULATIONS } from '../../bench/statistics/registry.ts';
import { addSums, runChunk } from '../../bench/statistics/run-chunk.ts';

/**
 * A short run of every simulation, with fixed seeds. It cannot tell 94 % from 95 %, but it tells 85 %: a column fails where
 * even the 99.9 % Monte Carlo interval of its value lies outside the goal. The full runs are in `bench/statistics/tables`.
 */
for (const simulation of SIMULATIONS) {
  describe(simulation.id, () => {
    const { small } = simulation;
    const cases =
      small === undefined ? simulation.cases.filter((at) => simulation.short?.(at) ?? true) : [small];
    // A whole run of the program is among them.
    test.each(cases.map((at) => [JSON.stringify(at), at] as const))(
      '%s',
      { timeout: 240_000 },
      async (_, at) => {
        const sums = await runChunk(simulation, at, [0, simulation.replicates.short]);
        for (const column of simulation.columns) {
          const judged = judge(column, sums, { at, level: 0.999 });
          expect(judged?.verdict ?? null, `${column.label}: ${judged?.value}`).not.toBe('missed');
        }
      },
    );
  });
}

test('a run in chunks adds up to the run in one', async () => {
  const simulation = SIMULATIONS[0]!;
  const at = simulation.cases[0]!;
  const whole = await runChunk(simulation, at, [0, 20]);
  const parts = addSums([await runChunk(simulation, at, [0, 7]), await runChunk(simulation, at, [7, 20])]);
  for (const [name, { n, sum }] of Object.entries(whole)) {
    expect(parts[name]?.n).toBe(n);
    expect(parts[name]?.sum).toBeCloseTo(sum, 9);
  }
});

test('a column is met by its value, unclear where chance may explain the miss, missed otherwise', () => {
  const column = { of: 'covered', label: 'covered', kind: 'rate', goal: { from: 0.93, to: 0.97 } } as const;
  const of = (hits: number, n: number) =>
    judge(column, { covered: { n, sum: hits, squares: hits } }, { at: {}, level: 0.95 })?.verdict;
  expect([of(950, 1000), of(92, 100), of(900, 1000)]).toEqual(['met', 'unclear', 'missed']);
});
