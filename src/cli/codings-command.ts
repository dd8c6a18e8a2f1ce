import { addCustody } from '../pipeline/custody.ts';
import { type CodingsState, describeCodings, type WaveState } from '../pipeline/describe-codings.ts';
import { type ImportedCodings, importCodings } from '../pipeline/import-codings.ts';
import { loadStudy, outFolder } from '../pipeline/load-study.ts';
import { agreementLines } from './agreement-lines.ts';
import { near } from './near-path.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell codings import`. */
export interface ImportCommandOptions {
  readonly coder?: string;
  readonly wave?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** `groundswell codings import study.yaml sheet.csv --coder anna`: a coded sheet comes back. */
export async function importCommand(
  paths: { readonly study: string; readonly file: string },
  options: ImportCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(paths.study);
  const imported = await importCodings(config, {
    file: paths.file,
    coder: options.coder ?? null,
    wave: options.wave ?? null,
    replace: options.replace === true,
  });
  const { nLabels, nNew, nChanged } = imported;
  await addCustody(
    outFolder(undefined, config),
    {
      action: 'codings-import',
      command: 'codings import',
      facts: { labels: nLabels, new: nNew, changed: nChanged },
    },
    { now: Date.now, version: programVersion() },
  );
  const state = await describeCodings(config);
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ kind: 'result', imported, ...state })}\n`);
    return;
  }
  const wave = state.waves.find((one) => one.wave === imported.wave);
  terminal.out([...importLines(imported), '', ...(wave === undefined ? [] : waveLines(wave)), ''].join('\n'));
}

/** `groundswell codings show study.yaml`: what was drawn, what is coded, what is left, and how far coders agree. */
export async function showCodingsCommand(
  path: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(path);
  const state = await describeCodings(config);
  terminal.out(
    options.json === true ? `${JSON.stringify({ kind: 'result', ...state })}\n` : stateText(state, path),
  );
}

function importLines(one: ImportedCodings): string[] {
  const labels = `${one.nLabels} labels${one.nUnclear > 0 ? `, ${one.nUnclear} of them unclear` : ''}`;
  const empty = one.nEmpty === 0 ? '' : `; ${one.nEmpty} rows are not coded yet`;
  return [
    `${one.coder}   ${labels}${empty}`,
    `         ${one.nNew} new, ${one.nChanged} changed, ${one.nKept} from before kept`,
    `kept in  ${near(one.path)}   ids and labels only`,
  ];
}

function stateText({ waves, agreement }: CodingsState, path: string): string {
  if (waves.length === 0)
    return `Nothing was drawn for coding yet.\nBegin with: groundswell sample ${path} --n 400\n`;
  const lines = waves.flatMap((wave) => [...waveLines(wave), '']);
  const all =
    waves.length > 1 ? ['all waves', ...agreementLines(agreement).map((line) => `  ${line}`), ''] : [];
  return [...lines, ...all].join('\n');
}

function waveLines(wave: WaveState): string[] {
  const unclear = wave.nUnclear > 0 ? `, ${wave.nUnclear} unclear` : '';
  const left = wave.nLeft > 0 ? `${wave.nLeft} labels left to give` : 'nothing left to code';
  return [
    `${wave.wave}   drawn on ${wave.drawnOn} from ${wave.nPopulation} mentions in ${wave.nStrata} strata${wave.isAdaptive ? ', adaptive' : ''}`,
    `  ${wave.nCoded} of ${wave.nDrawn} coded${unclear}; ${left}`,
    ...(wave.isOtherStudy ? ['  the study file has changed since it was drawn'] : []),
    ...(wave.coders.length === 0 ? [] : coderLines(wave)),
    ...agreementLines(wave.agreement).map((line) => `  ${line}`),
  ];
}

function coderLines({ coders }: WaveState): string[] {
  const width = Math.max(5, ...coders.map(({ coder }) => coder.length));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
  return [
    row('coder', ['against', 'neither', 'favor', 'unclear']),
    ...coders.map((one) => row(one.coder, [one.against, one.neither, one.favor, one.unclear])),
  ];
}
