import { expect, test } from 'vitest';
import { createRequestBudget, type RequestBudget } from './request-budget.ts';

const NO_CAPS = { maxRequests: null, maxTokens: null, maxCost: null, price: null };

async function reserved(budget: RequestBudget, input: number, output: number) {
  const book = await budget.reserve({ input, output });
  if (typeof book === 'string') return expect.unreachable(book);
  return book;
}

test('a request waits until it is known what those under way used, and then goes or hits the cap', async () => {
  const budget = createRequestBudget({ ...NO_CAPS, maxTokens: 100 });
  const first = await reserved(budget, 50, 10);
  let hasSecond = false;
  const second = reserved(budget, 50, 10).then((book) => {
    hasSecond = true;
    return book;
  });
  await Promise.resolve();
  expect(hasSecond).toBe(false);
  first({ input: 30, output: 5 });
  (await second)({ input: 50, output: 10 });
  expect(await budget.reserve({ input: 4, output: 2 })).toBe('maxTokens 100');
  (await reserved(budget, 4, 1))({ input: 0, output: 0 });
  expect(budget.spent()).toBe('3 requests, 95 tokens');
});

test('several that wait for one are let in as they fit', async () => {
  const budget = createRequestBudget({ ...NO_CAPS, maxTokens: 100 });
  const first = await reserved(budget, 100, 0);
  const waiting = Array.from({ length: 3 }, () => budget.reserve({ input: 40, output: 0 }));
  first({ input: 20, output: 0 });
  const [second, third] = await Promise.all(waiting.slice(0, 2));
  for (const book of [second, third]) if (typeof book === 'function') book({ input: 35, output: 0 });
  expect(await waiting[2]).toBe('maxTokens 100');
});

test('requests and cost have caps of their own', async () => {
  const few = createRequestBudget({ ...NO_CAPS, maxRequests: 1 });
  (await reserved(few, 1, 1))({ input: 1, output: 1 });
  expect(await few.reserve({ input: 1, output: 1 })).toBe('maxRequests 1');
  const price = { input: 2, output: 10, currency: 'EUR' };
  const cheap = createRequestBudget({ ...NO_CAPS, price, maxCost: 12 });
  (await reserved(cheap, 1_000_000, 1_000_000))({ input: 1_000_000, output: 500_000 });
  expect(cheap.spent()).toBe('1 requests, 1500000 tokens, about 7.00 EUR');
  expect(await cheap.reserve({ input: 0, output: 500_001 })).toBe('maxCost 12');
});
