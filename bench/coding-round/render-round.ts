import { codingGain } from '../../src/stats/coding-gain.ts';
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
    const came = after.get(one.class);
    const more = came === undefined ? null : came.nCoded - one.nCoded;
    const error = { sampling: raw.standardError, corrected: corrected.standardError, nCodings: one.nCoded };
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
        more === null ? '–' : String(more),
        more === null ? '–' : points(half * codingGain(error, more)),
        came === undefined ? '–' : points(came.half),
      ].join(' | '),
    ];
  });
  return [
    `${n} mentions of ${round.target}, ${round.documents} posts; commit ${describeCommit()}, ${describeMachine()}`,
    '',
    `${round.nKeys} keys by two coders at once in ${round.codingSeconds.toFixed(0)} s, each of which slips in ${points(round.slips)} %;`,
    `alpha ${round.alpha}; ${round.nDiffering} differences settled; measured again in ${round.measureSeconds.toFixed(0)} s.`,
    '',
    '| class | codings | planted | counted | corrected | ± | more codings | ± told for them | ± that came |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
