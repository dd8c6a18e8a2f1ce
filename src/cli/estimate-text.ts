import type { StanceEstimate } from '../domain/stance-estimate.ts';

/** What asking a service would take, for a terminal. */
export function estimateText(estimate: StanceEstimate): string {
  const { model, host, nAsked, nKept, nRequests, inputTokens, outputTokens, cost, currency } = estimate;
  const kept = nKept === 0 ? '' : ` (${count(nKept)} more are answered or repeat)`;
  const price = cost === null ? 'the study gives no price' : `${cost.toFixed(cost < 1 ? 4 : 2)} ${currency}`;
  const lines = [
    `estimate  ${count(nAsked)} mentions to ask ${model} at ${host}${kept}`,
    `          about ${count(nRequests)} requests, ${count(inputTokens)} tokens sent, ${count(outputTokens)} answered: ${price}`,
    ...estimate.capsBelow.map(
      (cap) => `          above ${cap}: a run stops there and keeps what is answered`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function count(n: number): string {
  return n.toLocaleString('en-US').replaceAll(',', '\u202f');
}
