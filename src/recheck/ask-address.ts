import type { AddressOutcome } from '../domain/deletion.ts';
import type { Network } from '../domain/effects.ts';
import { isInner, isLogin, webAddress } from './address.ts';
import { lettersOfPage } from './passage.ts';

/** How an address is asked for. */
export interface AskOptions {
  readonly timeoutMs: number;
  readonly userAgent: string;
  /** Ask addresses of this machine and its own network too. */
  readonly isInnerAllowed: boolean;
}

/** What an address said. */
export type AddressAnswer =
  /** `letters`: those of the page; null where it is no text. */
  | { readonly kind: 'page'; readonly letters: string | null }
  | { readonly kind: Exclude<AddressOutcome, 'there' | 'changed'> }
  /** It is too busy: milliseconds it asks to wait, 0 where it does not say. */
  | { readonly kind: 'busy'; readonly waitMs: number };

const MOST_REDIRECTS = 5;
/** Bytes of a page that are read; what stands further down is not looked for. */
const MOST_BYTES = 4_000_000;

/** Asks for an address once, as a reader's browser would, and follows where it leads. */
export async function askAddress(
  address: string,
  network: Network,
  options: AskOptions,
): Promise<AddressAnswer> {
  const giveUp = new AbortController();
  const answered = new AbortController();
  const late = network.sleep(options.timeoutMs, answered.signal).then((): AddressAnswer => {
    giveUp.abort();
    return { kind: 'unreachable' };
  });
  const followed = follow(address, { network, options, signal: giveUp.signal }).catch(
    (): AddressAnswer => ({ kind: 'unreachable' }),
  );
  try {
    return await Promise.race([followed, late]);
  } finally {
    answered.abort();
    giveUp.abort();
  }
}

interface Asking {
  readonly network: Network;
  readonly options: AskOptions;
  readonly signal: AbortSignal;
}

async function follow(address: string, { network, options, signal }: Asking): Promise<AddressAnswer> {
  let url = webAddress(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (url === null || (isInner(url) && !options.isInnerAllowed)) return { kind: 'unreachable' };
    if (hop > 0 && isLogin(url)) return { kind: 'login' };
    const headers = { 'user-agent': options.userAgent, accept: 'text/html,application/xhtml+xml,*/*;q=0.5' };
    const response = await network.fetch(url.href, { method: 'GET', headers, redirect: 'manual', signal });
    const { status } = response;
    const location = response.headers.get('location');
    if (status >= 300 && status < 400 && location !== null) {
      await response.body?.cancel();
      url = webAddress(location, url.href);
      continue;
    }
    if (status >= 200 && status < 300) return { kind: 'page', letters: await readLetters(response) };
    await response.body?.cancel();
    if (status === 404 || status === 410) return { kind: 'gone' };
    if (status === 401) return { kind: 'login' };
    if (status === 429 || status === 503) return { kind: 'busy', waitMs: waitOf(response, network.now()) };
    return { kind: 'unreachable' };
  }
  return { kind: 'unreachable' };
}

/** Seconds or a date, as `Retry-After` may have it. */
function waitOf(response: Response, now: number): number {
  const text = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}

async function readLetters(response: Response): Promise<string | null> {
  const type = response.headers.get('content-type') ?? 'text/html';
  if (!/text|html|xml|json/i.test(type)) {
    await response.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > MOST_BYTES) break;
  }
  const bytes = Buffer.concat(chunks);
  const head = bytes.subarray(0, 2048).toString('latin1');
  const named =
    /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  return lettersOfPage(decoder(named).decode(bytes));
}

function decoder(encoding = 'utf-8'): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
