import type { CurveMark, KeySymbol } from '../block.ts';
import { DASHES, lineColor, SYMBOLS } from '../charts/line-style.ts';
import { tieStyle } from '../charts/tie-style.ts';
import { html, type Markup } from '../escape-html.ts';

/** Fill patterns that every chart of the page refers to. Drawn, not hidden: a hidden pattern is not applied. */
export const HATCHES = `<svg class="hatches" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch-no-collection" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="var(--gap)"/><line x1="0" y1="0" x2="0" y2="7" stroke="var(--hatch)" stroke-width="3"/></pattern>
<pattern id="hatch-too-few" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><line x1="0" y1="0" x2="0" y2="7" stroke="var(--hatch)" stroke-width="1.2"/></pattern>
<pattern id="hatch-hole" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="var(--gap)"/><line x1="1" y1="0" x2="1" y2="4" stroke="var(--warn)" stroke-width="1.5"/></pattern>
</defs></svg>`;

/** A small picture of a chart's sign, for its key. */
export function keySymbol(symbol: KeySymbol): Markup {
  switch (symbol.kind) {
    case 'line':
      return box(
        html`<line x1="1" y1="8" x2="31" y2="8" stroke-width="2" stroke="${lineColor(symbol.style)}" stroke-dasharray="${DASHES[symbol.style % DASHES.length] ?? 'none'}"/>${point(symbol.style)}`,
      );
    case 'band':
      return box(
        html`<rect x="1" y="2" width="20" height="12" fill="var(--line-0)" fill-opacity="0.2"/><line x1="28" y1="1" x2="28" y2="15" stroke="var(--line-0)" stroke-width="1.5"/><circle cx="28" cy="8" r="3" fill="var(--line-0)"/>`,
      );
    case 'change':
      return box(
        html`<rect x="12" y="1" width="8" height="14" fill="var(--line-0)" fill-opacity="0.15"/><path d="M1 4H16V12H31" fill="none" stroke="var(--line-0)" stroke-width="3" stroke-opacity="0.7"/>`,
      );
    case 'letter':
      return box(
        html`<line x1="4" y1="0" x2="4" y2="16" stroke="var(--event)" stroke-width="1.5"${symbol.dashed && html` stroke-dasharray="4 3"`}/><text x="12" y="13" font-size="13" font-weight="600" fill="var(--event)">${symbol.letter}</text>`,
      );
    case 'hatch':
      return box(
        html`<rect x="1" y="1" width="30" height="14" fill="url(#hatch-${symbol.reason})" stroke="currentColor" stroke-width="0.5"/>`,
      );
    case 'choice':
      return box(choiceMark(symbol.mark));
    case 'shade':
      return box(
        html`<rect x="1" y="1" width="30" height="14" fill="var(--coverage)" fill-opacity="${symbol.share}"/>`,
      );
    case 'tie':
      return box(tie(tieStyle(symbol.behaviour)));
    case 'node':
      return box(
        symbol.node === 'account'
          ? html`<circle cx="16" cy="8" r="4" fill="var(--ink)"/>`
          : html`<rect x="11" y="3" width="10" height="10" fill="var(--paper)" stroke="var(--ink)" stroke-width="2"/>`,
      );
    case 'tile':
      return box(
        symbol.style === null
          ? html`<rect x="9" y="1" width="14" height="14" fill="none" stroke="${symbol.share === 0 ? 'var(--ink-soft)' : 'var(--rule)'}"${symbol.share === 0 && html` stroke-dasharray="3 2"`}/>`
          : html`<rect x="9" y="1" width="14" height="14" fill="${lineColor(symbol.style)}" fill-opacity="${symbol.share}" stroke="var(--ink-soft)" stroke-width="0.75"/>`,
      );
  }
}

function tie({ color, dash, width }: ReturnType<typeof tieStyle>): Markup {
  return html`<line x1="1" y1="8" x2="31" y2="8" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dash}"/>`;
}

/** A point of a specification curve with its interval. */
function choiceMark(mark: CurveMark): Markup {
  const color = mark === 'unclear' ? 'var(--hatch)' : 'var(--line-0)';
  const ring =
    mark === 'study' &&
    html`<circle cx="16" cy="8" r="6" fill="none" stroke="var(--line-1)" stroke-width="2"/>`;
  return html`<line x1="16" y1="0" x2="16" y2="16" stroke="${color}" stroke-width="1.5" stroke-opacity="0.55"/><circle cx="16" cy="8" r="2.4" fill="${color}"/>${ring}`;
}

function box(content: Markup): Markup {
  return html`<svg class="symbol" width="32" height="16" viewBox="0 0 32 16" aria-hidden="true" focusable="false">${content}</svg>`;
}

function point(style: number): Markup {
  const fill = html`fill="${lineColor(style)}"`;
  switch (SYMBOLS[style % SYMBOLS.length] ?? 'circle') {
    case 'square':
      return html`<rect x="13" y="5" width="6" height="6" ${fill}/>`;
    case 'triangle':
      return html`<path d="M16 3.5L20 11H12Z" ${fill}/>`;
    case 'diamond':
      return html`<path d="M16 3L20 8L16 13L12 8Z" ${fill}/>`;
    case 'circle':
      return html`<circle cx="16" cy="8" r="3.2" ${fill}/>`;
  }
}
