import { createHash } from 'node:crypto';
import { seededRandom } from '../../src/stats/random.ts';
import type { Case, Simulation, Sums } from './simulation.ts';

/** Replicates `from … to − 1` of one case, added up. A replicate's seed depends on its case and number alone. */
export async function runChunk(
  simulation: Simulation,
  at: Case,
  range: readonly [from: number, to: number],
): Promise<Sums> {
  const sums: Record<string, { n: number; sum: number; squares: number }> = {};
  for (let replicate = range[0]; replicate < range[1]; replicate++) {
    const key = JSON.stringify([simulation.id, at, replicate]);
    const seed = createHash('sha256').update(key).digest().readUIntLE(0, 6);
    for (const [name, value] of Object.entries(await simulation.run(at, seededRandom(seed)))) {
      if (Number.isNaN(value)) throw new RangeError(`${key}: ${name} is not a number`);
      const total = sums[name] ?? { n: 0, sum: 0, squares: 0 };
      sums[name] = { n: total.n + 1, sum: total.sum + value, squares: total.squares + value * value };
    }
  }
  return sums;
}

/** Sums of several chunks of one case. */
export function addSums(parts: readonly Sums[]): Sums {
  const total: Record<string, { n: number; sum: number; squares: number }> = {};
  for (const part of parts) {
    for (const [name, { n, sum, squares }] of Object.entries(part)) {
      const before = total[name] ?? { n: 0, sum: 0, squares: 0 };
      total[name] = { n: before.n + n, sum: before.sum + sum, squares: before.squares + squares };
    }
  }
  return total;
}
