#!/usr/bin/env node
// A checkout runs from its sources, a published package from its build.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `groundswell needs Node.js 22.18 or later, and this is ${process.versions.node}.\n` +
      'In a checkout `npx groundswell …` and `npm run …` use the Node.js that `npm ci` installed.\n',
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache();
  const source = new URL('../src/cli/main.ts', import.meta.url);
  const entry = existsSync(fileURLToPath(source)) ? source : new URL('../dist/cli/main.js', import.meta.url);
  const { main } = await import(entry.href);
  process.exitCode = await main(process.argv.slice(2));
}
