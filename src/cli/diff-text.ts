import type { Estimate } from '../domain/estimate.ts';
import {
  DIFF_CAUSES,
  type DiffCause,
  type Difference,
  type MovedNumber,
  type RunDiff,
} from '../pipeline/diff-runs.ts';
import { terminalCut, terminalLine } from '../report/formats/terminal-text.ts';

const WIDTH = 80;
const NAMES: Readonly<Record<DiffCause, string>> = {
  data: 'data: records and files',
  query: 'query: what the study asks',
  model: 'model: who annotates',
  code: 'code: program and stages',
  codings: 'codings and polls',
};

/** Differences of one cause, and numbers, that are printed; `--json` has all. */
const MOST_SHOWN = 12;

/** What differs between two runs, in lines of at most 80 columns. */
export function diffText(diff: RunDiff): string {
  const { runs, isSame, causes, headline, numbers, nNumbers, verdicts } = diff;
  const [a, b] = headline;
  const apart = numbers.filter((one) => one.isApart).length;
  const lines = [
    `${runs[0]} → ${runs[1]}`,
    '',
    'because of',
    ...DIFF_CAUSES.flatMap((cause) =>
      causeLines(
        cause,
        causes.filter((one) => one.cause === cause),
      ),
    ),
    '',
    `headline  ${shown(a.estimate)} → ${shown(b.estimate)}`,
    ...(sameHeadline(diff) ? [] : ['          not the same number: target, class or event differ']),
    '',
    `numbers   ${numbers.length} of ${nNumbers} differ; intervals without a common point: ${apart}`,
    ...numbers.slice(0, MOST_SHOWN).flatMap(numberLines),
    ...more(numbers.length),
    ...(verdicts.length === 0
      ? []
      : [
          '',
          'verdicts',
          ...verdicts.map(
            (one) => `  ${terminalLine(one.claim)}: ${one.before ?? 'none'} → ${one.after ?? 'none'}`,
          ),
        ]),
    '',
    isSame ? 'the findings are the same' : 'the findings differ',
  ];
  return `${lines.map((line) => terminalCut(line, WIDTH)).join('\n')}\n`;
}

function causeLines(cause: DiffCause, differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [`  – ${NAMES[cause]}: the same`];
  return [
    `  ✗ ${NAMES[cause]}: ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`,
    ...differences
      .slice(0, MOST_SHOWN)
      .flatMap(({ what, before, after }) => [
        `    ${terminalLine(what)}`,
        `      − ${before === null ? 'not there' : terminalLine(before)}`,
        `      + ${after === null ? 'not there' : terminalLine(after)}`,
      ]),
    ...more(differences.length),
  ];
}

function more(n: number): string[] {
  return n > MOST_SHOWN ? [`    and ${n - MOST_SHOWN} more: see --json`] : [];
}

function numberLines({ id, before, after, isApart }: MovedNumber): string[] {
  return [`  ${isApart ? '!' : ' '} ${terminalLine(id)}`, `      ${shown(before)} → ${shown(after)}`];
}

function sameHeadline({ headline: [a, b] }: RunDiff): boolean {
  const key = ({ target, stratum, event }: typeof a): string => JSON.stringify([target, stratum, event]);
  return key(a) === key(b);
}

function shown(estimate: Estimate | null): string {
  if (estimate === null) return 'not there';
  if (estimate.kind === 'not-estimable') return estimate.reason;
  const points = (value: number): string => (100 * value).toFixed(1).replace('-', '−');
  const { value, interval } = estimate;
  return `${points(value)} [${points(interval.lower)}, ${points(interval.upper)}]`;
}
