import { expect, test } from 'vitest';
import type { Claim } from '../domain/claim.ts';
import type { Specification } from '../domain/multiverse.ts';
import type { StudyConfig } from '../study/config.ts';
import {
  bearsOn,
  claimUnderChoices,
  countVerdicts,
  measuredClaims,
  planClaimSpecifications,
} from './claim-universes.ts';

const named = (id: string) => ({ id, text: id, target: 'china' });
const level = {
  ...named('level'),
  kind: 'level',
  classes: ['press'],
  measure: 'net-balance',
  is: 'above',
  threshold: 0,
} as const;
const change = {
  ...named('change'),
  kind: 'change',
  classes: ['public'],
  event: 'july',
  direction: 'fall',
  by: 0,
} as const;
const quote = { ...named('said'), kind: 'quote' } as const;

const study = (claims: StudyConfig['claims']): StudyConfig =>
  ({
    bin: 'week',
    claims,
    sources: [
      { id: 'forum', class: 'public' },
      { id: 'chats', class: 'public' },
      { id: 'paper', class: 'press' },
    ],
    weights: { copies: 'each', authorWeekCap: null, sources: {} },
    measure: { eventWindowDays: 180, voices: ['own'] },
  }) as unknown as StudyConfig;

const plan = (claims: StudyConfig['claims'], hasCampaigns = false): Specification[] =>
  planClaimSpecifications(study(claims), { hasCampaigns }, ['classify-and-count']);

test('the window is tried where a claim is of an event, a source where its class is asked about', () => {
  const [copies, caps, voices, windows] = [2, 2, 2, 4];
  expect(plan([level])).toHaveLength(copies * caps * voices);
  expect(plan([level, change])).toHaveLength(copies * caps * voices * windows + 2);
  expect(plan([level], true)).toHaveLength(copies * caps * voices + 1);
  for (const claims of [[level], [level, change]])
    expect(plan(claims).filter(({ isStudy }) => isStudy)).toHaveLength(1);
  expect(new Set(plan([level, change]).map(({ mix }) => mix))).toEqual(new Set(['observed']));
});

test('a claim is counted under the specifications that bear on it alone', () => {
  const planned = plan([level, change]);
  const of = (claim: typeof level | typeof change) =>
    planned.filter((one) => bearsOn(study([level, change]), one, claim));
  expect(of(level)).toHaveLength(8);
  expect(of(change)).toHaveLength(34);
  for (const claim of [level, change]) expect(of(claim).some(({ isStudy }) => isStudy)).toBe(true);
});

test('what is listed without a verdict is decided nowhere', () => {
  expect(measuredClaims(study([level, quote]))).toEqual([level]);
  expect(plan([quote])).toEqual([]);
});

test('verdicts are counted; a withheld one counts as none and shows no number', () => {
  const [one] = plan([level]) as [Specification];
  const claim = (verdict: Claim['verdict']): Claim =>
    ({
      verdict,
      effect: { kind: 'estimate', value: 0.2, interval: { lower: 0.1, upper: 0.3, level: 0.95 } },
    }) as unknown as Claim;
  const all = (
    ['supported', 'supported', 'contradicted', 'cannot-separate', 'not-estimable', 'no-data'] as const
  ).map((verdict) => claimUnderChoices(claim(verdict), one, false));
  const hidden = claimUnderChoices(claim('supported'), one, true);
  expect(hidden).toMatchObject({ verdict: 'withheld', value: null, interval: null });
  expect(all[0]).toMatchObject({ specification: one.id, verdict: 'supported', value: 0.2 });
  expect(claimUnderChoices(undefined, one, false)).toMatchObject({ verdict: 'not-estimable', value: null });
  expect(countVerdicts([...all, hidden])).toEqual({
    nSpecifications: 7,
    nSupported: 2,
    nContradicted: 1,
    nCannotSeparate: 1,
    nUndecided: 3,
  });
});
