import type { Block, Section } from '../block.ts';
import { drawVolumeChart } from '../charts/volume-chart.ts';
import { type ReportContext, seriesByClass } from '../report-context.ts';
import { timeBlock } from './time-figure.ts';

/** How much is said: documents that mention a target as a share of all documents collected. */
export function composeVolume(context: ReportContext): Section {
  const { messages, finding, label } = context;
  const figures = finding.study.targets
    .filter((target) => !target.placebo)
    .flatMap((target): Block[] => {
      const series = seriesByClass(context, target.id, 'mention-share');
      if (series.length === 0) return [];
      const figure = timeBlock(context, {
        title: messages.volume.figure(label.target(target.id)),
        target: label.target(target.id),
        measure: 'mention-share',
        axis: messages.volume.axis,
        series,
        draw: drawVolumeChart,
      });
      return [figure];
    });
  return {
    id: 'volume',
    heading: messages.volume.heading,
    blocks:
      figures.length === 0
        ? [{ kind: 'paragraph', text: messages.volume.none, tone: 'note' }]
        : [{ kind: 'paragraph', text: messages.volume.intro }, ...figures],
  };
}
