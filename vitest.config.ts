import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What runs whole studies takes longest and comes first, so that no worker is left alone with it at the end. */
class StudiesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => !moduleId.includes('/src/');
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
}

/** The offline tests: no network, no download, none of the real data. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.data.test.ts', '**/node_modules/**'],
    // Programs that tests start compile their modules once.
    env: { TZ: 'Asia/Kathmandu', NODE_COMPILE_CACHE: join(tmpdir(), 'groundswell-compile-cache') },
    testTimeout: 300_000,
    hookTimeout: 600_000,
    pool: 'forks',
    // No test changes what others of its process see, so each process reads and compiles the program once, not once a file.
    isolate: false,
    // Every core: most of the time is programs that tests start, and waiting for them. More make pages late, and what they show unsteady.
    maxWorkers: '100%',
    sequence: { sequencer: StudiesFirst },
  },
});
