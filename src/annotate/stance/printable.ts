/** What another program wrote, fit for a terminal: one line without control characters. */
export function printable(text: string): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
