import type { ClassContrast } from '../domain/class-contrast.ts';
import { contrastClasses, pairingPeriods } from '../measure/contrast-classes.ts';
import { timeBins } from '../measure/time-bins.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { pairedMoments } from '../store/queries/paired-moments.ts';
import type { StageContext } from './run-context.ts';

/** Every two classes that hold documents beside each other, toward every target that is no placebo. */
export async function measureClassContrasts(
  { study, database }: StageContext,
  classes: readonly string[],
): Promise<ClassContrast[]> {
  const { measure, weights, period } = study;
  const themes = study.themes.map((theme) => theme.id);
  const moments = await pairedMoments(database, {
    targets: study.targets.filter((target) => !target.placebo).map((target) => target.id),
    classes,
    themes,
    ...pairingPeriods(timeBins(study.period, study.bin).length),
    weightUnit: weightUnit(weights),
  });
  return contrastClasses({ moments, classes, themes, period, measure, weights });
}
