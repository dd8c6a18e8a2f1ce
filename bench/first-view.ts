/**
 * How long the workbench takes to show its first view and its first query preview, in Chromium on this machine.
 *
 *     npm run bench:first-view -- [--documents 40000] [--runs 5] [--write]
 *
 * Each run serves the demo anew, in a process of its own, to a browser that has seen nothing before. Prints a table; `--write`
 * writes it to `bench/first-view.md`. Needs `npm run build`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../test/web/open-browser.ts';
import { type FirstView, openOnce } from './first-view/open-once.ts';
import { renderFirstViews } from './first-view/render-first-views.ts';
import { groundswell } from './groundswell.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { serveStudy } from './serve-load/serve-study.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '40000' },
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'groundswell-first-'));
const study = join(folder, 'study.yaml');
const out = join(folder, 'result');
try {
  await groundswell(['demo', '--documents', values.documents, '--out', folder, '--generate-only', '--json']);
  await groundswell(['run', study, '--out', out, '--json']);
  const browser = await openBrowser();
  const views: FirstView[] = [];
  for (let i = 0; i < Number(values.runs); i++) {
    const server = await serveStudy(study, out, []);
    try {
      views.push(await openOnce(browser, server.link));
    } finally {
      await server.end();
    }
  }
  await browser.close();
  const page = renderFirstViews(views, {
    documents: Number(values.documents),
    commit: describeCommit(),
    machine: describeMachine(),
  });
  console.log(page);
  if (values.write) writeFileSync('bench/first-view.md', page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
