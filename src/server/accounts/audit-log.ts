import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROLES, type User } from '../../domain/account.ts';
import type { RunFolder } from '../run-folder.ts';

/** What is written down. */
const DEEDS = [
  'open',
  'invite',
  'revoke',
  'draw',
  'assign',
  'code',
  'settle',
  'close',
  'reopen',
  'measure',
  'export',
  'article',
] as const;

/** One line of the log: who did what, when, to what. Never what a post says. */
export const auditEntrySchema = z.object({
  at: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  deed: z.enum(DEEDS),
  /** Name of a wave, of a person or of an article. */
  about: z.string(),
  /** Mentions it touched; null = none. */
  count: z.number().nullable(),
});

/** One line of the log. */
type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What is added to the log. */
interface Deed {
  readonly deed: AuditEntry['deed'];
  readonly about: string;
  readonly count?: number | null;
}

/** What people did, in the order in which they did it; nothing is ever taken out. */
export interface AuditLog {
  add(user: User, what: Deed): Promise<void>;
  /** The last lines, the newest first. */
  last(n: number): Promise<readonly AuditEntry[]>;
}

/** The log of a run: `audit.jsonl` in its folder, one JSON object a line, which only this user may read. */
export function openAuditLog(folder: RunFolder, now: () => number): AuditLog {
  const pathIn = (of: string): string => join(of, 'audit.jsonl');
  return {
    add: async ({ name, role }, { deed, about, count = null }) => {
      // Before there is a study there is nothing that anybody could do to it.
      if ((await folder.now()) === null) return;
      const at = new Date(now()).toISOString();
      const entry: AuditEntry = { at, name, role, deed, about, count };
      await appendFile(pathIn(await folder.made()), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    },
    last: async (n) => {
      const of = await folder.now();
      const text = of === null ? '' : await readFile(pathIn(of), 'utf8').catch(() => '');
      return text.split('\n').flatMap(entryOf).slice(-n).reverse();
    },
  };
}

/** A line that a power cut left unfinished says nothing. */
function entryOf(line: string): AuditEntry[] {
  try {
    const parsed = auditEntrySchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
