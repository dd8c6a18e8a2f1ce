import { StudyError } from '../errors/errors.ts';
import { evaluateModel } from '../pipeline/evaluate-model.ts';
import { evaluateThemeModel } from '../pipeline/evaluate-theme-model.ts';
import { writeNamedFile } from '../pipeline/named-file.ts';
import { renderEvaluationSvg } from '../report/formats/evaluation-svg.ts';
import { renderEvaluationText } from '../report/formats/evaluation-text.ts';
import { estimateText } from './estimate-text.ts';
import type { Terminal } from './terminal.ts';
import { themeScoresText } from './theme-scores-text.ts';

/** Options of `groundswell evaluate`. */
export interface EvaluateCommandOptions {
  readonly layer: 'stance' | 'themes';
  readonly model: string;
  readonly data: string;
  /** File for the charts, SVG. */
  readonly plot?: string;
  readonly json?: boolean;
}

/** `groundswell evaluate --model stance-1 --data gold.csv`: how well a model agrees with codings. */
export async function evaluateCommand(options: EvaluateCommandOptions, terminal: Terminal): Promise<void> {
  if (options.layer === 'themes') {
    await evaluateOnThemes(options, terminal);
    return;
  }
  if (options.plot !== undefined && !/\.svg$/i.test(options.plot)) {
    const problem = `--plot writes SVG and "${options.plot}" does not end in .svg`;
    throw new StudyError('cli/usage', { problem });
  }
  const evaluation = await evaluateModel({
    ...options,
    onEstimate: (estimate) => terminal.error(estimateText(estimate)),
  });
  if (options.plot !== undefined) await writeNamedFile(options.plot, renderEvaluationSvg(evaluation));
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ kind: 'result', ...evaluation })}\n`
      : renderEvaluationText(evaluation),
  );
}

async function evaluateOnThemes(options: EvaluateCommandOptions, terminal: Terminal): Promise<void> {
  if (options.plot !== undefined)
    throw new StudyError('cli/usage', { problem: '--plot draws scores of stance, not of themes' });
  const evaluation = await evaluateThemeModel(options.model, options.data);
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ kind: 'result', ...evaluation })}\n`);
    return;
  }
  const { model, version, n, nGroups, unknown } = evaluation;
  terminal.out(`${model} ${version} on ${n} passages in ${nGroups} groups\n${themeScoresText(evaluation)}`);
  if (unknown.length > 0) terminal.out(`not known to the model and not scored: ${unknown.join(', ')}\n`);
}
