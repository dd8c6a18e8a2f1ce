const META = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i;

/** The encoding that a page names in a `meta` element among its first bytes; null where it names none. */
export function htmlEncoding(head: string): string | null {
  const name = META.exec(head)?.[1] ?? null;
  return name !== null && /^utf-?16/i.test(name) ? 'utf-8' : name;
}
