import { describeCommit, describeMachine } from '../provenance.ts';
import type { Round } from './code-round.ts';

const points = (value: number): string => (100 * value).toFixed(1).replace('-', '−');

/** A round as a page of Markdown. */
export function renderRound(round: Round): string {
  const { result, planted, after, n } = round;
  const rows = result.levels.flatMap((one) => {
    const { raw, corrected } = one;
    if (raw.kind !== 'estimate' || corrected.kind !== 'estimate') return [];
    const half = (corrected.interval.upper - corrected.interval.lower) / 2;
    const told = one.gains.find(({ more }) => more === n) ?? null;
    const came = after.get(one.class);
    const range = ({ lower, upper }: { lower: number; upper: number }) =>
      `[${points(lower)}, ${points(upper)}]`;
    return [
      [
        one.class,
        one.nCoded,
        points(planted.get(one.class) ?? Number.NaN),
        `${points(raw.value)} ${range(raw.interval)}`,
        `${points(corrected.value)} ${range(corrected.interval)}`,
        points(half),
        told === null ? '–' : points(half * told.width),
        came === undefined ? '–' : points(came),
      ].join(' | '),
    ];
  });
  return [
    `${n} mentions of ${round.target}, ${round.documents} posts; commit ${describeCommit()}, ${describeMachine()}`,
    '',
    `${round.nKeys} keys by two coders at once in ${round.codingSeconds.toFixed(0)} s, each of which slips in ${points(round.slips)} %;`,
    `alpha ${round.alpha}; ${round.nDiffering} differences settled; measured again in ${round.measureSeconds.toFixed(0)} s.`,
    '',
    `| class | codings | planted | counted | corrected | ± | ± told for ${n} more | ± that came |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
