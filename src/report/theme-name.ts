import type { ReportContext } from './report-context.ts';

/** A discovered theme by the words it was named by; what is no such theme stays as it is. */
export function shortThemeName({ finding, messages }: ReportContext, target: string, id: string): string {
  const theme = (finding.discoveredThemes ?? [])
    .flatMap((one) => (one.kind === 'estimate' && one.target === target ? one.themes : []))
    .find((one) => one.id === id);
  if (theme === undefined) return id;
  return theme.name.length === 0 ? id : messages.word.quoted(theme.name.join(messages.word.comma));
}
