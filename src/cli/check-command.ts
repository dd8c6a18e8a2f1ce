import type { StanceEstimate } from '../domain/stance-estimate.ts';
import { SourceError, StudyError } from '../errors/errors.ts';
import { loadStudy } from '../pipeline/load-study.ts';
import { planDigest } from '../pipeline/plan-digest.ts';
import {
  nothingUsable,
  previewSource,
  type SourcePreview,
  unknownFields,
} from '../pipeline/preview-source.ts';
import { readPolls } from '../pipeline/read-polls.ts';
import type { StudyConfig } from '../study/config.ts';
import { estimateText } from './estimate-text.ts';
import { colours, type Terminal } from './terminal.ts';

/** `groundswell check study.yaml`: every problem at once, and what the first records of each source are taken for. */
export async function checkCommand(
  path: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { config, warnings, codeWords } = await loadStudy(path);
  const estimate = await estimateOf(config);
  const plan = planDigest(config);
  const missing = await missingPolls(config);
  const { sources, problems } = await previewSources(config);
  if (options.json === true) {
    const { digest } = config;
    const result = {
      kind: 'result',
      ok: true,
      digest,
      plan,
      codeWords,
      warnings,
      estimate,
      sources,
      problems,
    };
    terminal.out(`${JSON.stringify(result)}\n`);
    return;
  }
  const c = colours(terminal);
  for (const warning of warnings) {
    terminal.error(`${c.yellow('warning')} ${path}:${warning.line ?? ''} ${warning.message}\n`);
  }
  for (const { message, hint } of problems)
    terminal.error(`${c.yellow('warning')} ${message}\n        ${c.dim(hint)}\n`);
  if (missing !== null) terminal.error(`${c.yellow('warning')} ${missing}\n`);
  for (const [target, n] of Object.entries(codeWords))
    terminal.out(`  ${target}: ${n} code words added to its aliases\n`);
  terminal.out(
    `${c.green('✓')} ${path}: ${some(config.targets, 'target')}, ${some(config.sources, 'source')}, ` +
      `${some(config.themes, 'theme')}, ${some(config.events, 'event')}\n`,
  );
  for (const source of sources) terminal.out(`  ${previewText(source)}\n`);
  terminal.out(`  plan ${plan}\n`);
  if (estimate !== null && 'unknown' in estimate)
    terminal.error(
      `${c.yellow('warning')} what the annotator would cost is not known: ${estimate.unknown}\n`,
    );
  else if (estimate !== null) terminal.out(estimateText(estimate));
}

const some = (list: readonly unknown[], one: string): string =>
  `${list.length} ${one}${list.length === 1 ? '' : 's'}`;

function previewText({ source, nFiles, nRead, nUsable, isWhole }: SourcePreview): string {
  const files = `${nFiles} file${nFiles === 1 ? '' : 's'}`;
  return `${source}: ${files}; of the ${isWhole ? '' : 'first '}${nRead} records ${nUsable} can be used`;
}

interface SourceProblem {
  readonly message: string;
  readonly hint: string;
}

/** A study may be checked before its files are there, so what is wrong with them is a warning. */
async function previewSources(
  config: StudyConfig,
): Promise<{ readonly sources: readonly SourcePreview[]; readonly problems: readonly SourceProblem[] }> {
  const sources: SourcePreview[] = [];
  const problems: SourceProblem[] = [];
  const say = ({ message, hint }: SourceProblem): unknown => problems.push({ message, hint });
  for (const source of config.sources) {
    try {
      const preview = await previewSource(config, source);
      if (preview === null) continue;
      sources.push(preview);
      const unusable = nothingUsable(preview);
      if (unusable !== null) say(unusable);
      for (const problem of await unknownFields(config, source)) say(problem);
    } catch (error) {
      if (!(error instanceof StudyError || error instanceof SourceError)) throw error;
      say(error);
    }
  }
  return { sources, problems };
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
