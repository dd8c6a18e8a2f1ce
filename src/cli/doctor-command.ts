import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { StudyError } from '../errors/errors.ts';
import { ONNX_INSTALL } from '../errors/messages.ts';
import { adapterNames, databaseVersion, embeddedModel, onnxRuntime } from '../pipeline/installed-parts.ts';
import { findBrowser } from '../pipeline/print-pdf.ts';
import { programVersion } from './program-version.ts';
import { colours, type Terminal } from './terminal.ts';

/** One line of the doctor's report. */
interface Finding {
  readonly part: string;
  readonly state: 'ok' | 'missing' | 'broken';
  readonly detail: string;
  /** The line that adds or mends it. */
  readonly remedy: string | null;
}

const OPTIONAL_PARTS = [{ name: 'docx', gives: 'reports as docx', remedy: 'npm i docx@9' }] as const;

/** `groundswell doctor`: what is installed, what is missing, and the line that adds it. */
export async function doctorCommand(
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const adapters = adapterNames();
  const findings: Finding[] = [
    checkNode(),
    await checkPart('DuckDB', databaseVersion),
    await checkPart('stance model', embeddedModel),
    {
      part: 'adapters',
      state: adapters.length > 0 ? 'ok' : 'broken',
      detail: adapters.join(', '),
      remedy: null,
    },
    checkMemory(),
    await checkOnnx(),
    ...(await checkOptionalParts()),
    await checkBrowser(terminal),
  ];
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ version: programVersion(), findings }, null, 1)}\n`);
  } else {
    printFindings(findings, terminal);
  }
  return findings.some((f) => f.state === 'broken') ? 2 : 0;
}

function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  const c = colours(terminal);
  const marks = { ok: c.green('✓'), missing: c.yellow('–'), broken: c.red('✗') };
  terminal.out(`groundswell ${programVersion()}\n`);
  for (const finding of findings) {
    const [first = '', ...others] = wrapped(finding.detail);
    terminal.out(`${marks[finding.state]} ${finding.part.padEnd(18)} ${first}\n`);
    for (const line of others) terminal.out(`${INDENT}${line}\n`);
    if (finding.remedy !== null) terminal.out(`${INDENT}add it with: ${finding.remedy}\n`);
  }
}

const INDENT = ' '.repeat(21);

/** Lines that fit beside the names of the parts in 80 columns. */
function wrapped(detail: string): string[] {
  const lines: string[] = [];
  for (const word of detail.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 80 - INDENT.length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 22 || (major === 22 && minor >= 18);
  return {
    part: 'Node.js',
    state: ok ? 'ok' : 'broken',
    detail: `${process.versions.node}${ok ? '' : ', 22.18 or later is needed'}`,
    remedy: ok ? null : 'npm i -g n && n 24',
  };
}

async function checkPart(part: string, version: () => Promise<string>): Promise<Finding> {
  try {
    return { part, state: 'ok', detail: await version(), remedy: null };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { part, state: 'broken', detail, remedy: 'npm ci' };
  }
}

async function checkOnnx(): Promise<Finding> {
  const [part, gives] = ['ONNX Runtime', 'stance models in ONNX format'];
  try {
    return { part, state: 'ok', detail: `${await onnxRuntime()}: ${gives}`, remedy: null };
  } catch (error) {
    const problem = error instanceof StudyError ? error.parameters.problem : String(error);
    return { part, state: 'missing', detail: `optional: ${gives}; ${problem}`, remedy: ONNX_INSTALL };
  }
}

async function checkOptionalParts(): Promise<Finding[]> {
  return Promise.all(
    OPTIONAL_PARTS.map(async ({ name, gives, remedy }) => {
      const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
      if (!existsSync(manifest)) {
        return { part: name, state: 'missing' as const, detail: `optional: ${gives}`, remedy };
      }
      const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
      return { part: name, state: 'ok' as const, detail: `${version}: ${gives}`, remedy: null };
    }),
  );
}

async function checkBrowser({ env }: Terminal): Promise<Finding> {
  const [part, gives] = ['browser', 'reports as PDF'];
  try {
    return { part, state: 'ok', detail: `${await findBrowser(env)}: ${gives}`, remedy: null };
  } catch (error) {
    const remedy = error instanceof StudyError ? error.hint : null;
    return { part, state: 'missing', detail: `optional: ${gives}`, remedy };
  }
}

function checkMemory(): Finding {
  const gigabytes = totalmem() / 2 ** 30;
  return {
    part: 'memory',
    state: gigabytes < 1.5 ? 'missing' : 'ok',
    detail: `${gigabytes.toFixed(1)} GiB; a run of a million posts uses about 1.2`,
    remedy: null,
  };
}
