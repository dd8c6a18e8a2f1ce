import { compareModels } from '../pipeline/compare-models.ts';
import { renderAgreementText } from '../report/formats/agreement-text.ts';
import { estimateText } from './estimate-text.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell compare`. */
export interface CompareCommandOptions {
  readonly data: string;
  readonly model: readonly string[];
  readonly rows: number;
  readonly texts?: boolean;
  readonly json?: boolean;
}

/** `groundswell compare --data gold.csv --model stance-1 --model mine`: how annotators agree. */
export async function compareCommand(options: CompareCommandOptions, terminal: Terminal): Promise<void> {
  const agreement = await compareModels({
    models: options.model,
    data: options.data,
    nRows: options.rows,
    withTexts: options.texts === true,
    onEstimate: (estimate) => terminal.error(estimateText(estimate)),
  });
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ kind: 'result', ...agreement })}\n`
      : renderAgreementText(agreement),
  );
}
