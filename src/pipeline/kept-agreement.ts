import { ADJUDICATED, type CodedWave } from '../annotate/coding/coded-wave.ts';
import type { CoderAgreement } from '../domain/coding.ts';
import type { StudyConfig } from '../study/config.ts';
import { codingsAgreement } from './study-codings.ts';

/**
 * Agreement of a wave that is asked for again and again while people code: computed anew only where a mention that two
 * people labelled has changed, since its interval takes thousands of resamples.
 */
export function keptAgreement(): (coded: CodedWave, study: StudyConfig) => CoderAgreement {
  const kept = new Map<string, { readonly key: string; readonly agreement: CoderAgreement }>();
  return (coded, study) => {
    const key = `${study.seed} ${study.measure.confidenceLevel} ${sharedLabels(coded)}`;
    const before = kept.get(coded.wave.wave);
    if (before?.key === key) return before.agreement;
    const agreement = codingsAgreement([coded], study);
    kept.set(coded.wave.wave, { key, agreement });
    return agreement;
  };
}

function sharedLabels({ wave, coders }: CodedWave): string {
  const people = [...coders].filter(([name]) => name !== ADJUDICATED);
  return wave.mentions
    .flatMap(({ id }) => {
      const labels = people.flatMap(([name, of]) => (of.has(id) ? [`${name} ${of.get(id)}`] : []));
      return labels.length < 2 ? [] : [`${id} ${labels}`];
    })
    .join('\n');
}
