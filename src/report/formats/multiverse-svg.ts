import type { Multiverse, SpecificationResult } from '../../domain/multiverse.ts';
import { drawSpecificationCurve } from '../charts/specification-chart.ts';
import { html, trusted } from '../escape-html.ts';
import { headlineLine, multiverseSentences } from './multiverse-text.ts';
import { DARK_COLORS, LIGHT_COLORS } from './palette.ts';
import { terminalCut, terminalLine, terminalWrap } from './terminal-text.ts';

const WIDTH = 820;
const TOP = 150;

/**
 * The specification curve as one file. It loads nothing, runs nothing and takes the reader's preference for light or dark.
 * @param choicesOf the choices of a specification by dimension, in words
 */
export function renderMultiverseSvg(
  multiverse: Multiverse,
  choicesOf: (one: SpecificationResult) => Readonly<Record<string, string>>,
): string {
  const { specifications, summary, synthetic, title } = multiverse;
  const chart = drawSpecificationCurve({ specifications, choicesOf, width: WIDTH });
  const height = TOP + chart.height;
  const sentences = multiverseSentences(summary).flatMap((sentence) => terminalWrap(sentence, 118));
  const name = terminalCut(terminalLine(synthetic ? `Synthetic corpus. ${title}` : title), 80);
  const key =
    'Points and intervals by size; blue: excludes zero; ringed: the study’s own choices; below: the choices made.';
  const page = html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans SC',sans-serif" font-size="13">
<title id="title">${name}</title>
<desc id="description">${sentences.join(' ')}</desc>
<style>${trusted(`svg{color-scheme:light dark;${LIGHT_COLORS};background:var(--paper);color:var(--ink);fill:currentColor}@media (prefers-color-scheme:dark){svg{${DARK_COLORS}}}text{white-space:pre}`)}</style>
<rect width="${WIDTH}" height="${height}" fill="var(--paper)"/>
<text x="6" y="24" font-size="17" font-weight="600">${name}</text>
<text x="6" y="46">${headlineLine(multiverse)}; points</text>
${sentences.map((line, i) => html`<text x="6" y="${66 + 17 * i}" fill="var(--ink-soft)" font-size="12">${line}</text>\n`)}<text x="6" y="${TOP - 10}" fill="var(--ink-soft)" font-size="12">${key}</text>
<g text-anchor="middle" transform="translate(0 ${TOP})">${trusted(chart.body)}</g>
</svg>
`;
  return page.source;
}
