import type { Finding } from '../domain/finding.ts';
import { findPopulationWords } from '../text/population-words.ts';
import type { Block, Report, Table } from './block.ts';
import { bindNumbers } from './number-bindings.ts';

/** A text of a report that holds a number or a population word, and what its numbers are bound to. */
interface ReportStatement {
  /** Id of its section; `lead` of the first screen. */
  readonly section: string;
  readonly text: string;
  /** What kind of thing it is. */
  readonly kind: 'estimate' | 'exhibit' | 'outside';
  /** Number as printed → where it stands in the finding, at most three places. */
  readonly numbers: readonly { readonly printed: string; readonly boundTo: readonly string[] }[];
}

/** What the linter refuses. */
type ReportProblem =
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

/** Parts of the finding that the numbers of a section may come from, beside the study and the manifest; others may use any. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  lead: ['events', 'limits', 'health', 'levels'],
  claims: ['claims'],
  polls: ['polls', 'events', 'series'],
  voices: ['voices'],
  where: ['regions'],
  health: ['health'],
  exhibits: ['exhibits'],
};

/**
 * Reads a report as a stranger would: what it prints, not how it was made. Every number must be one of the finding as the language
 * prints it, or a constant that a template is known to have; words of populations are refused unless a poll stands beside them.
 */
export function lintReport(report: Report, finding: Finding): ReportLedger {
  const bind = bindNumbers(finding);
  const statements: ReportStatement[] = [];
  const problems: ReportProblem[] = [];
  const labels = labelsOf(finding);
  for (const { section, text, isQuoted } of textsOf(report)) {
    const numbers = bind(text, PARTS[section] ?? null);
    if (numbers.length > 0) {
      const kind = isQuoted ? 'exhibit' : section === 'polls' ? 'outside' : 'estimate';
      statements.push({
        section,
        text,
        kind,
        numbers: numbers.map((one) => ({ ...one, boundTo: one.boundTo.slice(0, 3) })),
      });
    }
    if (isQuoted) continue;
    for (const { printed, boundTo } of numbers)
      if (boundTo.length === 0) problems.push({ kind: 'unbound-number', section, text, printed });
    if (section === 'polls') continue;
    for (const { words } of findPopulationWords(withoutLabels(text, labels)))
      problems.push({ kind: 'population-word', section, text, words });
  }
  return { statements, problems };
}

/** Labels and statements that the user of a study wrote are his or her words, not the report's. */
function labelsOf({ study, claims, events }: Finding): string[] {
  const labels = [
    study.title,
    study.question,
    ...claims.map(({ text }) => text),
    ...events.map(({ label }) => label),
  ];
  const named = [...study.targets, ...study.classes, ...study.sources, ...study.themes].map(
    ({ label }) => label,
  );
  return [...new Set([...labels, ...named])]
    .filter((label) => label !== '')
    .sort((a, b) => b.length - a.length);
}

function withoutLabels(text: string, labels: readonly string[]): string {
  return labels.reduce((rest, label) => rest.replaceAll(label, '·'), text);
}

interface ReportText {
  readonly section: string;
  readonly text: string;
  /** Words of documents. */
  readonly isQuoted: boolean;
}

/** Every text that a reader sees, in reading order; words of documents apart. */
function textsOf({ lead, sections }: Report): ReportText[] {
  const own = (section: string, texts: readonly string[]): ReportText[] =>
    texts.filter((text) => text !== '').map((text) => ({ section, text, isQuoted: false }));
  return [
    ...own('lead', [
      lead.eyebrow,
      lead.question.label,
      lead.period.text,
      lead.subject,
      lead.number,
      lead.interval,
      lead.uncorrected,
    ]),
    ...own('lead', lead.sentences),
    ...sections.flatMap(({ id, heading, blocks }) => [
      ...own(id, [heading]),
      ...blocks.flatMap((block) => [...own(id, textsOfBlock(block)), ...quotesOfBlock(id, block)]),
    ]),
  ];
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return [...block.items];
    case 'items':
      return [block.title, block.text, ...block.items];
    case 'facts':
      return block.facts.filter(({ code }) => !code).map(({ term, detail }) => `${term}: ${detail}`);
    case 'table':
      return textsOfTable(block.table);
    case 'figure':
      return [
        block.figure.title,
        ...block.figure.key.map(({ text }) => text),
        ...textsOfTable(block.figure.table),
      ];
    case 'quotes':
      return block.pairs.flatMap(({ title, sides }) => [
        title,
        ...sides.flatMap(({ label, none }) => [label, none]),
      ]);
  }
}

function textsOfTable({ caption, columns, rows }: Table): string[] {
  const cells = rows.flat().map(({ text, note }) => (note === undefined ? text : `${text} ${note}`));
  return [caption, ...columns.map(({ label }) => label), ...cells];
}

function quotesOfBlock(section: string, block: Block): ReportText[] {
  if (block.kind !== 'quotes') return [];
  return block.pairs
    .flatMap(({ sides }) => sides.flatMap(({ quotes }) => quotes))
    .map(({ before, marked, after }) => ({ section, text: before + marked + after, isQuoted: true }));
}
