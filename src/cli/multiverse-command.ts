import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import { runMultiverse } from '../pipeline/run-multiverse.ts';
import { renderMultiverseText } from '../report/formats/multiverse-text.ts';
import { programVersion } from './program-version.ts';
import type { RunCommandOptions } from './run-command.ts';
import { showProgress } from './show-progress.ts';
import type { Terminal } from './terminal.ts';

/** `groundswell multiverse study.yaml`: the headline under every defensible choice. */
export async function multiverseCommand(
  path: string,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(path);
  const out = outFolder(options.out, config);
  const json = options.json === true;
  const multiverse = await runMultiverse(config, {
    out,
    threads: options.threads ?? availableParallelism(),
    keyFile: keyFile(config, terminal.env),
    progress: showProgress(terminal, { json, now: Date.now }),
    now: Date.now,
    randomBytes: (n) => randomBytes(n),
    version: programVersion(),
    onPlan: (nSpecifications, nOfClaims) => {
      if (json) terminal.out(`${JSON.stringify({ kind: 'plan', nSpecifications, nOfClaims })}\n`);
      else
        terminal.error(
          `${nSpecifications} specifications to compute${nOfClaims === 0 ? '' : `, ${nOfClaims} of the claims`}\n`,
        );
    },
  });
  const file = join(out, 'multiverse.json');
  if (json) {
    terminal.out(`${JSON.stringify({ kind: 'result', multiverse: file, summary: multiverse.summary })}\n`);
    return;
  }
  terminal.out(`\n${renderMultiverseText(multiverse)}\n`);
  for (const name of ['multiverse.svg', 'multiverse.csv', 'multiverse.json']) {
    terminal.out(`${relative(process.cwd(), join(out, name)) || name}\n`);
  }
}
