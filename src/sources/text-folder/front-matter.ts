/** What stands above a text. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, string>>;
  /** Lines it takes, fences included; 0 = there is none. */
  readonly nLines: number;
}

const PAIR = /^([A-Za-z_][\w-]{0,60}):[ \t]*(.*)$/;
const MOST_LINES = 200;

/** Reads the `key: value` lines between two `---` fences at the head of a text. Values of several lines are left out. */
export function frontMatter(lines: readonly string[]): FrontMatter {
  if (lines[0]?.trimEnd() !== '---') return { values: {}, nLines: 0 };
  const end = lines.slice(1, MOST_LINES).findIndex((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (end < 0) return { values: {}, nLines: 0 };
  const values: Record<string, string> = {};
  for (const line of lines.slice(1, end + 1)) {
    const [, key, value = ''] = PAIR.exec(line) ?? [];
    if (key !== undefined && key !== '__proto__') values[key.toLowerCase()] = withoutQuotes(value.trim());
  }
  return { values, nLines: end + 2 };
}

function withoutQuotes(value: string): string {
  const quote = value[0];
  return (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)
    ? value.slice(1, -1)
    : value;
}
