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

/** Sizes of reports as a page of Markdown. */
export function renderReportSizes(
  sizes: readonly ReportSize[],
  facts: { readonly commit: string; readonly machine: string },
): string {
  const kilobytes = (bytes = 0): string => String(Math.round(bytes / 1000));
  const rows = sizes.map(
    ({ study, documents, language, pages, bytes, notes, numbers }) =>
      `| ${study}, ${documents} posts | ${language} | ${pages} | ${kilobytes(bytes['html'])} | ${kilobytes(bytes['md'])} | ${kilobytes(bytes['docx'])} | ${kilobytes(bytes['pdf'])} | ${numbers} | ${notes} |`,
  );
  const demo = sizes.filter(({ study }) => study === 'demo');
  const pages = Math.max(...demo.map((one) => one.pages));
  const bytes = Math.max(...demo.map((one) => one.bytes['html'] ?? Number.POSITIVE_INFINITY));
  return [
    '# How long reports are',
    '',
    '`npm run bench:report-size -- --write`: the report of the demo and of the reference study on its synthetic corpus; kB = 1000 bytes;',
    `commit ${facts.commit}, ${facts.machine}.`,
    '',
    '| study | language | pages of the PDF | HTML, kB | Markdown, kB | Word, kB | PDF, kB | numbers to ask about | notes |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: |',
    ...rows,
    '',
    `Goals, of the demo in every language: at most ${MOST_PAGES} pages (${pages}: ${pages <= MOST_PAGES ? 'met' : 'missed'}) and at most ${kilobytes(MOST_BYTES)} kB of HTML (${kilobytes(bytes)}: ${bytes <= MOST_BYTES ? 'met' : 'missed'}).`,
    '',
  ].join('\n');
}
