import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import { nodeNetwork } from '../pipeline/node-network.ts';
import { type RecheckPlan, recheck } from '../pipeline/recheck.ts';
import { deletionText } from './deletion-text.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell recheck`. */
export interface RecheckCommandOptions {
  readonly sample: number;
  readonly seed?: number;
  readonly out?: string;
  readonly pause: number;
  readonly timeout: number;
  readonly hosts: number;
  readonly inner?: boolean;
  readonly json?: boolean;
}

/** Answers after which a line is printed. */
const TELL_EVERY = 50;

/** As a shell has it: 128 + SIGINT. */
const INTERRUPTED = 130;

/** `groundswell recheck study.yaml`: which share of the documents is gone. The one command that asks for addresses of posts. */
export async function recheckCommand(
  path: string,
  options: RecheckCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const { config } = await loadStudy(path);
  const out = outFolder(options.out, config);
  const json = options.json === true;
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  try {
    const deletion = await recheck(
      config,
      {
        network: nodeNetwork,
        sample: options.sample,
        seed: options.seed ?? config.seed,
        pauseMs: options.pause * 1000,
        timeoutMs: options.timeout * 1000,
        hosts: options.hosts,
        isInnerAllowed: options.inner === true,
        userAgent: `Groundswell/${programVersion()} (recheck)`,
        stop: stop.signal,
        onPlan: (plan) => terminal[json ? 'out' : 'error'](planText(plan, json)),
        onAnswer: (n) => {
          if (!json && n % TELL_EVERY === 0) terminal.error(`${n} answered\n`);
        },
      },
      {
        out,
        threads: availableParallelism(),
        keyFile: keyFile(config, terminal.env),
        progress: () => undefined,
        now: Date.now,
        randomBytes: (n) => randomBytes(n),
        version: programVersion(),
      },
    );
    if (deletion === null) {
      terminal.error('stopped; what was answered is kept: the same command goes on\n');
      return INTERRUPTED;
    }
    if (json) terminal.out(`${JSON.stringify(deletion)}\n`);
    else
      terminal.out(
        `${deletionText(deletion)}\nwritten  ${relative(process.cwd(), join(out, 'deletion.json'))}, report.html\n`,
      );
    return 0;
  } finally {
    process.off('SIGINT', onSignal);
  }
}

function planText(plan: RecheckPlan, json: boolean): string {
  if (json) return `${JSON.stringify({ kind: 'plan', ...plan })}\n`;
  const { nDocuments, nAddresses, nHosts, nKept, leastSeconds } = plan;
  const kept = nKept === 0 ? '' : `; ${nKept} are answered already`;
  return `asks for ${nAddresses} addresses of ${nDocuments} documents at ${nHosts} hosts, at least ${Math.ceil(leastSeconds / 60)} min${kept}\n`;
}
