import { judge } from './judge.ts';
import type { Case, Column, Simulation, Sums } from './simulation.ts';

/** The table of one simulation as a Markdown page: no line of it is written by hand. */
export function renderTable(
  simulation: Simulation,
  rows: readonly { readonly at: Case; readonly sums: Sums }[],
  made: { readonly commit: string; readonly machine: string; readonly replicates: number },
): string {
  const settings = Object.keys(simulation.cases[0] ?? {});
  const lines = rows.map(({ at, sums }) =>
    row([
      ...settings.map((name) => String(at[name])),
      ...simulation.columns.map((column) => cell(column, sums, at)),
    ]),
  );
  const goals = simulation.columns.flatMap((column) =>
    column.goal === undefined ? [] : [`${column.label} ${goalText(column)}`],
  );
  return [
    `# ${simulation.title}`,
    simulation.text.trim(),
    settings.length === 0
      ? downward(simulation.columns, rows[0]?.sums ?? {})
      : [
          row([...settings, ...simulation.columns.map((column) => column.label)]),
          row([...settings.map(() => '---'), ...simulation.columns.map(() => '--:')]),
          ...lines,
        ].join('\n'),
    ...(goals.length === 0
      ? []
      : [
          `${settings.length === 0 ? '' : `Goals: ${goals.join('; ')}. `}✓ met, ✗ missed, ~ outside by less than chance allows.`,
        ]),
    `Printed by \`npm run bench:statistics -- --only ${simulation.id} --write\`: ${made.replicates} replicates of each row; ± is the 95 % Monte Carlo error. Commit ${made.commit}; ${made.machine}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function cell(column: Column, sums: Sums, at: Case): string {
  const judged = judge(column, sums, { at, level: 0.95 });
  if (judged === null) return '–';
  const half = (judged.upper - judged.lower) / 2;
  const mark = { met: ' ✓', unclear: ' ~', missed: ' ✗' };
  return `${number(column, judged.value)} ± ${number(column, half)}${judged.verdict === null ? '' : mark[judged.verdict]}`;
}

/** One case and many numbers: a line for each. */
function downward(columns: readonly Column[], sums: Sums): string {
  return [
    row(['what', 'measured', 'goal', 'replicates']),
    row(['---', '--:', '--:', '--:']),
    ...columns.map((column) =>
      row([
        column.label,
        cell(column, sums, {}),
        column.goal === undefined ? '' : goalText(column),
        String(sums[column.of]?.n ?? 0),
      ]),
    ),
  ].join('\n');
}

function number(column: Column, value: number): string {
  return column.kind === 'rate' ? `${(100 * value).toFixed(1)} %` : value.toFixed(4);
}

function goalText(column: Column): string {
  const { from, to } = column.goal ?? {};
  const text = (value: number): string =>
    column.kind === 'rate' ? `${Number((100 * value).toPrecision(6))} %` : String(value);
  if (from !== undefined && to !== undefined) return `${text(from)}–${text(to)}`;
  return from === undefined ? `≤ ${text(to ?? 0)}` : `≥ ${text(from)}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
