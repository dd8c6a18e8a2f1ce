import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { estimateText } from './estimate-text.ts';

const ESTIMATE = {
  host: '127.0.0.1:11434',
  model: 'qwen2.5:7b',
  nAsked: 30_000,
  nKept: 1_200,
  nRequests: 30_000,
  inputTokens: 14_400_000,
  outputTokens: 1_500_000,
  cost: 3.06,
  currency: 'USD',
  capsBelow: ['maxCost 2'],
} as const;

test('the guide shows an estimate as it is printed', () => {
  const lines = estimateText(ESTIMATE);
  expect(readFileSync('docs/annotators.md', 'utf8')).toContain(`\`\`\`\n${lines}\`\`\`\n`);
});

test('where no price is known, none is shown', () => {
  const text = estimateText({ ...ESTIMATE, cost: null, currency: null, nKept: 0, capsBelow: [] });
  expect(text.trimEnd().split('\n')).toHaveLength(2);
  expect(text).toContain('at 127.0.0.1:11434\n');
  expect(text).toMatch(/answered: the study gives no price\n$/);
});
