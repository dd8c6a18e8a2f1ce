import type { Tokenizer } from '@huggingface/tokenizers';
import type { OnnxStanceConfig } from '../../../study/config.ts';
import type { StanceInput } from '../annotator.ts';

/** Tokens of one input, of equal length. */
export interface TokenRow {
  readonly ids: readonly number[];
  /** 1 for what a model may look at. */
  readonly mask: readonly number[];
  /** 0 for the first text, 1 for the second. */
  readonly types: readonly number[];
}

/** Turns a mention into the tokens a model reads. */
export interface TextReader {
  /** Null where the model wants a target and nothing names it. */
  read(input: StanceInput): TokenRow | null;
}

/** How a text is read. */
export interface ReaderOptions extends Pick<OnnxStanceConfig, 'input' | 'markers'> {
  readonly maxTokens: number;
  /** Whether the model tells a first from a second text; else all is the first. */
  readonly hasTypes: boolean;
}

/** More of a text than this never fits: tokens are shorter on the average in every language. */
const UNITS_PER_TOKEN = 10;

/**
 * Reads mentions one by one. Of a text that is too long the largest part around the first place of the target is read
 * that fits, cut between words where there are spaces. Words of a post that are signs of the tokenizer, such as `[SEP]`,
 * are spaced out, so that no post can end its own text.
 */
export function createTextReader(tokenizer: Tokenizer, options: ReaderOptions): TextReader {
  const { maxTokens, input: kind, markers } = options;
  const disarm = createDisarmer(tokenizer, markers ?? []);
  return {
    read: (input) => {
      const named = targetWords(input);
      if (kind === 'pair' && named === '') return null;
      const encode = (size: number): TokenRow => {
        const window = windowAround(input, size);
        const text =
          kind === 'text' ? marked(input, { window, markers, disarm }) : disarm(input.text.slice(...window));
        const { ids, attention_mask, token_type_ids } = tokenizer.encode(text, {
          text_pair: kind === 'pair' ? disarm(named) : null,
          return_token_type_ids: true,
        });
        return { ids, mask: attention_mask, types: options.hasTypes ? token_type_ids : ids.map(() => 0) };
      };
      return cut(
        longestFit(encode, Math.min(input.text.length, maxTokens * UNITS_PER_TOKEN), maxTokens),
        maxTokens,
      );
    },
  };
}

/** The target as the text names it; else by its name in the study. */
function targetWords({ text, spans: [first], target }: StanceInput): string {
  return first === undefined ? (target ?? '') : text.slice(...first);
}

function longestFit(encode: (size: number) => TokenRow, most: number, maxTokens: number): TokenRow {
  const whole = encode(most);
  if (whole.ids.length <= maxTokens) return whole;
  let [fits, tooLong, best] = [0, most, encode(0)];
  while (tooLong - fits > 1) {
    const size = (fits + tooLong) >> 1;
    const row = encode(size);
    if (row.ids.length <= maxTokens) [fits, best] = [size, row];
    else tooLong = size;
  }
  return best;
}

/** For a target that is itself too long. */
function cut({ ids, mask, types }: TokenRow, n: number): TokenRow {
  return { ids: ids.slice(0, n), mask: mask.slice(0, n), types: types.slice(0, n) };
}

type Window = readonly [start: number, end: number];

/** About `size` code units with the first place of the target in the middle; at an edge of the text the rest goes to the other side. */
function windowAround({ text, spans }: StanceInput, size: number): Window {
  if (size >= text.length) return [0, text.length];
  const [start, end] = spans[0] ?? [0, 0];
  const middle = (start + end - size) >> 1;
  const from = Math.max(0, Math.min(middle, text.length - size));
  const to = from + size;
  if (from > start || to < end) return [from, to];
  const before = text.slice(from, start).search(/\s/);
  const after = text.slice(end, to).search(/\s\S*$/);
  return [
    from === 0 || before < 0 ? from : from + before,
    to === text.length || after < 0 ? to : end + after,
  ];
}

interface Marking {
  readonly window: Window;
  readonly markers: readonly [before: string, after: string] | null;
  readonly disarm: (text: string) => string;
}

function marked({ text, spans }: StanceInput, { window: [from, to], markers, disarm }: Marking): string {
  if (markers === null) return disarm(text.slice(from, to));
  let [made, at] = ['', from];
  for (const [start, end] of spans) {
    if (start < at || end > to) continue;
    made += `${disarm(text.slice(at, start))}${markers[0]}${disarm(text.slice(start, end))}${markers[1]}`;
    at = end;
  }
  return made + disarm(text.slice(at, to));
}

function createDisarmer(tokenizer: Tokenizer, markers: readonly string[]): (text: string) => string {
  const special = [...tokenizer.get_added_tokens_decoder().values()].filter((token) => token.special);
  const signs = [...special.map((token) => token.content), ...markers].map((sign) => sign.trim());
  const known = [...new Set(signs)].filter((sign) => sign.length > 1).sort((a, b) => b.length - a.length);
  if (known.length === 0) return (text) => text.toWellFormed();
  const pattern = new RegExp(known.map((sign) => sign.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|'), 'gi');
  return (text) => text.toWellFormed().replace(pattern, (sign) => `${sign.slice(0, 1)} ${sign.slice(1)}`);
}
