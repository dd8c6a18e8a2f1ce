import type { Specification } from './multiverse.ts';

/** The choices of a specification by dimension, in words. */
export function choicesOf(one: Omit<Specification, 'id' | 'isStudy'>): Readonly<Record<string, string>> {
  const { window } = one;
  return {
    estimator: one.estimator,
    copies: one.copies,
    'author cap': one.authorWeekCap === null ? 'none' : `${one.authorWeekCap} a week`,
    mix: one.mix,
    voices: one.voices.join(' + '),
    window: window === null ? 'whole period' : typeof window === 'number' ? `${window} days` : window,
    campaigns: one.campaigns,
    'left out': one.leftOut ?? 'none',
  };
}
