import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRows } from '../../src/annotate/coding/read-rows.ts';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { Estimate } from '../../src/domain/estimate.ts';
import type { EventContrast, Finding } from '../../src/domain/finding.ts';
import type { Multiverse } from '../../src/domain/multiverse.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { runInProcess } from './run-in-process.ts';

let root: string;
let raw: Finding;
let few: Finding;
let corrected: Finding;
const at = (...names: string[]): string => join(root, ...names);

const WORDS = { against: 'dreadful', neither: 'mentioned', favor: 'splendid' } as const;
type Label = keyof typeof WORDS;
const LABELS = Object.keys(WORDS) as Label[];
const DAYS = 140;
const EVENT = 70;

/** What people would code: balance +0.4 in forums and −0.2 in the press, lower by 0.3 in forums after the event. */
function drawTruth(name: string, day: number, u: number): Label {
  const balance = name === 'press' ? -0.2 : day < EVENT ? 0.4 : 0.1;
  return u < 0.3 + balance / 2 ? 'favor' : u > 0.7 + balance / 2 ? 'against' : 'neither';
}

/** The labels given: in forums one in three is wrong and then against, in the press one in four and then in favor. */
function drawGiven(name: string, truth: Label, u: number): Label {
  if (name === 'press') return u < 0.25 ? 'favor' : truth;
  return u < 0.35 ? 'against' : truth;
}

const sums: Record<string, { n: number; net: number }> = {};
function count(key: string, truth: Label): void {
  const sum = sums[key] ?? { n: 0, net: 0 };
  sum.n += 1;
  sum.net += Number(truth === 'favor') - Number(truth === 'against');
  sums[key] = sum;
}
const truthOf = (key: string): number => {
  const { n, net } = sums[key] ?? expect.unreachable();
  return net / n;
};

/** 3,000 posts by 600 authors in 20 weeks. */
function posts(name: string, seed: number): string {
  const random = seededRandom(seed);
  const rows = Array.from({ length: 1500 }, (_, i) => {
    const day = Math.floor(random() * DAYS);
    const truth = drawTruth(name, day, random());
    const given = drawGiven(name, truth, random());
    count(name, truth);
    count(`${name} ${day < EVENT ? 'before' : 'after'}`, truth);
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    const text = `Post ${i} of ${name}, number ${i * 7919}: China is ${WORDS[truth]}`;
    return [`${name}${i}`, text, date, `${name}${Math.floor(random() * 300)}`, given];
  });
  return writeRows(['id', 'text', 'day', 'who', 'code'], rows);
}

const fields = 'fields: { id: id, text: text, publishedAt: day, author: who }';
const STUDY = `id: corrected-study
title: Labels that lean
period: { start: 2024-01-01, end: 2024-05-20 }
bin: week
classes: [forums, press]
targets:
  - { id: china, label: China, aliases: [China] }
events:
  - { id: turn, label: Turn, date: 2024-03-11 }
claims:
  - id: press-low
    kind: level
    text: The press writes badly of China before and after.
    target: china
    class: press
    is: below
    periods: [{ start: 2024-01-01, end: 2024-03-11 }, { start: 2024-03-11, end: 2024-05-20 }]
  - id: forums-fell
    kind: trend
    text: Forums turned from China.
    target: china
    class: forums
    from: { start: 2024-01-01, end: 2024-03-11 }
    to: { start: 2024-03-11, end: 2024-05-20 }
    direction: fall
sources:
  - { id: forums, adapter: csv, path: forums.csv, class: forums, ${fields} }
  - { id: press, adapter: csv, path: press.csv, class: press, ${fields} }
annotators:
  stance: { kind: column, label: code }
privacy: { keyFile: key }
`;

async function groundswell(...args: string[]): Promise<string> {
  const { code, out, error } = await runInProcess(args);
  expect(code, error).toBe(0);
  return out;
}

const finding = (): Finding => JSON.parse(readFileSync(at('out', 'finding.json'), 'utf8')) as Finding;

/** Draws a wave; a coder reads the texts and errs nowhere. */
async function code(wave: string, n: number): Promise<void> {
  const drawn = ['--run', at('out'), '--date', '2024-07-01', '--n', `${n}`, '--wave', wave];
  await groundswell('sample', at('study.yaml'), ...drawn);
  const sheet = at('out', 'sheets', `${wave}.csv`);
  const rows = readRows({ content: readFileSync(sheet), path: sheet }, ['id']).map(({ cells }) => {
    const label = LABELS.find((one) => cells['text']?.includes(WORDS[one])) ?? '';
    return [cells['id'] ?? '', cells['text'] ?? '', label];
  });
  writeFileSync(at(`${wave}.csv`), writeRows(['id', 'text', 'label'], rows));
  await groundswell('codings', 'import', at('study.yaml'), at(`${wave}.csv`), '--coder', 'anna');
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-corrected-'));
  writeFileSync(at('forums.csv'), posts('forums', 3));
  writeFileSync(at('press.csv'), posts('press', 4));
  writeFileSync(at('study.yaml'), STUDY);
  const run = ['run', at('study.yaml'), '--out', at('out'), '--threads', '1'];
  await groundswell(...run);
  raw = finding();
  await code('wave-1', 30);
  await groundswell(...run);
  few = finding();
  await code('wave-2', 500);
  await groundswell(...run);
  corrected = finding();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function holds(estimate: Estimate | undefined, truth: number): boolean {
  if (estimate?.kind !== 'estimate') return expect.fail('not estimable');
  return estimate.interval.lower <= truth && truth <= estimate.interval.upper;
}
const level = (of: Finding, name: string, measure = 'net-balance') =>
  of.levels?.find((one) => one.stratum['class'] === name && one.measure === measure) ?? expect.unreachable();
const change = (of: Finding, name: string): EventContrast =>
  of.events.find((one) => one.stratum['class'] === name) ?? expect.unreachable();

test('counted labels miss the truth, corrected estimates cover it, and the counted stand beside them', () => {
  expect(findingSchema.parse(corrected)).toEqual(corrected);
  for (const name of ['forums', 'press']) {
    expect(holds(level(raw, name).estimate, truthOf(name)), name).toBe(false);
    expect(holds(level(corrected, name).estimate, truthOf(name)), name).toBe(true);
    expect(level(corrected, name).estimate).not.toHaveProperty('errorBand');
    expect(level(corrected, name).estimate).toMatchObject({ correction: 'dsl', mix: 'observed' });
    expect(level(corrected, name).variants?.[0]).toEqual({
      correction: 'none',
      mix: 'observed',
      estimate: level(raw, name).estimate,
    });
    expect(level(corrected, name).variants?.map(({ mix }) => mix)).toEqual(['observed', 'fixed', 'fixed']);
    const { before, after, effect } = change(corrected, name);
    expect(holds(before, truthOf(`${name} before`))).toBe(true);
    expect(holds(after, truthOf(`${name} after`))).toBe(true);
    expect(holds(effect, truthOf(`${name} after`) - truthOf(`${name} before`))).toBe(true);
    expect(change(corrected, name).variants?.[0]?.estimate).toEqual(change(raw, name).effect);
  }
  expect(holds(change(raw, 'forums').before, truthOf('forums before'))).toBe(false);
  expect(corrected.headline.estimate).toEqual(change(corrected, 'forums').effect);
});

test('every corrected number stands at the fixed mix too: the same where a class has one source', () => {
  for (const name of ['forums', 'press']) {
    const of = (one: { variants?: readonly { correction: string; mix: string; estimate: Estimate }[] }) =>
      one.variants?.find(({ correction, mix }) => correction === 'dsl' && mix === 'fixed')?.estimate;
    for (const [observed, fixed] of [
      [level(corrected, name).estimate, of(level(corrected, name))],
      [change(corrected, name).effect, of(change(corrected, name))],
    ]) {
      if (observed?.kind !== 'estimate' || fixed?.kind !== 'estimate') return expect.fail('not estimable');
      expect(fixed).toMatchObject({ correction: 'dsl', mix: 'fixed' });
      expect(fixed.value).toBeCloseTo(observed.value, 9);
      expect(fixed.standardError / observed.standardError).toBeCloseTo(1, 2);
    }
    const series = corrected.series.find((one) => one.id === `china/${name}/net-balance`);
    const variant = series?.variants?.find(({ correction, mix }) => correction === 'dsl' && mix === 'fixed');
    expect(variant?.estimates).toHaveLength(series?.estimates.length ?? 0);
    for (const [t, one] of (variant?.estimates ?? []).entries()) {
      const own = series?.estimates[t];
      if (one.kind !== 'estimate' || own?.kind !== 'estimate') continue;
      expect(one.value).toBeCloseTo(own.value, 6);
    }
  }
});

test('too few codings correct nothing, and the limits say so', () => {
  const { series, levels, events, headline } = raw;
  expect(few).toMatchObject({ series, levels, events, headline });
  expect(few.corrections).toBeUndefined();
  expect(few.limits.filter((one) => one.code === 'few-codings').map((one) => one.parameters)).toEqual([
    { target: 'china', class: 'forums', coded: 15 },
    { target: 'china', class: 'press', coded: 15 },
  ]);
  expect(few.limits.map((one) => one.code)).toContain('uncorrected');
});

test('corrected shares sum to one, a change is after − before, and series hold most truths', () => {
  const value = (estimate: Estimate): number =>
    estimate.kind === 'estimate' ? estimate.value : expect.fail(estimate.reason);
  for (const name of ['forums', 'press']) {
    const share = (measure: string): number => value(level(corrected, name, measure).estimate);
    const [favor, against] = [share('favor-share'), share('against-share')];
    expect(favor + against + share('neither-share')).toBeCloseTo(1, 9);
    expect(value(level(corrected, name).estimate)).toBeCloseTo(favor - against, 9);
    const { before, after, effect } = change(corrected, name);
    expect(value(effect)).toBeCloseTo(value(after) - value(before), 9);
  }
  const series = corrected.series.find((one) => one.id === 'china/forums/net-balance');
  const held = (series?.estimates ?? []).filter((one, week) => holds(one, week < 10 ? 0.4 : 0.1)).length;
  expect(held).toBeGreaterThanOrEqual(18);
  expect(series?.estimates[0]).toMatchObject({
    correction: 'dsl',
    method: expect.stringContaining('pooled'),
  });
  expect(series?.variants?.[0]?.estimates).toEqual(
    raw.series.find((one) => one.id === 'china/forums/net-balance')?.estimates,
  );
});

test('the verdict on an event rests on the corrected step, the test of labels stands in the variant', () => {
  const { step, verdict, pAdjusted, looks, variants, minimumDetectableEffect } = change(corrected, 'forums');
  expect(step).toMatchObject({ correction: 'dsl', method: expect.stringMatching(/may jump.*codings: \d+/) });
  expect(holds(step, -0.3)).toBe(true);
  expect(pAdjusted).toBeLessThan(0.05);
  expect(verdict).toBe('supported');
  expect(minimumDetectableEffect).toBeGreaterThan(change(raw, 'forums').minimumDetectableEffect ?? 1);
  const labels = change(raw, 'forums');
  expect(variants?.[0]?.test).toMatchObject({ step: labels.step, verdict: labels.verdict });
  expect(looks).toBe(labels.looks);
  // Nothing happened in the press.
  expect(change(corrected, 'press').verdict).toBe('no-change-seen');
  expect(corrected.limits.map((one) => one.code)).not.toContain('tested-on-labels');
});

test('the multiverse tries what codings allow, its own choice is the finding’s number, and the report tells of it', async () => {
  await groundswell('multiverse', at('study.yaml'), '--out', at('out'), '--threads', '1');
  const { specifications, headline, claims } = JSON.parse(
    readFileSync(at('out', 'multiverse.json'), 'utf8'),
  ) as Multiverse;
  const own = specifications.find(({ isStudy }) => isStudy);
  expect(own?.estimator).toBe('corrected');
  expect(own?.estimate).toEqual(headline.estimate);
  const by = Map.groupBy(specifications, ({ estimator }) => estimator);
  // Labels that came with the records have no probabilities.
  expect([...by.keys()]).toEqual(['corrected', 'classify-and-count', 'adjusted-count']);
  for (const name of ['corrected', 'adjusted-count']) {
    const same = by
      .get(name)
      ?.find((one) => one.copies === 'each' && one.mix === 'observed' && one.window === null);
    expect(holds(same?.estimate, -0.3), name).toBe(true);
  }
  expect(claims.map(({ claim }) => claim)).toEqual(corrected.claims.map(({ id }) => id));
  for (const { claim, specifications: all } of claims) {
    const { verdict, effect } = corrected.claims.find(({ id }) => id === claim) ?? expect.unreachable();
    if (effect?.kind !== 'estimate') expect.unreachable();
    const { value, interval } = effect;
    expect(all.filter(({ isStudy }) => isStudy)).toMatchObject([{ verdict, value, interval }]);
    // Labels lean here so far that they say the opposite: the choice of the estimator shows it.
    const counted = all.filter(({ specification }) => specification.includes('classify-and-count'));
    expect(counted).toHaveLength(all.length / 2);
    for (const one of all.filter((other) => !counted.includes(other))) expect(one.verdict).toBe('supported');
  }
  expect(readFileSync(at('out', 'report.html'), 'utf8')).toContain('id="multiverse"');
  await groundswell('run', at('study.yaml'), '--out', at('out'), '--threads', '1');
  expect(readFileSync(at('out', 'report.html'), 'utf8')).toContain('id="multiverse"');
  for (const language of ['en', 'ru', 'zh'] as const) {
    const spoken = { ...corrected, study: { ...corrected.study, language } };
    const multiverse = JSON.parse(readFileSync(at('out', 'multiverse.json'), 'utf8')) as Multiverse;
    const report = renderReport(spoken, 'md', { multiverse });
    expect(report).toMatch(
      { en: /corrected by hand codings/, ru: /с поправкой по ручной разметке/, zh: /按人工编码校正/ }[
        language
      ],
    );
    expect(renderReport(spoken, 'md', { multiverse: { ...multiverse, runId: 'another' } })).toBe(
      renderReport(spoken, 'md'),
    );
  }
}, 120_000);

test('the finding says how the labels lean, and blames nothing on what is corrected', () => {
  const [forums, press] = corrected.corrections ?? [];
  expect(forums?.netError.interval.upper).toBeLessThan(0);
  expect(press?.netError.interval.lower).toBeGreaterThan(0);
  const codes = corrected.limits.map((one) => one.code);
  expect(codes).not.toContain('uncorrected');
  expect(codes).not.toContain('sampling-only');
  expect(codes).not.toContain('few-codings');
  for (const [language, words] of [
    ['en', /corrected with \d+ hand codings/],
    ['ru', /с поправкой по ручной разметке: \d+\sмет/],
    ['zh', /已按 \d+ 条人工编码校正/],
  ] as const) {
    const report = renderReport({ ...corrected, study: { ...corrected.study, language } }, 'md');
    expect(report).toMatch(words);
    expect(report).not.toMatch(/undefined|NaN/);
  }
});

test('claims about days rest on corrected numbers: labels that lean say the opposite of what people would code', () => {
  const claimIn = (of: Finding, id: string) => of.claims.find((one) => one.id === id) ?? expect.unreachable();
  const holds = (estimate: Estimate | null | undefined, truth: number): void => {
    if (estimate?.kind !== 'estimate') throw new Error('no number');
    expect(estimate).toMatchObject({ correction: 'dsl' });
    expect(estimate).not.toHaveProperty('errorBand');
    expect(estimate.interval.lower).toBeLessThan(truth);
    expect(estimate.interval.upper).toBeGreaterThan(truth);
  };
  expect(claimIn(raw, 'press-low').verdict).toBe('contradicted');
  const low = claimIn(corrected, 'press-low');
  expect(low.verdict).toBe('supported');
  holds(low.parts[0]?.estimate, truthOf('press before'));
  holds(low.parts[1]?.estimate, truthOf('press after'));
  const fell = claimIn(corrected, 'forums-fell');
  expect(fell.verdict).toBe('supported');
  holds(fell.effect, truthOf('forums after') - truthOf('forums before'));
  expect(claimIn(raw, 'forums-fell').effect).toMatchObject({ correction: 'none' });
});
