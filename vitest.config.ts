import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

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
    // Every core: most of the time is programs that tests start, and waiting for them.
    maxWorkers: '100%',
  },
});
