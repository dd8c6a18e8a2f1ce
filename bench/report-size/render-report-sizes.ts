/** One report: a study in one language. */
export interface ReportSize {
  readonly study: string;
  readonly documents: number;
  readonly language: string;
  readonly pages: number;
  /** By format. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly notes: number;
  /** Numbers that can be asked about: rows of the notes. */
  readonly numbers: number;
}

/** Of the demo's report. */
const MOST_PAGES = 25;
const MOST_BYTES = 1_500_000;

const kilobytes = (bytes = 0): string => String(Math.round(bytes / 1000));

/** What was measured and on what, down to the head of the table. */
export function sizeHead(facts: { readonly commit: string; readonly machine: string }): string {
  return [
    '# How long reports are',
    '',
    '`npm run bench:report-size -- --write`: the report of the demo and of the reference study on its synthetic corpus, one run each,',
    `printed in three languages; kB = 1000 bytes; commit ${facts.commit}, ${facts.machine}.`,
    '',
    '| study | language | pages of the PDF | HTML, kB | Markdown, kB | Word, kB | PDF, kB | numbers to ask about | notes |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: |',
  ].join('\n');
}

/** One report as a row of the table. */
export function sizeRow({ study, documents, language, pages, bytes, numbers, notes }: ReportSize): string {
  const files = ['html', 'md', 'docx', 'pdf'].map((format) => kilobytes(bytes[format]));
  return `| ${[`${study}, ${documents} posts`, language, pages, ...files, numbers, notes].join(' | ')} |`;
}

/** Whether the demo is as short as it should be; nothing where it was not measured. */
export function sizeGoals(sizes: readonly ReportSize[]): string {
  const demo = sizes.filter(({ study }) => study === 'demo');
  if (demo.length === 0) return '';
  const pages = Math.max(...demo.map((one) => one.pages));
  const bytes = Math.max(...demo.map((one) => one.bytes['html'] ?? Number.POSITIVE_INFINITY));
  const told = (isMet: boolean): string => (isMet ? 'met' : 'missed');
  return `\nGoals, of the demo in every language: at most ${MOST_PAGES} pages (${pages}: ${told(pages <= MOST_PAGES)}) and at most ${kilobytes(MOST_BYTES)} kB of HTML (${kilobytes(bytes)}: ${told(bytes <= MOST_BYTES)}).`;
}
