import type { Series } from '../domain/estimate.ts';
import type { EventContrast, Level } from '../domain/finding.ts';
import { addContrastBands, addLevelBands, addSeriesBands } from '../measure/add-error-bands.ts';
import { spreadsOf } from '../measure/error-band.ts';
import type { DayContrast } from '../store/queries/contrast-moments.ts';
import { binStrata, contrastStrata } from '../store/queries/decided-strata.ts';
import type { MeasureContext } from './run-context.ts';

/** Adds bands of the annotator's errors to what was measured; where nothing is known of them, adds none. */
export interface ErrorBands {
  series(series: readonly Series[]): readonly Series[];
  levels(levels: readonly Level[]): readonly Level[];
  contrasts(contrasts: readonly EventContrast[], spans: DayContrast): Promise<readonly EventContrast[]>;
}

/** Counts what was decided by language and domain; after the observations are made. */
export async function openErrorBands(context: MeasureContext): Promise<ErrorBands> {
  const { study, database, annotatorQuality } = context;
  const spreads = spreadsOf(annotatorQuality);
  if (spreads === null) {
    return {
      series: (series) => series,
      levels: (levels) => levels,
      contrasts: async (contrasts) => contrasts,
    };
  }
  const domains = new Map(study.sources.map((source) => [source.id, source.domain]));
  const strata = await binStrata(database, domains);
  return {
    series: (series) => addSeriesBands(series, strata, spreads),
    levels: (levels) => addLevelBands(levels, strata, spreads),
    contrasts: async (contrasts, spans) =>
      addContrastBands(contrasts, await contrastStrata(database, spans, domains), spreads),
  };
}
