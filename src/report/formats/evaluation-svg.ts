import type { Evaluation } from '../../domain/evaluation.ts';
import { drawReliabilityChart } from '../charts/reliability-chart.ts';
import { drawScoreChart, type ScoreRow } from '../charts/score-chart.ts';
import { html, trusted } from '../escape-html.ts';
import { DARK_COLORS, LIGHT_COLORS } from './palette.ts';
import { terminalCut, terminalLine } from './terminal-text.ts';

const WIDTH = 640;
const HEADING = 34;
const TOP = 72;

/**
 * Two charts in one file: probabilities against codings, and F1 by domain. It loads nothing, runs nothing and takes
 * the reader's preference for light or dark.
 */
export function renderEvaluationSvg(evaluation: Evaluation): string {
  const { annotator, gold, n, nGroups, intervals } = evaluation;
  const reliability = drawReliabilityChart(evaluation.calibrationBins, WIDTH);
  const domains = drawScoreChart({
    key: ['macro-F1', 'F1 of favor, against'],
    rows: domainRows(evaluation),
    width: WIDTH,
  });
  const second = TOP + HEADING + reliability.height + 16;
  const height = second + HEADING + domains.height + 8;
  const name = terminalLine(`${annotator.name} ${annotator.version} on ${gold}`);
  const method = `${n} rows in ${nGroups} groups; ${intervals.level * 100} % intervals clustered by group`;
  const heading = (text: string, y: number) => html`<text x="6" y="${y}" font-weight="600">${text}</text>\n`;
  const page = html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans SC',sans-serif" font-size="13">
<title id="title">${name}</title>
<desc id="description">${description(evaluation)}</desc>
<style>${trusted(`svg{color-scheme:light dark;${LIGHT_COLORS};background:var(--paper);color:var(--ink);fill:currentColor}@media (prefers-color-scheme:dark){svg{${DARK_COLORS}}}text{white-space:pre}`)}</style>
<rect width="${WIDTH}" height="${height}" fill="var(--paper)"/>
<text x="6" y="26" font-size="17" font-weight="600">${terminalCut(name, 64)}</text>
<text x="6" y="48" fill="var(--ink-soft)">${method}</text>
${heading('Calibration: are the probabilities honest?', TOP + 16)}<g text-anchor="middle" transform="translate(0 ${TOP + HEADING})">${trusted(reliability.body)}</g>
${heading('F1 by domain', second + 16)}<g text-anchor="middle" transform="translate(0 ${second + HEADING})">${trusted(domains.body)}</g>
</svg>
`;
  return page.source;
}

function domainRows(evaluation: Evaluation): ScoreRow[] {
  const strata = Object.entries(evaluation.byDomain);
  return [['all rows', evaluation] as const, ...strata].map(([name, scores]) => ({
    label: `${name === '' ? 'not stated' : terminalLine(name)} (${scores.n})`,
    scores: [scores.macroF1, scores.f1FavorAgainst],
  }));
}

function description({ macroF1, expectedCalibrationError }: Evaluation): string {
  const say = (value: number | null): string => (value === null ? 'not estimable' : value.toFixed(3));
  return `Macro-F1 ${say(macroF1.value)}, calibration error ${say(expectedCalibrationError.value)}. Above: share of rows coded with the most probable class over its probability, honest on the diagonal. Below: macro-F1 and mean F1 of favor and against by domain, with intervals.`;
}
