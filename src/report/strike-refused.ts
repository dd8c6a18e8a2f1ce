import type { Panel, Report, Section } from './block.ts';
import { drawNotice } from './charts/notice-chart.ts';
import { drawnTexts } from './drawn-texts.ts';
import type { ReportProblem } from './lint-report.ts';
import { REFUSED_MESSAGES } from './messages/refused-messages.ts';

/** Refused texts of one part of a report → what stands there instead. */
type Refused = ReadonlyMap<string, string>;

/** The report with a notice in the place of each refused sentence or cell: nothing unbound is published, and the rest stays. */
export function strikeRefused(report: Report, problems: readonly ReportProblem[]): Report {
  if (problems.length === 0) return report;
  const words = REFUSED_MESSAGES[report.language];
  const refusedIn = (section: string): Refused =>
    new Map(problems.flatMap((one) => (one.section === section ? [[one.text, words[one.kind]]] : [])));
  return {
    ...report,
    lead: struck(report.lead, refusedIn('lead')),
    sections: report.sections.map((one): Section => struck(one, refusedIn(one.id))),
    colophon: refusedIn('colophon').get(report.colophon) ?? report.colophon,
  };
}

function struck<Part>(part: Part, refused: Refused): Part {
  return refused.size === 0 ? part : (strike(part, refused) as Part);
}

function strike(value: unknown, refused: Refused): unknown {
  if (typeof value === 'string') return refused.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => strike(one, refused));
  if (typeof value !== 'object' || value === null) return value;
  const { text, note, term, detail, number, interval } = value as Readonly<Record<string, unknown>>;
  const cell = refused.get(`${text} ${note}`);
  if (cell !== undefined) return { text: cell, muted: true };
  const fact = refused.get(`${term}: ${detail}`);
  if (fact !== undefined) return { ...value, detail: fact };
  const headline = refused.get(`${number} ${interval}`);
  const rest = headline === undefined ? value : { ...value, number: headline, interval: '', place: null };
  const left = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, strike(one, refused)]));
  return isPanel(value) ? { ...left, draw: struckDrawing(value, refused) } : left;
}

function isPanel(value: object): value is Panel {
  return 'draw' in value && typeof value.draw === 'function';
}

/** A chart that says what is refused is not drawn: a hole in it could not be told from a result. */
function struckDrawing(panel: Panel, refused: Refused): Panel['draw'] {
  const notice = drawnTexts(panel).flatMap((text) => refused.get(text) ?? [])[0];
  return notice === undefined ? panel.draw : (width) => drawNotice(notice, width);
}
