/** Whether a tag names a language as pages and word processors know them, and not that it is unknown. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) && tag !== 'und';
}
