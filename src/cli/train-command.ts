import { trainModel } from '../pipeline/train-model.ts';
import { trainThemeModel } from '../pipeline/train-theme-model.ts';
import type { Terminal } from './terminal.ts';
import { themeScoresText } from './theme-scores-text.ts';

/** Options of `groundswell train`. */
export interface TrainCommandOptions {
  readonly layer: 'stance' | 'themes';
  readonly data: string;
  readonly out: string;
  readonly seed: number;
  readonly json?: boolean;
}

/** `groundswell train --data gold.ndjson --out models/mine`: a model from the user's own codings. */
export async function trainCommand(options: TrainCommandOptions, terminal: Terminal): Promise<void> {
  await (options.layer === 'themes' ? trainOnThemes : trainOnStance)(options, terminal);
}

async function trainOnStance(options: TrainCommandOptions, terminal: Terminal): Promise<void> {
  const card = await trainModel({
    ...options,
    progress: (message) => terminal.error(`${message}\n`),
  });
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ kind: 'result', model: options.out, languages: card.languages })}\n`);
    return;
  }
  for (const { language, scores } of card.languages) {
    const { value, lower, upper } = scores.macroF1;
    terminal.out(
      `${language}  n ${scores.n}  macro-F1 ${value.toFixed(3)} [${lower.toFixed(3)}, ${upper.toFixed(3)}], cross-validated\n`,
    );
  }
  terminal.out(
    `model    ${options.out}\nuse it   annotators: { stance: { kind: linear, model: ${options.out} } }\n`,
  );
}

async function trainOnThemes(options: TrainCommandOptions, terminal: Terminal): Promise<void> {
  const card = await trainThemeModel({
    ...options,
    progress: (message) => terminal.error(`${message}\n`),
  });
  if (options.json === true) {
    const { themes, none } = card;
    terminal.out(`${JSON.stringify({ kind: 'result', model: options.out, themes, none })}\n`);
    return;
  }
  terminal.out(themeScoresText(card));
  terminal.out(
    `cross-validated, intervals by group\nmodel    ${options.out}\nuse it   annotators: { themes: { model: ${options.out} } }\n`,
  );
}
