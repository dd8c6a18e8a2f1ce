import { loadStudy } from '../pipeline/load-study.ts';
import { colours, type Terminal } from './terminal.ts';

/** `groundswell check study.yaml`: every problem at once; silence about nothing. */
export async function checkCommand(
  path: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { config, warnings, codeWords } = await loadStudy(path);
  if (options.json === true) {
    terminal.out(
      `${JSON.stringify({ kind: 'result', ok: true, digest: config.digest, codeWords, warnings })}\n`,
    );
    return;
  }
  const c = colours(terminal);
  for (const warning of warnings) {
    terminal.error(`${c.yellow('warning')} ${path}:${warning.line ?? ''} ${warning.message}\n`);
  }
  for (const [target, n] of Object.entries(codeWords))
    terminal.out(`  ${target}: ${n} code words added to its aliases\n`);
  terminal.out(
    `${c.green('✓')} ${path}: ${config.targets.length} targets, ${config.sources.length} sources, ` +
      `${config.themes.length} themes, ${config.events.length} events\n`,
  );
}
