import { StudyError } from '../errors/errors.ts';
import { evaluateModel } from '../pipeline/evaluate-model.ts';
import { writeNamedFile } from '../pipeline/named-file.ts';
import { renderEvaluationSvg } from '../report/formats/evaluation-svg.ts';
import { renderEvaluationText } from '../report/formats/evaluation-text.ts';
import { estimateText } from './estimate-text.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell evaluate`. */
export interface EvaluateCommandOptions {
  readonly model: string;
  readonly data: string;
  /** File for the charts, SVG. */
  readonly plot?: string;
  readonly json?: boolean;
}

/** `groundswell evaluate --model stance-1 --data gold.csv`: how well a model agrees with codings. */
export async function evaluateCommand(options: EvaluateCommandOptions, terminal: Terminal): Promise<void> {
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
