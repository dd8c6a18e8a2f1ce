import type { ReportContext } from './report-context.ts';
import { shortThemeName } from './theme-name.ts';

/** The label of a level of a decomposition: of the study's where it is one of its own, else of ours. */
export function levelName(
  context: ReportContext,
  { dimension, target }: { readonly dimension: string; readonly target: string },
  level: string,
): string {
  const { study } = context.finding;
  const labels = { theme: study.themes, source: study.sources, class: study.classes };
  const list: readonly { readonly id: string; readonly label: string }[] =
    dimension === 'theme' || dimension === 'source' || dimension === 'class' ? labels[dimension] : [];
  const own: Readonly<Record<string, string | undefined>> = context.messages.drivers.level;
  const label = list.find((one) => one.id === level)?.label ?? own[level];
  return label ?? (dimension === 'discovered' ? shortThemeName(context, target, level) : level);
}
