import { defineConfig } from 'vitest/config';

/** The tests on the real data, unpacked by `npm run data`. */
export default defineConfig({
  test: {
    include: ['src/**/*.data.test.ts', 'test/**/*.data.test.ts'],
    env: { TZ: 'Asia/Kathmandu' },
    testTimeout: 300_000,
    hookTimeout: 1_800_000,
    pool: 'forks',
  },
});
