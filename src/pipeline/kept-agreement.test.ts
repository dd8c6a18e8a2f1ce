import { expect, test } from 'vitest';
import type { CodedWave } from '../annotate/coding/coded-wave.ts';
import type { CodedLabel } from '../domain/coding.ts';
import type { AgreementQuestion, FindAgreement } from './agreement-thread.ts';
import { codingsAgreement } from './codings-agreement.ts';
import { keptAgreement } from './kept-agreement.ts';

const LABELS = ['against', 'neither', 'favor'] as const;

/** Two people and 30 mentions; the second differs on some. */
function question(nDiffering: number): AgreementQuestion {
  const mentions = Array.from({ length: 30 }, (_, i) => ({ id: `m${i}`, documentId: `d${i}` }));
  const of = (shift: (i: number) => number): Map<string, CodedLabel> =>
    new Map(mentions.map(({ id }, i) => [id, LABELS[(i + shift(i)) % 3] as CodedLabel]));
  const coders = new Map([
    ['anna', of(() => 0)],
    ['boris', of((i) => (i < nDiffering ? 1 : 0))],
  ]);
  const coded = { wave: { wave: 'wave-1', mentions }, coders } as unknown as CodedWave;
  return { coded, seed: 1, confidenceLevel: 0.95 };
}

/** Finds at once, but answers only when it is told to. */
function held(): { find: FindAgreement; asked: AgreementQuestion[]; answer: () => void } {
  const asked: AgreementQuestion[] = [];
  let answer = (): void => undefined;
  return {
    asked,
    answer: () => answer(),
    find: async (one) => {
      asked.push(one);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return codingsAgreement([one.coded], { seed: one.seed, measure: one });
    },
  };
}

test('the thread gives what the calling thread would, and this thread goes on meanwhile', async () => {
  const one = question(6);
  const order: string[] = [];
  const found = keptAgreement()(one).then((agreement) => {
    order.push('agreement');
    return agreement;
  });
  await new Promise((resolve) => setImmediate(resolve));
  order.push('another request');
  expect(await found).toEqual(codingsAgreement([one.coded], { seed: 1, measure: one }));
  expect(order).toEqual(['another request', 'agreement']);
});

test('the same labels are looked at once; those who ask meanwhile share the next, with the newest labels', async () => {
  const { find, asked, answer } = held();
  const agreementOf = keptAgreement(find);
  const [first, same] = [agreementOf(question(1)), agreementOf(question(1))];
  const later = [2, 3, 4].map((n) => agreementOf(question(n)));
  expect(asked).toHaveLength(1);
  answer();
  expect(await first).toBe(await same);
  await Promise.resolve();
  expect(asked).toHaveLength(2);
  answer();
  const all = await Promise.all(later);
  expect(new Set(all).size).toBe(1);
  expect(all[0]?.share.value).toBeCloseTo(26 / 30, 12);
  expect(await agreementOf(question(4))).toBe(all[0]);
  expect(asked).toHaveLength(2);
});

test('a failure is told to whoever waits for it, and the next question begins anew', async () => {
  let isBroken = true;
  const agreementOf = keptAgreement(async (one) => {
    if (isBroken) throw new Error('out of memory');
    return codingsAgreement([one.coded], { seed: 1, measure: one });
  });
  const [first, second] = [agreementOf(question(1)), agreementOf(question(2))];
  await expect(first).rejects.toThrow('out of memory');
  await expect(second).rejects.toThrow('out of memory');
  isBroken = false;
  expect((await agreementOf(question(2))).nShared).toBe(30);
});

test('kappa of each two who share mentions stands beside alpha', async () => {
  const { coded, seed } = question(6);
  const zoe = new Map([...(coded.coders.get('anna') ?? [])].slice(0, 10));
  const coders = new Map([...coded.coders, ['zoe', zoe], ['adjudicated', zoe]]);
  const measure = { confidenceLevel: 0.95 };
  const { pairs } = codingsAgreement([{ ...coded, coders }], { seed, measure });
  expect(pairs.map(({ coders: both, n }) => [...both, n])).toEqual([
    ['anna', 'boris', 30],
    ['anna', 'zoe', 10],
    ['boris', 'zoe', 10],
  ]);
  const [differ, agree] = pairs;
  expect(differ?.share.value).toBeCloseTo(0.8, 12);
  // Ten labels of each, so that chance gives a third: (0.8 − 1/3) / (2/3).
  expect(differ?.kappa.value).toBeCloseTo(0.7, 12);
  expect(agree?.kappa.value).toBe(1);
  expect(agree?.kappa.lower).toBeLessThan(1);
});
