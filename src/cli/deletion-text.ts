import { DELETION_STANCES, type Deletion, type DeletionEstimate } from '../domain/deletion.ts';
import { terminalCut, terminalLine } from '../report/formats/terminal-text.ts';

const WIDTH = 80;
const REASONS = {
  'no-addresses': 'no document has an address',
  'too-few-answers': 'too few answers',
  withheld: 'withheld',
} as const;

/** What became of the addresses, in lines of at most 80 columns. */
export function deletionText(deletion: Deletion): string {
  const classes = [...new Set(deletion.cells.map((cell) => cell.class))];
  const rows = classes.flatMap((name) =>
    DELETION_STANCES.flatMap((stance) => {
      const cell = deletion.cells.find((one) => one.class === name && one.stance === stance);
      if (cell === undefined) return [];
      const { outcomes } = cell;
      const unknown = outcomes === null ? null : outcomes.login + outcomes.unreachable;
      const counts = [outcomes?.gone, outcomes?.there, outcomes?.changed, unknown];
      return [
        row(
          [name, stance],
          counts.map((n) => String(n ?? '·')),
          shareText(cell.rate),
        ),
      ];
    }),
  );
  const lines = [
    row(['class', 'stance'], ['gone', 'there', 'changed', '?'], 'share gone'),
    ...rows,
    ...deletion.pooled.map(({ stance, rate }) => row(['all', stance], ['', '', '', ''], shareText(rate))),
    '',
    'against minus favor, points',
    ...deletion.contrasts.map(
      ({ class: name, difference }) => `  ${cut(name ?? 'all', 24)} ${differenceText(difference)}`,
    ),
  ];
  return `${lines.map((line) => terminalCut(line.trimEnd(), WIDTH)).join('\n')}\n`;
}

function row([name, stance]: readonly [string, string], counts: readonly string[], share: string): string {
  const numbers = counts.map((text) => text.padStart(7)).join('');
  return `${cut(name, 16)} ${stance.padEnd(7)} ${numbers}  ${share}`;
}

function cut(text: string, width: number): string {
  return terminalCut(terminalLine(text), width).padEnd(width);
}

function shareText(rate: DeletionEstimate): string {
  if (rate.kind === 'not-estimable') return REASONS[rate.reason];
  const { lower, upper } = rate.interval;
  const percent = (share: number): string => (100 * share).toFixed(1);
  return `${percent(rate.value)} % [${percent(lower)}, ${percent(upper)}]`;
}

function differenceText(difference: DeletionEstimate): string {
  if (difference.kind === 'not-estimable') return REASONS[difference.reason];
  const { lower, upper } = difference.interval;
  const points = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`;
  return `${points(difference.value)} [${points(lower)}, ${points(upper)}]`;
}
