import type { StanceEstimate } from '../domain/stance-estimate.ts';
import { StudyError } from '../errors/errors.ts';
import { loadStudy } from '../pipeline/load-study.ts';
import { planDigest } from '../pipeline/plan-digest.ts';
import { readPolls } from '../pipeline/read-polls.ts';
import type { StudyConfig } from '../study/config.ts';
import { estimateText } from './estimate-text.ts';
import { colours, type Terminal } from './terminal.ts';

/** `groundswell check study.yaml`: every problem at once; silence about nothing. */
export async function checkCommand(
  path: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { config, warnings, codeWords } = await loadStudy(path);
  const estimate = await estimateOf(config);
  const plan = planDigest(config);
  const missing = await missingPolls(config);
  if (options.json === true) {
    const { digest } = config;
    const result = { kind: 'result', ok: true, digest, plan, codeWords, warnings, estimate };
    terminal.out(`${JSON.stringify(result)}\n`);
    return;
  }
  const c = colours(terminal);
  for (const warning of warnings) {
    terminal.error(`${c.yellow('warning')} ${path}:${warning.line ?? ''} ${warning.message}\n`);
  }
  if (missing !== null) terminal.error(`${c.yellow('warning')} ${missing}\n`);
  for (const [target, n] of Object.entries(codeWords))
    terminal.out(`  ${target}: ${n} code words added to its aliases\n`);
  terminal.out(
    `${c.green('✓')} ${path}: ${config.targets.length} targets, ${config.sources.length} sources, ` +
      `${config.themes.length} themes, ${config.events.length} events\n`,
  );
  terminal.out(`  plan ${plan}\n`);
  if (estimate !== null && 'unknown' in estimate)
    terminal.error(
      `${c.yellow('warning')} what the annotator would cost is not known: ${estimate.unknown}\n`,
    );
  else if (estimate !== null) terminal.out(estimateText(estimate));
}

/** Reads the tables of polls, so that bad rows are told; says which is not there yet. */
async function missingPolls(config: StudyConfig): Promise<string | null> {
  try {
    await readPolls(config);
    return null;
  } catch (error) {
    if (error instanceof StudyError && error.code === 'study/no-poll-file') return error.message;
    throw error;
  }
}

/** What asking a service would take. A study may be checked before its files are there. */
async function estimateOf(
  config: StudyConfig,
): Promise<StanceEstimate | { readonly unknown: string } | null> {
  if (config.annotators.stance.kind !== 'endpoint') return null;
  const { estimateStudy } = await import('../pipeline/estimate-annotation.ts');
  return estimateStudy(config).catch((error: unknown) => {
    if (error instanceof StudyError && error.code === 'study/no-files') return { unknown: error.message };
    throw error;
  });
}
