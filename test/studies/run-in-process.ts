import { main } from '../../src/cli/main.ts';

/** Runs `groundswell` in this process, as if nobody watched. */
export async function runInProcess(args: readonly string[]) {
  const written = { out: '', error: '' };
  const code = await main(args, {
    out: (text) => {
      written.out += text;
    },
    error: (text) => {
      written.error += text;
    },
    isInteractive: false,
    columns: 80,
    env: {},
  });
  return { code, ...written };
}
