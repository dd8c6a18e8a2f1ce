import type { Estimate, Series } from '../domain/estimate.ts';
import type { Level } from '../domain/finding.ts';
import { correctedPeriod } from '../stats/corrected-period.ts';
import { rectifierContrast, smoothRectifier } from '../stats/rectifier-path.ts';
import type { CellMoments, CellValue } from '../store/queries/cell-moments.ts';
import type { ScoreTotals } from '../store/queries/scores.ts';
import { type CellCorrection, codingValues, levelContrast, scoreMean } from './cell-correction.ts';
import { codedSpread, correctedEstimate, type RectifierKind, rawVariant } from './corrected-estimate.ts';
import { STANCE_VALUES } from './stance-value.ts';

/** What series and levels are corrected with. */
export interface SeriesCorrectionInputs {
  readonly corrections: readonly CellCorrection[];
  /** Moments of the annotator's probabilities. */
  readonly cells: readonly CellMoments[];
  readonly totals: ScoreTotals;
  readonly nBins: number;
  readonly confidenceLevel: number;
}

type Named = Pick<Level, 'target' | 'stratum' | 'measure'>;

/** The measure's name in the moments, and the correction of its target and class; null where it has none. */
function correctionOf(
  { target, stratum, measure }: Named,
  corrections: readonly CellCorrection[],
): { readonly value: CellValue; readonly correction: CellCorrection } | null {
  const value = (['net', 'favor', 'against', 'neither'] as const).find(
    (one) => STANCE_VALUES[one].measure === measure,
  );
  const correction = corrections.find((one) => one.target === target && one.class === stratum['class']);
  return value === undefined || correction === undefined ? null : { value, correction };
}

/**
 * Series with corrected estimates in the foreground and the uncorrected ones beside them, where target and class have
 * enough codings. A bin holds few codings, so its rectifier is told by those of all bins, as a random walk.
 */
export function correctSeries(series: readonly Series[], inputs: SeriesCorrectionInputs): Series[] {
  const cells = new Map(inputs.cells.map((c) => [`${c.target}\0${c.class}\0${c.bin}`, c]));
  return series.map((one) => {
    const found = correctionOf(one, inputs.corrections);
    if (found === null) return one;
    const { value, correction } = found;
    const pooled = correction.pooled[value];
    const path = smoothRectifier(pooled.observations, {
      nPeriods: inputs.nBins,
      deviation: pooled.deviation,
      posterior: correction.posterior,
    });
    const estimates = one.estimates.map((raw, bin): Estimate => {
      const cell = cells.get(`${correction.target}\0${correction.class}\0${bin}`);
      const rectifier = path[bin];
      if (raw.kind !== 'estimate' || cell === undefined || rectifier === undefined) return raw;
      const corrected = correctedPeriod(scoreMean(cell, value), rectifier, {
        ...pooled,
        lambda: correction.lambda,
        kishSize: cell.kishSize,
        confidenceLevel: inputs.confidenceLevel,
        range: STANCE_VALUES[value].range,
      });
      return correctedEstimate(raw, corrected, howOf('pooled', found));
    });
    return {
      ...one,
      estimates,
      variants: [{ correction: 'none', mix: 'observed', estimates: one.estimates }, ...(one.variants ?? [])],
    };
  });
}

/**
 * Levels with corrected estimates in the foreground: by the design of the sample where waves were drawn from (nearly) the
 * whole period, else with the rectifier that all codings together tell of the days in between.
 */
export function correctLevels(levels: readonly Level[], inputs: SeriesCorrectionInputs): Level[] {
  return levels.map((one) => {
    const found = correctionOf(one, inputs.corrections);
    const { estimate: raw } = one;
    const cell = inputs.cells.find(
      (c) => c.bin === -1 && c.target === one.target && c.class === one.stratum['class'],
    );
    if (found === null || raw.kind !== 'estimate' || cell === undefined) return one;
    const { value, correction } = found;
    const estimate = correction.isWholePeriodCovered
      ? designLevel(cell, { ...inputs, ...found })
      : pooledLevel(cell, { ...inputs, ...found });
    const kind = correction.isWholePeriodCovered ? 'design' : 'pooled';
    return estimate === null
      ? one
      : {
          ...one,
          estimate: correctedEstimate(raw, estimate, howOf(kind, { value, correction })),
          variants: [rawVariant(raw), ...(one.variants ?? [])],
        };
  });
}

type Found = NonNullable<ReturnType<typeof correctionOf>>;

function howOf(kind: RectifierKind, { value, correction }: Found) {
  const { codings } = correction;
  const label = ({ mention }: (typeof codings)[number]): number => codingValues(mention, value).label;
  const spread = codedSpread(codings, { label, range: STANCE_VALUES[value].range });
  return { kind, nCoded: codings.length, spread };
}

function designLevel(cell: CellMoments, of: SeriesCorrectionInputs & Found) {
  const { correction, value, totals, confidenceLevel } = of;
  const { lambda, codings } = correction;
  const result = levelContrast(cell, codings, { value, lambda, totals, confidenceLevel });
  return result.kind === 'corrected' ? result : null;
}

function pooledLevel(cell: CellMoments, of: SeriesCorrectionInputs & Found) {
  const { correction, value, nBins } = of;
  const { lambda, posterior } = correction;
  const pooled = correction.pooled[value];
  const weights = new Array<number>(nBins).fill(0);
  for (const one of of.cells) {
    if (one.bin >= 0 && one.target === cell.target && one.class === cell.class)
      weights[one.bin] = one.moments.net.both.sumN;
  }
  const total = weights.reduce((sum, w) => sum + w, 0);
  const rectifier = rectifierContrast(pooled.observations, {
    coefficients: weights.map((w) => w / total),
    deviation: pooled.deviation,
    posterior,
  });
  return correctedPeriod(scoreMean(cell, value), rectifier, {
    ...pooled,
    lambda,
    kishSize: cell.kishSize,
    confidenceLevel: of.confidenceLevel,
    range: STANCE_VALUES[value].range,
  });
}
