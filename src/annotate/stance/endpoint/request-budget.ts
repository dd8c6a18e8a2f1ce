/** Tokens of a request and of its answer. */
export interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** What a run may use; null = no cap. */
export interface BudgetCaps {
  readonly maxRequests: number | null;
  readonly maxTokens: number | null;
  readonly maxCost: number | null;
  /** Price of a million tokens. */
  readonly price: { readonly input: number; readonly output: number; readonly currency: string } | null;
}

/** Keeps what requests use below the caps. */
export interface RequestBudget {
  /**
   * Sets aside the most that a request can use, once that fits beside what is under way. Gives the function that books
   * what it really used, or the cap, such as `maxCost 5`, where it can never fit.
   */
  reserve(most: Tokens): Promise<string | ((used: Tokens) => void)>;
  /** What was used so far, in words. */
  spent(): string;
}

/** Starts with nothing used. */
export function createRequestBudget(caps: BudgetCaps): RequestBudget {
  const used = { requests: 0, input: 0, output: 0 };
  const open = new Set<Tokens>();
  let waiting: (() => void)[] = [];

  const capPassed = (most: Tokens): string | null => {
    const input = used.input + most.input + sumOf(open, 'input');
    const output = used.output + most.output + sumOf(open, 'output');
    return capsBelow(caps, { requests: used.requests + 1, input, output })[0] ?? null;
  };
  return {
    reserve: async (most) => {
      for (;;) {
        const cap = capPassed(most);
        if (cap === null) break;
        if (open.size === 0) return cap;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      used.requests++;
      const mine = { ...most };
      open.add(mine);
      return (actual) => {
        open.delete(mine);
        used.input += actual.input;
        used.output += actual.output;
        const woken = waiting;
        waiting = [];
        for (const wake of woken) wake();
      };
    },
    spent: () => {
      const cost = costOf(used, caps.price);
      const money = cost === null ? '' : `, about ${cost.toFixed(cost < 1 ? 4 : 2)} ${caps.price?.currency}`;
      return `${used.requests} requests, ${used.input + used.output} tokens${money}`;
    },
  };
}

/** The caps that so much would pass, each as `maxCost 5`. */
export function capsBelow(caps: BudgetCaps, use: Tokens & { readonly requests: number }): string[] {
  const cost = costOf(use, caps.price) ?? 0;
  return (['maxRequests', 'maxTokens', 'maxCost'] as const).flatMap((name) => {
    const cap = caps[name];
    const value = { maxRequests: use.requests, maxTokens: use.input + use.output, maxCost: cost }[name];
    return cap !== null && value > cap ? [`${name} ${cap}`] : [];
  });
}

/** The price of tokens; null where it is not known. */
export function costOf(tokens: Tokens, price: BudgetCaps['price']): number | null {
  return price === null ? null : (tokens.input * price.input + tokens.output * price.output) / 1e6;
}

function sumOf(open: ReadonlySet<Tokens>, key: keyof Tokens): number {
  let sum = 0;
  for (const one of open) sum += one[key];
  return sum;
}
