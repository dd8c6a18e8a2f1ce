import { describe, expect, test } from 'vitest';
import { SourceError } from '../../src/errors/errors.ts';
import type { SourceAdapter } from '../../src/sources/adapter.ts';
import { ADAPTERS } from '../../src/sources/registry.ts';
import { mutatedBytes, randomFrom } from './mutated-bytes.ts';
import type { FixtureCase } from './source-fixtures.ts';
import { fixtureBytes, fixturesOf, inputOf, itemProblems, readAll } from './source-fixtures.ts';

/** Mutants of each fixture; raise it (`FUZZ_MUTANTS=5000`) for a long hunt. */
const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 40);

const LIMITS = [1_000_000, 200];

describe.each(ADAPTERS.map((adapter) => [adapter.name, adapter] as const))('%s', (_, adapter) => {
  const cases = fixturesOf(adapter).cases.filter((fixture) => fixture.error === undefined);

  test.each(cases.map((fixture, i) => [`${fixture.file} ${fixture.about ?? ''}`, fixture, i] as const))(
    'survives any damage to %s',
    async (_name, fixture, index) => {
      const bytes = fixtureBytes(adapter, fixture.file);
      for (let mutant = 0; mutant < MUTANTS; mutant++) {
        const random = randomFrom(index * 1_000_003 + mutant);
        const damaged = mutatedBytes(bytes, random);
        const limit = LIMITS[mutant % LIMITS.length] ?? 1_000_000;
        const chunkBytes = 1 + Math.floor(random() * damaged.length);
        const problem = await problemOf(
          adapter,
          { ...fixture, maximumRecordLength: limit },
          { damaged, chunkBytes },
        );
        expect(problem, `mutant ${mutant}`).toBeNull();
      }
    },
  );
});

/** What an adapter does wrong with damaged bytes; null = nothing. */
async function problemOf(
  adapter: SourceAdapter,
  fixture: FixtureCase,
  { damaged, chunkBytes }: { readonly damaged: Buffer; readonly chunkBytes: number },
): Promise<string | null> {
  const limit = fixture.maximumRecordLength ?? 1_000_000;
  try {
    const items = await readAll(adapter, inputOf(adapter, fixture, damaged, { chunkBytes }));
    for (const item of items) {
      const [problem] = itemProblems(item, limit);
      if (problem !== undefined) return problem;
    }
    // One line alone may be a table's header, or nothing a format looks for.
    const mustSpeak =
      fixture.records > 0 && damaged.length > 200 && /\n\s*\S/.test(damaged.toString('latin1'));
    return items.length === 0 && mustSpeak && fixture.options === undefined && !damaged.includes(0)
      ? 'says nothing at all'
      : null;
  } catch (error) {
    return error instanceof SourceError
      ? null
      : `throws ${error instanceof Error ? error.stack : String(error)}`;
  }
}
