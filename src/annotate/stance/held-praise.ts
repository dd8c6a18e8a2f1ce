import { findMarkedWords } from '../../text/quotation-marks.ts';
import { TOKEN, type TokenWindow } from './tokens.ts';

/** More than this between quotation marks is speech or a title. */
const LONGEST = { words: 2, ideographs: 4 };

const PRAISE = 1;

/**
 * Leaves out praise that its author holds at a distance: one or two words between quotation marks, of which one praises and
 * the first is no name ("allies", «надёжный партнёр», “好朋友”). Writes 1 for each of its tokens into `held`, 0 for the
 * others, and takes its praise out of `polarity`.
 *
 * It cannot tell irony from praise quoted in earnest, and so turns neither into blame: such words are simply not the author's.
 *
 * @param polarity what each token says by itself, as `markPolarity` writes it
 */
export function markHeldPraise(
  of: { readonly window: TokenWindow; readonly polarity: Uint8Array; readonly held: Uint8Array },
  text: string,
): void {
  const { window, polarity, held } = of;
  held.fill(0);
  if (!polarity.subarray(0, window.length).includes(PRAISE)) return;
  for (const { start, end } of findMarkedWords(text)) {
    if (/^\p{Lu}/u.test(text.slice(start, start + 2))) continue;
    const from = firstFrom(window, start);
    let to = from;
    while (to < window.length && (window.ends[to] as number) <= end) to++;
    if (isShort(window, from, to) && polarity.subarray(from, to).includes(PRAISE)) {
      held.fill(1, from, to);
      polarity.fill(0, from, to);
    }
  }
}

function firstFrom({ starts, length }: TokenWindow, start: number): number {
  let t = 0;
  while (t < length && (starts[t] as number) < start) t++;
  return t;
}

function isShort({ kinds }: TokenWindow, from: number, to: number): boolean {
  const kind = kinds[from];
  if (kind !== TOKEN.word && kind !== TOKEN.ideograph) return false;
  if (to - from > (kind === TOKEN.word ? LONGEST.words : LONGEST.ideographs)) return false;
  for (let t = from; t < to; t++) if (kinds[t] !== kind) return false;
  return true;
}
