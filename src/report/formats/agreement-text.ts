import type { Agreement, DifferingRow, PairAgreement } from '../../domain/agreement.ts';
import { noteLines, scoreText } from './evaluation-text.ts';
import { TERMINAL_COLUMNS, terminalCut, terminalLine, terminalWrap } from './terminal-text.ts';

/** Agreement for a terminal of 80 columns. */
export function renderAgreementText(agreement: Agreement): string {
  const { annotators, pairs, rows, intervals, n, nGroups, nDiffering } = agreement;
  const names = annotators.map(({ name }) => name);
  const line = (text: string): string => terminalCut(terminalLine(text), TERMINAL_COLUMNS);
  const lines = [
    line(`${annotators.length} annotators on ${agreement.sample}: ${n} rows in ${nGroups} groups`),
    `value lower–upper; ${intervals.level * 100} % intervals clustered by group`,
    ...noteLines(agreement.notes),
    '',
    ...annotators.map(({ name, version, nAbstained }, i) => {
      const who = terminalLine(version === null ? name : `${name} ${version}`);
      return `  ${i + 1}  ${terminalCut(who, 50)}, abstains on ${nAbstained}`;
    }),
    '',
    `  Krippendorff's alpha   ${scoreText(agreement.alpha)}`,
    `  all say the same       ${scoreText(agreement.share)}`,
    '',
    pairLine(['pair', 'rows', 'same label', "Cohen's kappa"]),
    ...pairs.map((pair) => pairLine(pairCells(pair, names))),
    '',
    `rows that differ: ${nDiffering}${rows.length < nDiffering ? `; the ${rows.length} that differ most:` : ''}`,
    ...rows.flatMap((row) => rowLines(row, names)),
  ];
  return `${lines.map((one) => one.trimEnd()).join('\n')}\n`;
}

function pairLine([pair, rows, share, kappa]: readonly [string, string, string, string]): string {
  return `  ${pair.padEnd(9)} ${rows.padStart(8)}  ${share.padEnd(22)} ${kappa}`;
}

function pairCells(
  { a, b, n, share, kappa }: PairAgreement,
  names: readonly string[],
): readonly [string, string, string, string] {
  const pair = `${names.indexOf(a) + 1} and ${names.indexOf(b) + 1}`;
  return [pair, String(n), scoreText(share), scoreText(kappa)];
}

function rowLines(row: DifferingRow, names: readonly string[]): string[] {
  const labels = names.map((name, i) => `${i + 1} ${row.labels[name] ?? 'abstain'}`).join(', ');
  const text = row.text === undefined ? '' : terminalLine(`${row.target ?? ''}: ${row.text}`);
  return [
    `  ${terminalCut(terminalLine(row.id), 50)}  difference ${row.difference.toFixed(3)}`,
    ...[labels, text]
      .flatMap((part) => terminalWrap(part, TERMINAL_COLUMNS - 6))
      .map((part) => `      ${part}`),
  ];
}
