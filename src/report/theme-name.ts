import type { ReportContext } from './report-context.ts';

const WORDS = 3;

/** A discovered theme by its most telling words; what is no such theme stays as it is. */
export function shortThemeName({ finding, messages }: ReportContext, target: string, id: string): string {
  const theme = (finding.discoveredThemes ?? [])
    .flatMap((one) => (one.kind === 'estimate' && one.target === target ? one.themes : []))
    .find((one) => one.id === id);
  if (theme === undefined) return id;
  const words = theme.words.slice(0, WORDS).map((one) => one.word);
  return words.length === 0 ? id : messages.word.quoted(words.join(messages.word.comma));
}
