import type { Multiverse, MultiverseSummary } from '../../domain/multiverse.ts';
import { TERMINAL_COLUMNS, terminalCut, terminalLine, terminalWrap } from './terminal-text.ts';

/** A multiverse for a terminal of 80 columns: what agrees, how the size spreads, what each choice does. */
export function renderMultiverseText(multiverse: Multiverse): string {
  const { choices, summary, synthetic, title } = multiverse;
  const wide = Math.max(10, ...choices.map(({ choice }) => terminalLine(choice).length));
  const lines = [
    ...(synthetic ? ['Synthetic corpus: it says nothing about the world.'] : []),
    terminalLine(title),
    headlineLine(multiverse),
    '',
    ...multiverseSentences(summary).flatMap((sentence) => terminalWrap(sentence, TERMINAL_COLUMNS)),
    '',
    `${'choice'.padEnd(12 + wide)} ${cells(['number', 'same sign', 'not zero', 'median'])}`,
    ...choices.map(
      ({ dimension, choice, nEstimable, nSameSign, nExcludeZero, median }, i) =>
        `${(choices[i - 1]?.dimension === dimension ? '' : dimension).padEnd(12)}${terminalLine(choice).padEnd(wide)} ${cells(
          [String(nEstimable), String(nSameSign), String(nExcludeZero), pointsText(median)],
        )}`,
    ),
  ];
  return `${lines.map((line) => terminalCut(line.trimEnd(), TERMINAL_COLUMNS)).join('\n')}\n`;
}

/** What the headline of a multiverse is of. */
export function headlineLine({ headline: { target, stratum, event } }: Multiverse): string {
  const where = terminalLine(Object.values(stratum).join(', ') || 'everything collected');
  return event === null
    ? `Net balance toward ${terminalLine(target)}, class ${where}, last period`
    : `Change in net balance toward ${terminalLine(target)} after ${terminalLine(event)}, class ${where}`;
}

/** How the specifications agree, in sentences. */
export function multiverseSentences(summary: MultiverseSummary): string[] {
  const { nSpecifications, nEstimable, nSameSign, nExcludeZero, nExcludeZeroOpposite } = summary;
  if (nEstimable === 0) return [`${nSpecifications} specifications; none can be estimated.`];
  const { minimum, median, maximum } = summary;
  return [
    `${nSpecifications} specifications, ${nEstimable} can be estimated. ${nSameSign} of ${nEstimable} have the sign of the study’s own number; the interval of ${nExcludeZero} excludes zero on that side, of ${nExcludeZeroOpposite} on the other.`,
    `Size in points: from ${pointsText(minimum)} to ${pointsText(maximum)}, median ${pointsText(median)}. The specifications use the same mentions: they show what choices do, not how sure the number is.`,
  ];
}

function cells(values: readonly string[]): string {
  return values.map((value) => value.padStart(9)).join(' ');
}

function pointsText(value: number | null): string {
  if (value === null) return '—';
  const points = (100 * value).toFixed(1);
  return points.startsWith('-') ? `−${points.slice(1)}` : `+${points}`;
}
