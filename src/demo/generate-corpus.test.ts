import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { generateCorpus, type PlantedPost } from './generate-corpus.ts';
import type { PlantedDriver } from './grammar.ts';
import { PLAN } from './plan.ts';
import { DEMO_CORPUS } from './schedule.ts';

const posts = [...generateCorpus(DEMO_CORPUS, { documents: 40_000, seed: 1 })];
const value = { favor: 1, neither: 0, against: -1 } as const;

function netBalance(keep: (p: PlantedPost) => boolean): { value: number; n: number } {
  const kept = posts.filter((p) => p.truth.target !== null && !p.truth.campaign && keep(p));
  return { value: kept.reduce((sum, p) => sum + value[p.truth.stance], 0) / kept.length, n: kept.length };
}
const isAfter = (p: PlantedPost): boolean => p.post.published_at.slice(0, 10) >= PLAN.changeDate;
const isPublic = (p: PlantedPost): boolean => p.source.class === 'public';

test('the same seed gives the same posts, another seed others', () => {
  const digest = (seed: number): string => {
    const hash = createHash('sha256');
    let n = 0;
    for (const { post } of generateCorpus(DEMO_CORPUS, { documents: 2_000, seed })) {
      hash.update(JSON.stringify(post));
      n++;
    }
    expect(n).toBe(2_000);
    return hash.digest('hex');
  };
  expect(digest(1)).toBe(digest(1));
  expect(digest(2)).not.toBe(digest(1));
});

test('talk about China falls at the planted date where planted, and only there', () => {
  const change = (keep: (p: PlantedPost) => boolean): number =>
    netBalance((p) => keep(p) && isAfter(p)).value - netBalance((p) => keep(p) && !isAfter(p)).value;
  expect(change((p) => isPublic(p) && p.truth.target === 'china')).toBeLessThan(-0.22);
  expect(change((p) => p.source.class === 'military-bloggers' && p.truth.target === 'china')).toBeLessThan(
    -0.15,
  );
  expect(
    Math.abs(change((p) => p.source.class === 'state-media' && p.truth.target === 'china')),
  ).toBeLessThan(0.12);
  expect(Math.abs(change((p) => isPublic(p) && p.truth.target === 'india'))).toBeLessThan(0.12);
  expect(Math.abs(change((p) => isPublic(p) && p.truth.target === 'turkey'))).toBeLessThan(0.12);
});

test('the drivers carry the change in the planted order', () => {
  const part = (driver: PlantedDriver): number => {
    const of = (after: boolean): number =>
      netBalance(
        (p) => isPublic(p) && p.truth.target === 'china' && p.truth.driver === driver && isAfter(p) === after,
      ).value;
    return (of(false) - of(true)) * PLAN.talk[driver];
  };
  expect(part('quality')).toBeGreaterThan(part('military'));
  expect(part('military')).toBeGreaterThan(part('general') + 0.02);
  expect(part('investment')).toBeGreaterThan(part('general'));
});

test('the outage is empty, the campaign is copies, the mix shifts', () => {
  const inOutage = posts.filter(
    (p) =>
      p.source.id === PLAN.outage.source &&
      p.post.published_at.slice(0, 10) >= PLAN.outage.start &&
      p.post.published_at.slice(0, 10) < PLAN.outage.end,
  );
  expect(inOutage).toEqual([]);
  const campaign = posts.filter((p) => p.truth.campaign);
  expect(campaign.length).toBeGreaterThan(20);
  expect(new Set(campaign.map((p) => p.post.text)).size).toBeLessThan(15);
  const forumShare = (from: string, to: string): number => {
    const span = posts.filter((p) => p.post.published_at >= from && p.post.published_at < to);
    return span.filter((p) => p.source.id === 'ru-forum').length / span.length;
  };
  expect(forumShare('2024-10-01', '2024-12-31')).toBeGreaterThan(
    forumShare('2024-05-01', '2024-08-01') + 0.1,
  );
});

test('the regional press falls by its mix alone', () => {
  const of = (id: string | null, after: boolean): number =>
    netBalance(
      (p) =>
        p.source.class === 'regional-press' &&
        p.truth.target === 'china' &&
        (id === null || p.source.id === id) &&
        isAfter(p) === after,
    ).value;
  expect(of(null, true) - of(null, false)).toBeLessThan(-0.07);
  for (const id of ['ru-regional-dailies', 'ru-regional-portals'])
    expect(Math.abs(of(id, true) - of(id, false)), id).toBeLessThan(0.16);
});

test('posts differ: at least 99 % of texts are unique outside the planted copies', () => {
  const own = posts.filter((p) => !p.truth.campaign && p.post.repost_of === undefined);
  expect(new Set(own.map((p) => p.post.text)).size / own.length).toBeGreaterThan(0.99);
  expect(posts.every((p) => !/[{}]/.test(p.post.text))).toBe(true);
});
