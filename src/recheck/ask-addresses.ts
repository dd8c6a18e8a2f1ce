import type { AddressOutcome } from '../domain/deletion.ts';
import type { Network } from '../domain/effects.ts';
import { type AddressAnswer, type AskOptions, askAddress } from './ask-address.ts';

/** An address, and what of each of its documents must be on the page: one of the passages, as letters. */
export interface AddressToAsk {
  readonly url: string;
  readonly documents: readonly { readonly key: string; readonly passages: readonly string[] }[];
}

/** How addresses are asked for. */
export interface PoliteOptions extends AskOptions {
  /** Between two requests to one host. */
  readonly pauseMs: number;
  /** Hosts that are asked side by side. */
  readonly hosts: number;
}

/** What became of the documents of one address. */
export interface AskedAddress {
  readonly url: string;
  readonly outcomes: readonly { readonly key: string; readonly outcome: AddressOutcome }[];
}

/** A host that asks for a longer pause is not asked again. */
const LONGEST_WAIT_MS = 120_000;
const USUAL_WAIT_MS = 10_000;

/** After so many addresses in a row of which nothing was learned, the rest of a host is not asked for. */
const MOST_FAILURES = 5;

/**
 * Asks for every address once: one at a time of each host, with a pause between, some hosts side by side. `take` gets each answer
 * before the next of its host is asked for.
 * @param stop aborted: what is under way is awaited, nothing more is asked
 */
export async function askAddresses(
  addresses: readonly AddressToAsk[],
  take: (asked: AskedAddress) => Promise<void>,
  by: { readonly network: Network; readonly options: PoliteOptions; readonly stop: AbortSignal },
): Promise<void> {
  const queues = [...Map.groupBy(addresses, ({ url }) => hostOf(url)).values()];
  const work = async (): Promise<void> => {
    for (let mine = queues.shift(); mine !== undefined; mine = queues.shift()) await askHost(mine, take, by);
  };
  await Promise.all(Array.from({ length: Math.max(1, by.options.hosts) }, work));
}

/** The host by which addresses share a pace; `www.` is the same. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}

async function askHost(
  addresses: readonly AddressToAsk[],
  take: (asked: AskedAddress) => Promise<void>,
  { network, options, stop }: Parameters<typeof askAddresses>[2],
): Promise<void> {
  let failures = 0;
  for (const [i, address] of addresses.entries()) {
    if (stop.aborted) return;
    let answer: AddressAnswer = { kind: 'unreachable' };
    if (failures < MOST_FAILURES) {
      if (i > 0) await network.sleep(options.pauseMs, stop);
      if (stop.aborted) return;
      answer = await askTwice(address.url, { network, options, stop });
      if (stop.aborted && answer.kind === 'busy') return;
    }
    failures = answer.kind === 'unreachable' || answer.kind === 'busy' ? failures + 1 : 0;
    const outcomes = address.documents.map(({ key, passages }) => ({
      key,
      outcome: outcomeOf(answer, passages),
    }));
    await take({ url: address.url, outcomes });
  }
}

/** A host that is too busy is asked once more after the pause that it wants. */
async function askTwice(
  url: string,
  { network, options, stop }: Parameters<typeof askAddresses>[2],
): Promise<AddressAnswer> {
  const first = await askAddress(url, network, options);
  if (first.kind !== 'busy' || first.waitMs > LONGEST_WAIT_MS) return first;
  await network.sleep(Math.max(first.waitMs, USUAL_WAIT_MS), stop);
  return stop.aborted ? first : askAddress(url, network, options);
}

function outcomeOf(answer: AddressAnswer, passages: readonly string[]): AddressOutcome {
  if (answer.kind === 'busy') return 'unreachable';
  if (answer.kind !== 'page') return answer.kind;
  const { letters } = answer;
  return letters === null || passages.some((passage) => letters.includes(passage)) ? 'there' : 'changed';
}
