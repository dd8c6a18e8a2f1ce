/** Parameters that say by which way a reader came, not what is there. */
const TRACKING = /^(?:utm_[a-z]+|fbclid|gclid|yclid|igshid|ref|ref_src|from|share|s)$/i;

/** Links in a text that are kept. */
const MOST_LINKS = 20;

/**
 * Addresses in the form in which equal ones are equal: without scheme, `www.`, `m.`, fragment, tracking parameters and the slash at
 * the end; host in lower case. Each once, sorted. What cannot be read as an address is left out.
 * @example canonicalLinks(['https://www.Example.org/a/?utm_source=x']) // ['example.org/a']
 */
export function canonicalLinks(urls: readonly string[]): string[] {
  const found = new Set<string>();
  for (const url of urls.slice(0, MOST_LINKS)) {
    const link = canonicalLink(url);
    if (link !== null) found.add(link);
  }
  return [...found].sort();
}

function canonicalLink(url: string): string | null {
  const whole = /^https?:\/\//i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) return null;
  const { host, pathname, searchParams } = new URL(whole);
  const kept = [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  const path = pathname.replace(/\/+$/, '');
  return `${host.replace(/^(?:www|m)\./, '')}${path}${query === '' ? '' : `?${query}`}`;
}
