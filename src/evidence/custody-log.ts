import { hash } from 'node:crypto';
import { CUSTODY_ACTIONS, type CustodyEntry, type CustodyHead } from '../domain/custody.ts';

/** A log as far as its lines hold on to each other. */
export interface CustodyLog {
  readonly entries: readonly CustodyEntry[];
  /** SHA-256 of each line. */
  readonly hashes: readonly string[];
  /** The first line that does not follow from the one before it; null = all do. */
  readonly broken: { readonly line: number; readonly problem: string } | null;
}

const NOTHING = '0'.repeat(64);

/** How far a log goes. */
export function headOf({ hashes }: CustodyLog): CustodyHead {
  return { lines: hashes.length, head: hashes.at(-1) ?? NOTHING };
}

/** A line of a log with its line break: it holds the hash of the line before it, so that none can be changed or taken out alone. */
export function custodyLine(
  entry: Omit<CustodyEntry, 'n' | 'previous' | 'digest'>,
  after: CustodyHead,
): string {
  const line = { n: after.lines + 1, previous: after.head, ...entry };
  return `${JSON.stringify({ ...line, digest: digestOf(line) })}\n`;
}

/** Reads a log and follows its chain up to the first line that is broken. */
export function readCustodyLog(text: string): CustodyLog {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  const entries: CustodyEntry[] = [];
  const hashes: string[] = [];
  const broken = (problem: string): CustodyLog => ({
    entries,
    hashes,
    broken: { line: entries.length + 1, problem },
  });
  for (const line of lines) {
    const entry = readLine(line);
    if (entry === null) return broken('it is not as it was written');
    if (entry.n !== entries.length + 1)
      return broken(`it has the number ${entry.n}: a line is missing or was added`);
    if (entry.previous !== (hashes.at(-1) ?? NOTHING))
      return broken('it does not follow the line before it, which was changed or put there');
    entries.push(entry);
    hashes.push(hash('sha256', line, 'hex'));
  }
  return rest === '' ? { entries, hashes, broken: null } : broken('it does not end: it was cut off');
}

function digestOf(entry: Omit<CustodyEntry, 'digest'>): string {
  return hash('sha256', JSON.stringify(entry), 'hex');
}

const DIGEST = /^[0-9a-f]{64}$/;

/** An entry in the very bytes in which it was written; null for anything else. */
function readLine(line: string): CustodyEntry | null {
  let entry: CustodyEntry;
  try {
    entry = JSON.parse(line) as CustodyEntry;
  } catch {
    return null;
  }
  const isWhole =
    typeof entry === 'object' &&
    entry !== null &&
    JSON.stringify(entry) === line &&
    Number.isSafeInteger(entry.n) &&
    DIGEST.test(entry.previous) &&
    [entry.manifestBefore, entry.manifestAfter].every((one) => one === null || DIGEST.test(one)) &&
    [entry.time, entry.version, entry.command].every((one) => typeof one === 'string') &&
    (CUSTODY_ACTIONS as readonly string[]).includes(entry.action);
  if (!isWhole) return null;
  const { digest, ...rest } = entry;
  return digest === digestOf(rest) ? entry : null;
}
