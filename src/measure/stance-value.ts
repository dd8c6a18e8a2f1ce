import type { Measure } from '../domain/estimate.ts';
import type { CellValue } from '../store/queries/cell-moments.ts';

/** The measures of stance: name and range of each. */
export const STANCE_VALUES: Readonly<
  Record<CellValue, { readonly measure: Measure; readonly range: readonly [number, number] }>
> = {
  net: { measure: 'net-balance', range: [-1, 1] },
  favor: { measure: 'favor-share', range: [0, 1] },
  against: { measure: 'against-share', range: [0, 1] },
  neither: { measure: 'neither-share', range: [0, 1] },
};

/** A measure of stance from what is in favor, against and in all: labels, probabilities or sums of them. */
export function stanceValue(
  value: CellValue,
  { favor, against, weight }: { readonly favor: number; readonly against: number; readonly weight: number },
): number {
  switch (value) {
    case 'net':
      return favor - against;
    case 'favor':
      return favor;
    case 'against':
      return against;
    case 'neither':
      return weight - favor - against;
  }
}
