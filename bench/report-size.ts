/**
 * How long the reports of the demo and the reference study are: pages of the PDF, bytes of each format, numbers that can be asked about.
 *
 *     npm run bench:report-size -- [--write]
 *
 * Runs both studies in English, Russian and Chinese in a temporary folder and prints a table; `--write` writes it to
 * `bench/report-size.md`. Needs the Chromium of this machine and `docx`.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groundswell } from './groundswell.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { type ReportSize, renderReportSizes } from './report-size/render-report-sizes.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const STUDIES = [
  { corpus: 'demo', documents: 40_000 },
  { corpus: 'reference', documents: 60_000 },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'groundswell-report-size-'));
try {
  const sizes: ReportSize[] = [];
  for (const { corpus, documents } of STUDIES) {
    const at = join(folder, corpus);
    if (corpus === 'reference') cpSync('studies/russia-on-china', at, { recursive: true });
    const size = ['--documents', String(documents), '--generate-only', '--json'];
    await groundswell(['demo', '--corpus', corpus, '--out', at, ...size]);
    for (const language of ['en', 'ru', 'zh']) {
      const study = join(at, 'study.yaml');
      writeFileSync(study, readFileSync(study, 'utf8').replace(/^language: .*$/m, `language: ${language}`));
      const out = ['--out', join(at, 'result')];
      await groundswell(['run', study, ...out, '--json']);
      const made: Record<string, Buffer> = {};
      for (const format of ['html', 'md', 'docx', 'pdf']) {
        const file = join(at, `report.${format}`);
        await groundswell(['report', study, ...out, '--format', format, '--file', file]);
        made[format] = readFileSync(file);
      }
      const count = (format: string, pattern: RegExp): number =>
        made[format]?.toString('latin1').match(pattern)?.length ?? 0;
      sizes.push({
        study: corpus,
        documents,
        language,
        pages: count('pdf', /\/Type \/Page\b(?!s)/g),
        bytes: Object.fromEntries(Object.entries(made).map(([format, file]) => [format, file.length])),
        notes: count('html', /<div popover /g),
        numbers: count('html', /<tr id=r\d+ /g),
      });
    }
  }
  const page = renderReportSizes(sizes, { commit: describeCommit(), machine: describeMachine() });
  console.log(page);
  if (values.write) writeFileSync('bench/report-size.md', page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
