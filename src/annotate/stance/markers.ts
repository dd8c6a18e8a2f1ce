import { extendHash, startHash } from '../../learn/feature-buffer.ts';
import { endWithoutGender } from './tokens.ts';

/** Hash of a word as the tokenizer makes it: folded code units, tag 0. */
export function wordHash(word: string): number {
  let hash = startHash(0);
  const end = endWithoutGender({ start: 0, end: word.length, letterAt: (at) => word.charCodeAt(at) });
  for (let i = 0; i < end; i++) hash = extendHash(hash, word.charCodeAt(i));
  return hash;
}

/** Words that turn what follows into its opposite. Written for this project. */
const NEGATIONS =
  'не нет ни без никогда нельзя вряд никто ничего нисколько ' +
  'not no never nobody nothing without cannot don doesn didn isn wasn aren weren won wouldn couldn can nor hardly ' +
  'ne ні без ніколи немає ' +
  '不 没 無 无 未 莫 别 非 勿 沒';

/** Words that begin a new clause, often one that turns against the one before. Written for this project. */
const CLAUSE_OPENERS =
  'но а однако зато хотя зато если потому поэтому что чтобы который которая которые которого ' +
  'but however although though while because whereas yet if that which who ' +
  'але проте хоча якщо що щоб ' +
  '但 却 而 可';

/** Word hashes that the feature extractor looks out for. */
export interface MarkerHashes {
  readonly negations: ReadonlySet<number>;
  readonly clauseOpeners: ReadonlySet<number>;
}

/** Hashes of the negations and clause openers of Russian, Ukrainian, English and Chinese. */
export function createMarkerHashes(): MarkerHashes {
  return {
    negations: new Set(NEGATIONS.split(' ').map(wordHash)),
    clauseOpeners: new Set(CLAUSE_OPENERS.split(' ').map(wordHash)),
  };
}
