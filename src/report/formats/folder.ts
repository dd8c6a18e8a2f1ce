import type { Finding } from '../../domain/finding.ts';
import type { BesideFinding } from '../beside-finding.ts';
import { composeReport } from '../compose-report.ts';
import { chartFile, chartNotes, tableFile } from './chart-file.ts';
import { renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';

/**
 * A finding as a folder that opens without a program: `index.html`, every chart as SVG and the figures behind it as CSV, all numbers
 * unrounded in `finding.csv` and `finding.json`.
 * @returns path in the folder → text
 */
export function renderFolder(finding: Finding, beside: BesideFinding = {}): ReadonlyMap<string, string> {
  const report = composeReport(finding, beside);
  const files = new Map([
    ['index.html', renderHtml(finding, beside)],
    ['finding.csv', renderCsv(finding)],
    ['finding.json', renderJson(finding)],
  ]);
  for (const { id, blocks } of report.sections) {
    const notes = chartNotes(report, blocks);
    const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
    figures.forEach((figure, f) => {
      const name = `charts/${id}-${f + 1}`;
      files.set(`${name}.csv`, tableFile(figure.title, figure.table, notes));
      figure.panels.forEach((panel, p) => {
        const number = figure.panels.length > 1 ? `-${p + 1}` : '';
        files.set(`${name}${number}.svg`, chartFile(figure, panel, notes));
      });
    });
  }
  return files;
}
