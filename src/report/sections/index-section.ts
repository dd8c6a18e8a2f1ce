import type { Section, TimeBlock } from '../block.ts';
import { drawIndexChart } from '../charts/index-chart.ts';
import { type ReportContext, seriesByClass } from '../report-context.ts';
import { timeBlock } from './time-figure.ts';

/** Net balance over time, one figure for each target that is no placebo. */
export function composeIndex(context: ReportContext): Section & { readonly blocks: readonly TimeBlock[] } {
  const { messages, finding, label } = context;
  const figures = finding.study.targets
    .filter((target) => !target.placebo)
    .flatMap((target): TimeBlock[] => {
      const series = seriesByClass(context, target.id, 'net-balance');
      if (series.length === 0) return [];
      const figure = timeBlock(context, {
        title: messages.index.figure(label.target(target.id)),
        target: label.target(target.id),
        measure: 'net-balance',
        axis: messages.index.axis,
        series,
        draw: drawIndexChart,
      });
      return [figure];
    });
  return {
    id: 'index',
    heading: messages.index.heading,
    blocks: [
      { kind: 'paragraph', text: messages.index.definition },
      ...(figures.length === 0
        ? [{ kind: 'paragraph', text: messages.index.none, tone: 'note' } as const]
        : [{ kind: 'paragraph', text: messages.index.reading(context.level) } as const, ...figures]),
    ],
  };
}
