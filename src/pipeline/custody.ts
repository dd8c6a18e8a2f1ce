import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustodyEntry, CustodyHead } from '../domain/custody.ts';
import { custodyLine, headOf, readCustodyLog } from '../evidence/custody-log.ts';

/** Name of the log in the folder of a run. */
export const CUSTODY_FILE = 'custody.jsonl';

/** SHA-256 of `manifest.json` as it is; null where there is none. */
export async function manifestHash(out: string): Promise<string | null> {
  const bytes = await readFile(join(out, 'manifest.json')).catch(() => null);
  return bytes === null ? null : hash('sha256', bytes, 'hex');
}

/** How far the log of a run goes. */
export async function custodyHead(out: string): Promise<CustodyHead> {
  return headOf(readCustodyLog(await readCustody(out)));
}

/** The log of a run; empty where there is none. */
export async function readCustody(out: string): Promise<string> {
  return readFile(join(out, CUSTODY_FILE), 'utf8').catch(() => '');
}

/**
 * Adds a line to the log of a run that says what was done. A log that is broken is not mended: the new line follows the last that
 * holds, so that `verify` still names the break. Where there is neither a log nor a manifest there is no run, and nothing is written.
 * @param done `manifestBefore` not given = the manifest did not change
 */
export async function addCustody(
  out: string,
  done: Pick<CustodyEntry, 'action' | 'command' | 'facts'> & { readonly manifestBefore?: string | null },
  by: { readonly now: () => number; readonly version: string },
): Promise<void> {
  const manifestAfter = await manifestHash(out);
  if (manifestAfter === null && !existsSync(join(out, CUSTODY_FILE))) return;
  const { action, command, facts, manifestBefore = manifestAfter } = done;
  const entry = {
    time: new Date(by.now()).toISOString(),
    version: by.version,
    action,
    command,
    manifestBefore,
    manifestAfter,
    facts,
  };
  const text = await readCustody(out);
  const cut = text === '' || text.endsWith('\n') ? '' : '\n';
  await appendFile(join(out, CUSTODY_FILE), `${cut}${custodyLine(entry, headOf(readCustodyLog(text)))}`);
}
