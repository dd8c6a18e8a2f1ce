import { ADJUDICATED, type CodedWave } from '../annotate/coding/coded-wave.ts';
import type { PairedAgreement } from '../domain/coding.ts';
import { type AgreementQuestion, type FindAgreement, inAgreementThread } from './agreement-thread.ts';

interface Begun {
  readonly key: string;
  readonly agreement: Promise<PairedAgreement>;
}

interface Waiting {
  newest: AgreementQuestion;
  readonly agreement: Promise<PairedAgreement>;
}

/**
 * Agreement of a wave that is asked for again and again while people code: worked out anew only where a mention that two
 * people labelled has changed, since its interval takes thousands of resamples. It is done in a thread of its own, one
 * at a time for a wave: those who ask meanwhile share the next, which takes the newest labels.
 */
export function keptAgreement(find: FindAgreement = inAgreementThread): FindAgreement {
  const begun = new Map<string, Begun & { isOver: boolean }>();
  const waiting = new Map<string, Waiting>();
  const begin = (question: AgreementQuestion, key = keyOf(question)): Promise<PairedAgreement> => {
    const { wave } = question.coded.wave;
    const mine = { key, agreement: find(question), isOver: false };
    begun.set(wave, mine);
    mine.agreement.then(
      () => {
        mine.isOver = true;
      },
      () => begun.delete(wave),
    );
    return mine.agreement;
  };
  return (question) => {
    const { wave } = question.coded.wave;
    const key = keyOf(question);
    const before = begun.get(wave);
    if (before?.key === key) return before.agreement;
    if (before === undefined || before.isOver) return begin(question, key);
    const next = waiting.get(wave);
    if (next !== undefined) {
      next.newest = question;
      return next.agreement;
    }
    const goOn = (): Promise<PairedAgreement> => {
      waiting.delete(wave);
      return begin(mine.newest);
    };
    const mine: Waiting = { newest: question, agreement: before.agreement.then(goOn, goOn) };
    waiting.set(wave, mine);
    return mine.agreement;
  };
}

function keyOf({ coded, seed, confidenceLevel }: AgreementQuestion): string {
  return `${seed} ${confidenceLevel} ${sharedLabels(coded)}`;
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
