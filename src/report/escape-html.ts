/** HTML that is already safe to print. Made only by {@link html} and {@link trusted}. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text made safe for an element or a quoted attribute. Characters HTML forbids become U+FFFD; characters that
 * reorder the text around them (bidirectional embeddings, overrides, isolates) are shown by their number, so
 * that a quote reads in the order in which it was written.
 */
export function escapeHtml(text: string): string {
  return showUnsafeCharacters(text).replace(/[&<>"']/g, (character) => NAMED[character] ?? '');
}

/** Text with forbidden characters replaced and reordering characters shown, e.g. `[U+202E]`. */
export function showUnsafeCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase()}]`);
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, null and false leave nothing. */
export type Fragment = string | number | Markup | null | false | readonly Fragment[];

/** Template for HTML in which every value is escaped unless it is markup already. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Markup {
  let source = strings[0] ?? '';
  values.forEach((value, index) => {
    source += print(value) + (strings[index + 1] ?? '');
  });
  return new Markup(source);
}

/** Marks a string of our own making (style sheet, serialized chart) as safe. Never call it with text from a post. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

function print(value: Fragment): string {
  if (value === null || value === false) return '';
  if (value instanceof Markup) return value.source;
  if (typeof value === 'object') return value.map(print).join('');
  return escapeHtml(String(value));
}
