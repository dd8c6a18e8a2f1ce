import type { Report } from '../block.ts';
import { type Fragment, html, type Markup } from '../escape-html.ts';
import type { NumberPlace } from '../number-place.ts';

/** Collects the numbers of a page that a reader can ask about, and prints what they rest on. */
export interface BasisNotes {
  /** The number as a button that opens its note. */
  readonly button: (place: NumberPlace, shown: Fragment, depth: 'table' | 'figure') => Markup;
  /** The notes of all numbers asked for so far: opened one at a time on a screen; on paper a line says where they are. */
  readonly notes: () => Markup | null;
}

/** Notes of one page. They open without script: a button names its note (`popovertarget`). */
export function createBasisNotes(report: Report): BasisNotes {
  const asked = new Map<NumberPlace, { readonly id: string; depth: 'table' | 'figure' }>();
  const words = report.messages.basis;
  // How a number is made is told of thousands in the same words: they stand once, one click further.
  const ways = new Map<string, string>();
  const way = (told: string): string => {
    const id = ways.get(told) ?? `h${ways.size + 1}`;
    ways.set(told, id);
    return id;
  };
  return {
    button: (place, shown, depth) => {
      const note = asked.get(place) ?? { id: `n${asked.size + 1}`, depth };
      if (depth === 'table') note.depth = depth;
      asked.set(place, note);
      return depth === 'table'
        ? html`<button type="button" class="ask" popovertarget="${note.id}" title="${words.ask}">${shown}</button>`
        : html`<button class=ask popovertarget=${note.id}>${shown}</button>`;
    },
    notes: () => {
      if (asked.size === 0) return null;
      const notes = [...asked].map(([place, { id, depth }]) => {
        const { title, facts, command } = report.basisOf(place);
        // Thousands of numbers stand behind charts: their notes have no more than they need.
        if (depth === 'figure')
          return html`<div id=${id} popover><b>${title}</b>${facts.map(({ term, detail }) =>
            term === words.method
              ? html`<br><button class=ask popovertarget=${way(detail)}>${term}</button>`
              : html`<br>${detail}`,
          )}<br><code>${command}</code></div>\n`;
        return html`<div id="${id}" popover role="dialog" aria-labelledby="${id}-t"><p id="${id}-t"><b>${title}</b></p><dl>${facts.map(
          ({ term, detail }) => html`<dt>${term}</dt><dd>${detail}</dd>`,
        )}<dt>${words.posts}</dt><dd><code>${command}</code></dd></dl><button type="button" popovertarget="${id}" popovertargetaction="hide">${words.close}</button></div>\n`;
      });
      const told = [...ways].map(
        ([detail, id]) => html`<div id=${id} popover><b>${words.method}</b><br>${detail}</div>\n`,
      );
      return html`<section class="page basis" aria-label="${words.heading}"><p>${words.printed}</p>\n${notes}${told}</section>\n`;
    },
  };
}
