/**
 * How long the reports of the demo and the reference study are: pages of the PDF, bytes of each format, numbers that can be asked about.
 *
 *     npm run bench:report-size -- [--only demo|reference] [--write]
 *
 * Runs each study once in a temporary folder and prints its finding in English, Russian and Chinese, a row of the table as soon as it
 * is there; `--write` writes the whole table to `bench/report-size.md`. Needs the Chromium of this machine and `docx`.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../src/domain/finding.ts';
import { printPdf } from '../src/pipeline/print-pdf.ts';
import { readBeside } from '../src/pipeline/read-beside.ts';
import { readFinding } from '../src/pipeline/run-study.ts';
import type { BesideFinding } from '../src/report/beside-finding.ts';
import { renderDocx } from '../src/report/formats/docx.ts';
import { renderReport } from '../src/report/render-report.ts';
import { groundswell } from './groundswell.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { type ReportSize, sizeGoals, sizeHead, sizeRow } from './report-size/render-report-sizes.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const STUDIES = [
  { corpus: 'demo', documents: 40_000 },
  { corpus: 'reference', documents: 60_000 },
] as const;
const LANGUAGES = ['en', 'ru', 'zh'] as const;

class BenchError extends Error {}

const lines: string[] = [];
function print(text: string): void {
  lines.push(text);
  console.log(text);
}

/** Runs a study once; its finding is the same in every language but for the language it names. */
async function runOnce({ corpus, documents }: (typeof STUDIES)[number], at: string): Promise<string> {
  const out = join(at, 'result');
  if (corpus === 'reference') cpSync('studies/russia-on-china', at, { recursive: true });
  const size = ['--documents', String(documents), '--generate-only', '--json'];
  await groundswell(['demo', '--corpus', corpus, '--out', at, ...size]);
  await groundswell(['run', join(at, 'study.yaml'), '--out', out, '--json']);
  return out;
}

async function measure(
  finding: Finding,
  beside: BesideFinding,
): Promise<Omit<ReportSize, 'study' | 'documents'>> {
  const html = renderReport(finding, 'html', beside);
  const made = {
    html: Buffer.from(html),
    md: Buffer.from(renderReport(finding, 'md', beside)),
    docx: Buffer.from(await renderDocx(finding, beside)),
    pdf: Buffer.from(await printPdf(html, process.env)),
  };
  const count = (file: Buffer, pattern: RegExp): number =>
    file.toString('latin1').match(pattern)?.length ?? 0;
  return {
    language: finding.study.language,
    pages: count(made.pdf, /\/Type \/Page\b(?!s)/g),
    bytes: Object.fromEntries(Object.entries(made).map(([format, file]) => [format, file.length])),
    notes: count(made.html, /<div popover /g),
    numbers: count(made.html, /<tr id=r\d+ /g),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'groundswell-report-size-'));
try {
  print(sizeHead({ commit: describeCommit(), machine: describeMachine() }));
  const sizes: ReportSize[] = [];
  for (const study of STUDIES.filter(({ corpus }) => values.only === undefined || values.only === corpus)) {
    const out = await runOnce(study, join(folder, study.corpus));
    const finding = await readFinding(out);
    if (finding === null) throw new BenchError(`no finding of ${study.corpus}`);
    const beside = await readBeside(out);
    for (const language of LANGUAGES) {
      const size = await measure({ ...finding, study: { ...finding.study, language } }, beside);
      sizes.push({ study: study.corpus, documents: study.documents, ...size });
      print(sizeRow(sizes.at(-1) as ReportSize));
    }
  }
  print(sizeGoals(sizes));
  if (values.write) writeFileSync('bench/report-size.md', `${lines.join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
