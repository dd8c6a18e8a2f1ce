import { expect, test } from 'vitest';
import { type Observations, pairMoments } from '../../test/golden/moments.ts';
import { clusteredDifference } from '../stats/clustered-difference.ts';
import { generateCorpus } from './generate-corpus.ts';
import { PLAN } from './plan.ts';
import { DEMO_CORPUS } from './schedule.ts';

const VALUE = { favor: 1, neither: 0, against: -1 } as const;

/** Before and after the planted date in the public class, from the generator's own labels. */
function contrasts(seed: number): Map<string, { value: number; lower: number; upper: number }> {
  const cells = new Map<string, { y: number[]; author: number[]; copies: number[]; after: number[] }>();
  const authors = new Map<string, number>();
  let text = 0;
  for (const { source, post, truth } of generateCorpus(DEMO_CORPUS, { documents: 15_000, seed })) {
    if (truth.target === null || source.class !== 'public') continue;
    const cell = cells.get(truth.target) ?? { y: [], author: [], copies: [], after: [] };
    cells.set(truth.target, cell);
    const name = `${source.id} ${post.author}`;
    const author = authors.get(name) ?? authors.size;
    authors.set(name, author);
    cell.y.push(VALUE[truth.stance]);
    cell.author.push(author);
    cell.copies.push(truth.campaign ? -1 : text++);
    cell.after.push(post.published_at.slice(0, 10) >= PLAN.changeDate ? 1 : 0);
  }
  const options = { confidenceLevel: 0.95, range: [-2, 2], floorVariance: 0 } as const;
  return new Map(
    [...cells].map(([target, o]) => [target, clusteredDifference(pairMoments(o as Observations), options)]),
  );
}

test('over 20 corpora the planted change is always found, the placebos about as often as chance allows', () => {
  let [found, falseAlarms] = [0, 0];
  const corpora = 20;
  for (let seed = 1; seed <= corpora; seed++) {
    for (const [target, { lower, upper }] of contrasts(seed)) {
      const away = lower > 0 || upper < 0;
      if (target === 'china' && upper < 0) found++;
      if (target !== 'china' && target !== 'russia' && away) falseAlarms++;
    }
  }
  expect(found).toBe(corpora);
  // 40 placebo contrasts at 5 %: 6 or more have probability 1.4 %.
  expect(falseAlarms).toBeLessThan(6);
});
