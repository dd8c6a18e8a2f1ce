import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { DEFAULT_STANCE_MODEL, loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { openDatabase } from '../store/database.ts';
import { programVersion } from './run-command.ts';
import { colours, type Terminal } from './terminal.ts';

/** One line of the doctor's report. */
interface Finding {
  readonly part: string;
  readonly state: 'ok' | 'missing' | 'broken';
  readonly detail: string;
  /** The line that adds or mends it. */
  readonly remedy: string | null;
}

const OPTIONAL_PARTS = [
  {
    name: 'onnxruntime-node',
    gives: 'stance models in ONNX format',
    remedy: 'ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node',
  },
  { name: 'playwright-core', gives: 'reports as PDF', remedy: 'npm i playwright-core' },
] as const;

/** `groundswell doctor`: what is installed, what is missing, and the line that adds it. */
export async function doctorCommand(
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const findings = [
    checkNode(),
    await checkDatabase(),
    await checkModel(),
    ...(await checkOptionalParts()),
    checkMemory(),
  ];
  findings.push({
    part: 'adapters',
    state: ADAPTERS.length > 0 ? 'ok' : 'broken',
    detail: ADAPTERS.map((a) => a.name).join(', '),
    remedy: null,
  });
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
    terminal.out(`${marks[finding.state]} ${finding.part.padEnd(18)} ${finding.detail}\n`);
    if (finding.remedy !== null) terminal.out(`${' '.repeat(21)}add it with: ${finding.remedy}\n`);
  }
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

async function checkDatabase(): Promise<Finding> {
  try {
    const database = await openDatabase({
      path: ':memory:',
      threads: 1,
      memoryLimitMb: 100,
      temporaryFolder: '.',
    });
    const [row] = await database.rows<{ version: string }>('version', 'select version() as version');
    database.close();
    return { part: 'DuckDB', state: 'ok', detail: row?.version ?? '', remedy: null };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { part: 'DuckDB', state: 'broken', detail, remedy: 'npm ci' };
  }
}

async function checkModel(): Promise<Finding> {
  try {
    const model = await loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
    return { part: 'stance model', state: 'ok', detail: `${model.name} ${model.version}`, remedy: null };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { part: 'stance model', state: 'broken', detail, remedy: 'npm ci' };
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

function checkMemory(): Finding {
  const gigabytes = totalmem() / 2 ** 30;
  return {
    part: 'memory',
    state: gigabytes < 1.5 ? 'missing' : 'ok',
    detail: `${gigabytes.toFixed(1)} GiB; a run of a million posts uses about 1.2`,
    remedy: null,
  };
}
