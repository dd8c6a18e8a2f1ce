import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SourceError, StudyError } from '../errors/errors.ts';

/** Names of browsers that print, in the order in which they are sought on the path. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'msedge',
  'microsoft-edge',
];

/** Where installers put them on systems that do not use the path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const TIME_LIMIT_MS = 300_000;

/**
 * A page as PDF, printed by a browser that is installed. Nothing is loaded from the network and no script runs: the page forbids
 * both. The time of printing is taken out, so that the same page and browser give the same bytes.
 * @param env `GROUNDSWELL_BROWSER` names the browser; `PATH` is searched otherwise
 * @throws {StudyError} `report/no-browser`
 */
export async function printPdf(
  page: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  const browser = await findBrowser(env);
  const folder = await mkdtemp(join(tmpdir(), 'groundswell-print-'));
  try {
    const [source, target] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    await writeFile(source, page);
    const problem = await runBrowser(browser, [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
      '--disable-background-networking',
      // Where all programs run as root, as in a container, the sandbox of a browser does not start.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${target}`,
      pathToFileURL(source).href,
    ]);
    const pdf = await readFile(target).catch(() => null);
    if (pdf === null || !pdf.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new SourceError('report/not-printed', { browser, problem });
    return withoutTime(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The browser that prints, by the environment, the path, or where installers put it. */
export async function findBrowser(env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const asked = env['GROUNDSWELL_BROWSER'] ?? '';
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const places =
    asked === ''
      ? [
          ...NAMES.flatMap((name) =>
            folders.flatMap((folder) => endings.map((end) => join(folder, name + end))),
          ),
          ...PLACES,
        ]
      : [asked];
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  throw new StudyError('report/no-browser', { asked: asked === '' ? null : asked });
}

/** Runs it to its end and gives the last words it said. */
function runBrowser(browser: string, options: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(browser, options, { stdio: ['ignore', 'ignore', 'pipe'], timeout: TIME_LIMIT_MS });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2000);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) =>
      resolve(said.trim().split('\n').at(-1) || `it ended with ${signal ?? code}`),
    );
  });
}

/** Blanks the dates in place, so that no offset in the file moves. */
function withoutTime(pdf: Buffer): Uint8Array {
  const text = pdf.toString('latin1');
  const blank = text.replace(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, (date) => ' '.repeat(date.length));
  return Buffer.from(blank, 'latin1');
}
