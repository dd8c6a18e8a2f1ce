import type { Multiverse, SpecificationResult } from '../../domain/multiverse.ts';
import { csvCell } from './csv.ts';

type Value = Parameters<typeof csvCell>[0];

const COLUMNS: readonly (readonly [name: string, value: (one: SpecificationResult) => Value])[] = [
  ['estimator', (one) => one.estimator],
  ['copies', (one) => one.copies],
  ['authorWeekCap', (one) => one.authorWeekCap],
  ['mix', (one) => one.mix],
  ['voices', (one) => one.voices.join('+')],
  ['window', (one) => one.window],
  ['campaigns', (one) => one.campaigns],
  ['leftOut', (one) => one.leftOut],
  ['isStudy', (one) => one.isStudy],
  ['value', ({ estimate }) => (estimate.kind === 'estimate' ? estimate.value : null)],
  ['standardError', ({ estimate }) => (estimate.kind === 'estimate' ? estimate.standardError : null)],
  ['lower', ({ estimate }) => (estimate.kind === 'estimate' ? estimate.interval.lower : null)],
  ['upper', ({ estimate }) => (estimate.kind === 'estimate' ? estimate.interval.upper : null)],
  ['nDocuments', ({ estimate }) => estimate.nDocuments],
  ['reason', ({ estimate }) => (estimate.kind === 'estimate' ? null : estimate.reason)],
];

/** One row a specification, unrounded; an empty cell is "none". */
export function renderMultiverseCsv({ specifications, runId, synthetic }: Multiverse): string {
  const lines = [
    [...COLUMNS.map(([name]) => name), 'synthetic', 'runId'],
    ...specifications.map((one) => [...COLUMNS.map(([, value]) => csvCell(value(one))), synthetic, runId]),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
