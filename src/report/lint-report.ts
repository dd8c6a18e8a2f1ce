import type { Finding } from '../domain/finding.ts';
import { findPopulationWords } from '../text/population-words.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Block, Panel, Report, Table } from './block.ts';
import { drawnTexts } from './drawn-texts.ts';
import { type BindingScope, bindNumbers } from './number-bindings.ts';
import type { NumberPlace } from './number-place.ts';

/** A text of a report that holds a number or a population word, and what its numbers are bound to. */
interface ReportStatement {
  /** Id of its section; `lead` of the first screen, `colophon` of the last line. */
  readonly section: string;
  readonly text: string;
  /** What kind of thing it is. */
  readonly kind: 'estimate' | 'exhibit' | 'outside';
  /** Number as printed → where it stands in the finding, at most three places. */
  readonly numbers: readonly { readonly printed: string; readonly boundTo: readonly string[] }[];
}

/** What the linter refuses. */
export type ReportProblem =
  | {
      readonly kind: 'unbound-number';
      readonly section: string;
      readonly text: string;
      readonly printed: string;
    }
  | {
      readonly kind: 'population-word';
      readonly section: string;
      readonly text: string;
      readonly words: string;
    };

/** The ledger of a report: every text of it that holds a number, bound to what it was printed from, and what was refused. */
interface ReportLedger {
  readonly statements: readonly ReportStatement[];
  readonly problems: readonly ReportProblem[];
}

/** Parts of the finding that the numbers of a section may come from, beside those of `ALWAYS`; others may use any. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  lead: ['events', 'limits', 'health', 'levels', 'corrections', 'codings', 'coordination'],
  claims: ['claims'],
  polls: ['polls', 'events', 'series'],
  voices: ['voices'],
  where: ['regions'],
  health: ['health'],
  exhibits: ['exhibits'],
  colophon: [],
};

const ALWAYS: ReadonlySet<string> = new Set(['study', 'manifest', 'headline', 'schema']);

/**
 * Reads a report as a stranger would: what it prints, not how it was made. Every number must be one of the finding as the language
 * prints it, or a constant that a template is known to have; words of populations are refused unless a poll stands beside them.
 */
export function lintReport(report: Report, finding: Finding, beside: BesideFinding = {}): ReportLedger {
  const binder = bindNumbers(finding, beside);
  const statements: ReportStatement[] = [];
  const problems: ReportProblem[] = [];
  const ownWords = remembered(wordsWithout(labelsOf(finding)));
  const spoken = remembered((text: string) => findPopulationWords(text));
  const scopes = scopesOf(finding);
  const sections = remembered((section: string) => {
    const holds = scopes(section);
    const bound = remembered((text: string) => binder(text, { holds, place: null }));
    return (text: string, place: NumberPlace | null) =>
      place === null ? bound(text) : binder(text, { holds, place });
  });
  for (const { section, text, isQuoted, place = null } of textsOf(report)) {
    const own = isQuoted || !/\p{L}/u.test(text) ? text : ownWords(text);
    const numbers = /\d/.test(own) ? sections(section)(own, place) : [];
    if (numbers.length > 0) {
      const kind = isQuoted ? 'exhibit' : section === 'polls' ? 'outside' : 'estimate';
      statements.push({ section, text, kind, numbers });
    }
    if (isQuoted) continue;
    for (const { printed, boundTo } of numbers)
      if (boundTo.length === 0) problems.push({ kind: 'unbound-number', section, text, printed });
    if (section === 'polls' || !/\p{L}/u.test(own)) continue;
    for (const { words } of spoken(own)) problems.push({ kind: 'population-word', section, text, words });
  }
  return { statements, problems };
}

/** What the numbers of a section may come from; of the first screen only what is about its event. */
function scopesOf({ events, headline }: Finding): (section: string) => BindingScope['holds'] {
  const ofHeadline = new Set(
    events.flatMap(({ event }, i) => (event === headline.event ? [`events/${i}`] : [])),
  );
  return (section) => {
    const parts = PARTS[section];
    return (part, element) =>
      ALWAYS.has(part) ||
      parts === undefined ||
      (parts.includes(part) &&
        (section !== 'lead' || part !== 'events' || element === 'events' || ofHeadline.has(element)));
  };
}

/** Labels and statements that the user of a study wrote are his or her words, not the report's. */
function labelsOf({ study, claims, events }: Finding): string[] {
  const labels = [
    study.title,
    study.question,
    ...claims.map(({ text }) => text),
    ...events.map(({ label }) => label),
  ];
  const names = study.targets.flatMap(({ aliases, exclude }) =>
    [aliases, exclude].flatMap((terms) => Object.values(terms ?? {}).flat()),
  );
  const named = [...study.targets, ...study.classes, ...study.sources, ...study.themes].map(
    ({ label }) => label,
  );
  return [...new Set([...labels, ...named, ...names])]
    .filter((label) => label !== '')
    .sort((a, b) => b.length - a.length);
}

/** Blanks labels in a text, and at its end one that a chart had no room for and cut. */
function wordsWithout(labels: readonly string[]): (text: string) => string {
  return (text) => {
    const words = text.endsWith('…') ? withoutCut(text.slice(0, -1), labels) : text;
    return labels.reduce((rest, label) => (rest.includes(label) ? rest.replaceAll(label, '·') : rest), words);
  };
}

function withoutCut(text: string, labels: readonly string[]): string {
  const starts = [0, ...[...text.matchAll(/\s+/g)].map(({ index, 0: space }) => index + space.length)];
  const start = starts.find((at) => labels.some((label) => label.startsWith(text.slice(at))));
  return start === undefined ? text : `${text.slice(0, start)}·`;
}

/** Cells repeat: each text is looked at once. */
function remembered<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = look(text);
    known.set(text, found);
    return found;
  };
}

interface ReportText {
  readonly section: string;
  readonly text: string;
  /** Words of documents. */
  readonly isQuoted: boolean;
  /** The number that a cell says it shows. */
  readonly place?: NumberPlace | null;
}

/** A text with the number that it says it shows. */
interface PlacedText {
  readonly text: string;
  readonly place: NumberPlace | null;
}

function plain(texts: readonly string[]): PlacedText[] {
  return texts.map((text) => ({ text, place: null }));
}

/** Every text that a reader sees, in reading order; words of documents apart. */
function textsOf({ lead, sections, colophon }: Report): ReportText[] {
  const own = (section: string, texts: readonly PlacedText[]): ReportText[] =>
    texts.filter(({ text }) => text !== '').map((one) => ({ ...one, section, isQuoted: false }));
  const { synthetic, eyebrow, question, period, subject, uncorrected, sentences, chart } = lead;
  return [
    ...own(
      'lead',
      plain([
        synthetic?.title ?? '',
        synthetic?.body ?? '',
        eyebrow,
        question.label,
        period.label,
        period.text,
        subject,
        uncorrected,
      ]),
    ),
    ...own('lead', [{ text: `${lead.number} ${lead.interval}`, place: lead.place }]),
    ...own('lead', plain([...sentences, ...(chart === null ? [] : textsOfPanel(chart))])),
    ...sections.flatMap(({ id, heading, blocks }) => [
      ...own(id, plain([heading])),
      ...blocks.flatMap((block) => [...own(id, textsOfBlock(block)), ...quotesOfBlock(id, block)]),
    ]),
    ...own('colophon', plain([colophon])),
  ];
}

function textsOfBlock(block: Block): PlacedText[] {
  switch (block.kind) {
    case 'paragraph':
      return plain([block.text]);
    case 'list':
      return plain(block.items);
    case 'heading':
      return plain([block.title, block.text]);
    case 'items':
      return plain([block.title, block.text, ...block.items, block.closing?.text ?? '']);
    case 'facts':
      return plain(block.facts.filter(({ code }) => !code).map(({ term, detail }) => `${term}: ${detail}`));
    case 'table':
      return textsOfTable(block.table);
    case 'figure':
      return [
        ...plain([
          block.figure.title,
          ...block.figure.panels.flatMap(textsOfPanel),
          ...block.figure.key.map(({ text }) => text),
          block.figure.eventsUnder ?? '',
        ]),
        ...textsOfTable(block.figure.table),
      ];
    case 'quotes':
      return plain(
        block.pairs.flatMap(({ title, sides }) => [
          title,
          ...sides.flatMap(({ label, none }) => [label, none]),
        ]),
      );
  }
}

/** What a chart is called, what is told of it to those who cannot see it, and the words and numbers drawn in it. */
function textsOfPanel(panel: Panel): string[] {
  return [panel.label, panel.description, ...drawnTexts(panel)];
}

function textsOfTable({ caption, columns, rows }: Table): PlacedText[] {
  const cells = rows.flat().map(({ text, note, number }) => ({
    text: note === undefined ? text : `${text} ${note}`,
    place: number ?? null,
  }));
  return [...plain([caption, ...columns.map(({ label }) => label)]), ...cells];
}

function quotesOfBlock(section: string, block: Block): ReportText[] {
  if (block.kind !== 'quotes') return [];
  return block.pairs
    .flatMap(({ sides }) => sides.flatMap(({ quotes }) => quotes))
    .flatMap(({ before, marked, after, translation }) =>
      [before + marked + after, ...(translation === undefined ? [] : [translation.text])].map((text) => ({
        section,
        text,
        isQuoted: true,
      })),
    );
}
