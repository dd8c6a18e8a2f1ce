import type { Specification } from '../domain/multiverse.ts';
import type { StudyConfig } from '../study/config.ts';

/** The study with the choices of a specification. */
export function specifiedStudy(study: StudyConfig, one: Specification): StudyConfig {
  const { copies, authorWeekCap, voices, window, leftOut } = one;
  return {
    ...study,
    ...(typeof window === 'string' ? { bin: window } : {}),
    sources: study.sources.filter(({ id }) => id !== leftOut),
    weights: { ...study.weights, copies, authorWeekCap },
    measure: { ...study.measure, voices, ...(typeof window === 'string' ? {} : { eventWindowDays: window }) },
  };
}

/** Specifications of one key count the same observations. */
export function observationKey(one: Specification): string {
  const { copies, authorWeekCap, voices, campaigns, leftOut, window } = one;
  const bin = typeof window === 'string' ? window : null;
  return JSON.stringify([copies, authorWeekCap, voices, campaigns, leftOut, bin]);
}
