/**
 * Tokens of a text by its length: a quarter of its plain letters and signs (ASCII), half of the others, one for each
 * Chinese, Japanese or Korean character. Tokenizers differ by a third and more; this is meant to be rather too high.
 */
export function tokenEstimate(text: string): number {
  let [quarters, wide] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) quarters++;
    else if (unit < 0x2e80) quarters += 2;
    else wide++;
  }
  return Math.ceil(quarters / 4) + wide;
}
