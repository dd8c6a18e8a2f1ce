import { evaluateModel } from '../pipeline/evaluate-model.ts';
import { renderEvaluationText } from '../report/formats/evaluation-text.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell evaluate`. */
export interface EvaluateCommandOptions {
  readonly model: string;
  readonly data: string;
  readonly json?: boolean;
}

/** `groundswell evaluate --model stance-1 --data gold.csv`: how well a model agrees with codings. */
export async function evaluateCommand(options: EvaluateCommandOptions, terminal: Terminal): Promise<void> {
  const evaluation = await evaluateModel(options);
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ kind: 'result', ...evaluation })}\n`
      : renderEvaluationText(evaluation),
  );
}
