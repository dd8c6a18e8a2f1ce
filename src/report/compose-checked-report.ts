import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Block, ChartWidth, Panel, Report } from './block.ts';
import type { Drawing } from './charts/drawing.ts';
import { composeReport } from './compose-report.ts';
import { lintReport } from './lint-report.ts';
import { strikeRefused } from './strike-refused.ts';

/** A report as it may be written: what has a number from elsewhere, or speaks of a population, does not stand in it. */
export function composeCheckedReport(finding: Finding, beside: BesideFinding = {}): Report {
  const report = drawnOnce(composeReport(finding, beside));
  return strikeRefused(report, lintReport(report, finding, beside).problems);
}

/** The same report whose charts are drawn once: they are read before they are shown. */
function drawnOnce(report: Report): Report {
  const block = (one: Block): Block =>
    one.kind === 'figure'
      ? { ...one, figure: { ...one.figure, panels: one.figure.panels.map(panelOnce) } }
      : one;
  const { lead, sections } = report;
  return {
    ...report,
    lead: { ...lead, chart: lead.chart === null ? null : panelOnce(lead.chart) },
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })),
  };
}

function panelOnce(panel: Panel): Panel {
  const drawn = new Map<ChartWidth, Drawing>();
  return {
    ...panel,
    draw: (width) => {
      const drawing = drawn.get(width) ?? panel.draw(width);
      drawn.set(width, drawing);
      return drawing;
    },
  };
}
