import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import { runStudy } from '../pipeline/run-study.ts';
import { headlineText } from '../report/headline-text.ts';
import type { StudyConfig } from '../study/config.ts';
import { programVersion } from './program-version.ts';
import { showProgress } from './show-progress.ts';
import { colours, type Terminal } from './terminal.ts';

/** Options of `groundswell run`. */
export interface RunCommandOptions {
  readonly out?: string;
  readonly threads?: number;
  readonly json?: boolean;
}

/** `groundswell run study.yaml --out DIR`: the whole way from files to a finding. */
export async function runCommand(
  path: string,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { config, warnings } = await loadStudy(path);
  for (const warning of warnings) terminal.error(`warning ${warning.message}\n`);
  await runAndTell(config, options, terminal);
}

/** Runs a parsed study, shows progress and prints the headline and where the report is. */
export async function runAndTell(
  config: StudyConfig,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<Finding> {
  const out = outFolder(options.out, config);
  const json = options.json === true;
  const finding = await runStudy(config, {
    out,
    threads: options.threads ?? availableParallelism(),
    keyFile: keyFile(config, terminal.env),
    progress: showProgress(terminal, { json, now: Date.now }),
    now: Date.now,
    randomBytes: (n) => randomBytes(n),
    version: programVersion(),
  });
  const report = join(out, 'report.html');
  if (json) {
    const { headline } = finding;
    terminal.out(
      `${JSON.stringify({ kind: 'result', finding: join(out, 'finding.json'), report, headline })}\n`,
    );
    return finding;
  }
  const c = colours(terminal);
  terminal.out(`\n${c.bold(headlineText(finding))}\n\n`);
  terminal.out(`report   ${relative(process.cwd(), report) || report}\n`);
  terminal.out(`finding  ${relative(process.cwd(), join(out, 'finding.json'))}\n`);
  return finding;
}
