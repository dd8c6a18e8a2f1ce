import type { DiscoveredThemes, NoDiscoveredThemes } from '../domain/discovered-theme.ts';
import { measureDiscovered } from '../measure/measure-discovered.ts';
import { timeBins } from '../measure/time-bins.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { partMoments } from '../store/queries/part-moments.ts';
import type { MeasureContext } from './run-context.ts';

/** The discovered themes with their shares, balances and overlaps. */
export async function measureDiscoveredThemes({
  study,
  database,
  learnedThemes,
}: MeasureContext): Promise<(DiscoveredThemes | NoDiscoveredThemes)[]> {
  const { measure, weights, period, bin } = study;
  const targets = [...new Set(learnedThemes.map(({ target }) => target))];
  const options = { targets, weightUnit: weightUnit(weights) };
  return measureDiscovered({
    learned: learnedThemes,
    classes: await partMoments(database, { ...options, of: 'classes' }),
    codebook: await partMoments(database, { ...options, of: 'codebook' }),
    bins: timeBins(period, bin),
    period,
    themes: study.themes.map(({ id }) => id),
    measure,
    weights,
  });
}
