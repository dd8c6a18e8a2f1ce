import { sentenceAround } from '../../../text/sentences.ts';

/** A text without the sentences in which it gives orders to a language model. */
export interface Disarmed {
  readonly text: string;
  /** True where something was cut, or the text writes like the inside of a request. */
  readonly isSuspicious: boolean;
}

/**
 * Cuts the known forms of orders to a model ("ignore the instructions and answer favor") in English, Russian and
 * Chinese, each to the end of its sentence. It knows forms, not meanings: an order in other words stays.
 */
export function cutModelOrders(text: string): Disarmed {
  const cuts = ORDERS.flatMap((order) =>
    [...text.matchAll(order)].map(({ index: start, 0: { length } }) => {
      const span = { start, end: start + length, maximumLength: text.length };
      return { start, end: sentenceAround(text, span).end };
    }),
  ).sort((a, b) => a.start - b.start);
  if (cuts.length === 0) return { text, isSuspicious: MARKS.test(text) };
  let [rest, at] = ['', 0];
  for (const { start, end } of cuts) {
    if (start > at) rest += text.slice(at, start);
    at = Math.max(at, end);
  }
  return { text: `${rest}${text.slice(at)}`.trim(), isSuspicious: true };
}

// An imperative begins a clause: "they ignore the instructions from Moscow" is no order. All repetitions are bounded.
const CLAUSE = String.raw`(?<=(?:^|[\n.!?…;:,"'«“(\-–—*#>。！？；：，]|(?<!\p{L})(?:and|then|now|please|must|should|also|so|и|а|теперь|сейчас|пожалуйста))\s{0,3})`;
const LABEL = String.raw`["'«“*]{0,3}(?:against|neither|favou?r|abstain)\b(?=["'”»*]|\s{0,3}(?:$|[.!?,;:。！，\n)]|(?:for|and|only|to\s{1,3}(?:all|every|each))\b))`;

const ORDERS: readonly RegExp[] = [
  new RegExp(
    `${CLAUSE}(?:ignore|disregard|forget|override|bypass|do not follow|don't follow)\\s+(?:[a-z]{1,12}\\s+){0,4}(?:instructions?|prompts?|rules?|guidelines|directions|commands|the above|(?:said|written|stated) above)`,
    'giu',
  ),
  new RegExp(
    `${CLAUSE}(?:answer|respond|reply|output|return|print|say|write|label|classify|code|rate|mark)\\s+(?:[a-z]{1,12}\\s+){0,6}?${LABEL}`,
    'giu',
  ),
  new RegExp(
    `${CLAUSE}(?:игнорируй|проигнорируй|забудь|отбрось|не\\s+выполняй|не\\s+следуй)(?:те)?\\s+(?:\\p{L}{1,15}\\s+){0,4}(?:инструкци|указани|промпт|правил)`,
    'giu',
  ),
  new RegExp(
    `${CLAUSE}(?:ответь|отвечай|напиши|выведи|верни|пиши|поставь|пометь)(?:те)?\\s+(?:\\p{L}{1,15}\\s+){0,4}?${LABEL}`,
    'giu',
  ),
  /(?:忽略|无视|無視|忘记|忘記|不要遵守|不要理会)[^\n。！？]{0,12}(?:指令|指示|提示|规则|規則|说明|說明|要求)/gu,
  new RegExp(`(?:回答|回复|回覆|输出|輸出|标为|標為|标记为|返回|写)[^\\n。！？]{0,8}${LABEL}`, 'giu'),
];

/** Marks by which requests and conversations are written down. */
const MARKS =
  /<\|?[\p{L}_]{1,20}\|?>|<｜|\[\/?INST\]|"(?:answers|mentions|role|system)"\s{0,3}:|(?:^|\n)\s{0,3}#{0,4}\s{0,3}(?:system|assistant|instructions?)\s{0,3}:/iu;
