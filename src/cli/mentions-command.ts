import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { listMentions } from '../pipeline/list-mentions.ts';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import { csvCell } from '../report/formats/csv.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

const COLUMNS = ['documentId', 'recordHash', 'source', 'class', 'day', 'label', 'path', 'line'] as const;

/** `groundswell mentions study.yaml NUMBER`: the mentions behind a number, as CSV, without words or authors. */
export async function mentionsCommand(
  { study, number }: { readonly study: string; readonly number: string },
  options: { readonly out?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(study);
  const listed = await listMentions(config, number, {
    out: outFolder(options.out, config),
    threads: availableParallelism(),
    keyFile: keyFile(config, terminal.env),
    progress: () => undefined,
    now: Date.now,
    randomBytes: (n) => randomBytes(n),
    version: programVersion(),
  });
  const mentions = listed.mentions.map((one) => ({
    ...one,
    day: new Date(one.day * 86_400_000).toISOString().slice(0, 10),
  }));
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ schema: 'groundswell-mentions/1', ...listed, mentions })}\n`);
    return;
  }
  const lines = [
    COLUMNS.join(','),
    ...mentions.map((one) => COLUMNS.map((name) => csvCell(one[name])).join(',')),
  ];
  terminal.out(lines.map((line) => `${line}\r\n`).join(''));
  const days = listed.periods.map(({ start, end }) => `${start} to ${end} (exclusive)`).join('; ');
  terminal.error(`mentions: ${mentions.length}; ${days}\nSHA-256 of their record hashes: ${listed.digest}\n`);
}
