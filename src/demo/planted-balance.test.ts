import { expect, test } from 'vitest';
import { generateCorpus } from './generate-corpus.ts';
import { PLAN } from './plan.ts';
import { type PlantedEffect, plantedBalance, plantedEffects } from './planted-balance.ts';
import { DEMO_CORPUS } from './schedule.ts';

const VALUE = { favor: 1, neither: 0, against: -1 } as const;
const effect = (effects: readonly PlantedEffect[], target: string, name: string): PlantedEffect =>
  effects.find((one) => one.target === target && one.class === name) ?? expect.unreachable();

test('where nothing is cut and nobody copies, the plan can be read off', () => {
  const once = plantedEffects('once');
  expect(effect(once, 'china', 'private-press')).toMatchObject({ before: 0.05, after: -0.15, change: -0.2 });
  expect(effect(once, 'china', 'state-media')).toMatchObject({ before: 0.35, after: 0.35, change: 0 });
  // Two outlets at 0.4 and −0.2: one to one, then one to three.
  expect(effect(once, 'china', 'regional-press')).toMatchObject({ before: 0.1, after: -0.05, change: -0.15 });
  for (const one of once) if (one.target !== 'china') expect(one.change, one.class).toBe(0);
  const nowhere = {
    target: 'russia',
    class: 'public',
    start: '2024-02-01',
    end: '2024-03-01',
    campaign: true,
  };
  expect(plantedBalance(nowhere)).toBeNull();
});

test('the campaign raises the level before the change and nothing else', () => {
  const [each, once] = [plantedEffects('each'), plantedEffects('once')];
  const [copied, single] = [effect(each, 'china', 'public'), effect(once, 'china', 'public')];
  expect(copied.before).toBeGreaterThan(single.before + 0.01);
  expect(copied.after).toBe(single.after);
  expect(each.filter((one) => one.class !== 'public')).toEqual(once.filter((one) => one.class !== 'public'));
});

/** Net balances of talk about China in one corpus, by class and side, in the days that the study compares. */
function drawn(seed: number): Map<string, number> {
  const sums = new Map<string, { n: number; net: number }>();
  for (const { source, post, truth } of generateCorpus(DEMO_CORPUS, { documents: 8_000, seed })) {
    const day = post.published_at.slice(0, 10);
    if (truth.target !== 'china' || day < '2024-01-03' || day >= '2024-12-28') continue;
    const key = `${source.class} ${day < PLAN.changeDate ? 'before' : 'after'}`;
    const sum = sums.get(key) ?? { n: 0, net: 0 };
    sums.set(key, { n: sum.n + 1, net: sum.net + VALUE[truth.stance] });
  }
  return new Map([...sums].map(([key, { n, net }]) => [key, net / n]));
}

test('corpora come out around what is planted', () => {
  const corpora = Array.from({ length: 25 }, (_, i) => drawn(300 + i));
  for (const { target, class: name, ...planted } of plantedEffects('each')) {
    if (target !== 'china') continue;
    for (const side of ['before', 'after'] as const) {
      const values = corpora.map((one) => one.get(`${name} ${side}`) ?? expect.unreachable());
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
      // Sixteen means: beyond 4 standard errors one in about a hundred runs of other seeds.
      expect(Math.abs(mean - planted[side]), `${name} ${side}`).toBeLessThan(
        4 * Math.sqrt(variance / values.length),
      );
    }
  }
});
