import { type PowerPlan, type PowerResult, planPower } from '../pipeline/plan-power.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell power`, as the command line parsed them. */
export interface PowerCommandOptions extends PowerPlan {
  readonly json?: boolean;
}

/** `groundswell power`: the smallest changes that a collection of this size would show. */
export async function powerCommand(
  path: string | undefined,
  { json, ...plan }: PowerCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const result = await planPower(path, plan);
  terminal.out(json === true ? `${JSON.stringify({ kind: 'result', ...result })}\n` : powerText(result));
}

function powerText(result: PowerResult): string {
  const { rows, looks } = result;
  const points = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : (100 * value).toFixed(1);
  const head = ['mentions a period', 'periods', 'before/after', 'step at the event', 'step at any date'];
  const short = rows.filter(({ design }) => design === null).length;
  const cells = rows
    .filter(({ design }) => design !== null)
    .map(({ target, class: name, design, detectable }) => [
      ...(target === null ? [] : [target, name ?? '']),
      design === null ? '–' : design.mentionsPerPeriod.toFixed(0),
      design === null ? '–' : String(design.nPeriods),
      points(detectable?.levelDifference),
      points(detectable?.stepAtEvent),
      points(detectable?.stepAtAnyDate),
    ]);
  const table = [[...(result.fromRun ? ['target', 'class'] : []), ...head], ...cells];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => (row[i] ?? '').length))) ?? [];
  const names = result.fromRun ? 2 : 0;
  const lines = table.map((row) =>
    row
      .map((cell, i) => (i < names ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const share = (value: number): string => `${+(100 * value).toFixed(1)} %`;
  return [
    `Smallest change of net balance, in points, seen with probability ${share(result.power)}`,
    `(${share(result.confidenceLevel)} confidence; step at the event: ${looks} test${looks === 1 ? '' : 's'}${result.fromRun ? '; from the last run' : ''})`,
    '',
    ...lines,
    ...(short === 0 ? [] : ['', `${short} more series of the run have too few periods`]),
    '',
  ].join('\n');
}
