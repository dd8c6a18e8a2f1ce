import type { Finding } from '../domain/finding.ts';
import type { ReportLanguage } from '../study/config.ts';
import type { Figure, Panel, TimeBlock } from './block.ts';
import { openReport } from './compose-parts.ts';
import type { DrawnBlock, DrawnPanel, FirstView } from './first-view.ts';
import { composeIndex } from './sections/index-section.ts';

/** The first screen of a finding's report and the section under it, composed and drawn by what makes the report. */
export function composeFirstView(finding: Finding, language: ReportLanguage): FirstView {
  const report = openReport({ ...finding, study: { ...finding.study, language } }, {});
  const { contents: _, basis: __, ...messages } = report.messages;
  const { place: ___, chart, ...lead } = report.lead;
  return {
    runId: finding.manifest.runId,
    studyId: finding.study.id,
    language,
    messages,
    lead: { ...lead, chart: chart === null ? null : drawn(chart) },
    verdict: report.verdict,
    section: drawnSection(report.section(composeIndex)),
    colophon: report.colophon,
  };
}

function drawnSection({ blocks, ...section }: ReturnType<typeof composeIndex>): FirstView['section'] {
  return { ...section, blocks: blocks.map(drawnBlock) };
}

function drawnBlock(block: TimeBlock): DrawnBlock {
  return block.kind === 'paragraph' ? block : { kind: 'figure', figure: drawnFigure(block.figure) };
}

/** Where its numbers stand in the finding is left out: it is asked of the whole report. */
function drawnFigure({ panels, table, ...figure }: Figure) {
  const rows = table.rows.map((row) => row.map(({ number: _, ...cell }) => cell));
  return { ...figure, table: { ...table, rows }, panels: panels.map(drawn) };
}

function drawn({ draw, ...panel }: Panel): DrawnPanel {
  return { ...panel, drawings: { narrow: draw('narrow'), wide: draw('wide') } };
}
