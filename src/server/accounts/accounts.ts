import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OWNER, ROLES, type Role, type User } from '../../domain/account.ts';
import { StudyError } from '../../errors/errors.ts';
import { isCoderName } from '../../pipeline/keep-labels.ts';
import { writeWhole } from '../../pipeline/part-store.ts';
import type { RunFolder } from '../run-folder.ts';

/** A person with a link. Of the link only a digest is kept. */
interface Account extends User {
  /** ISO instants. */
  readonly invitedAt: string;
  readonly revokedAt: string | null;
}

/** Who may open the workbench beside the analyst who started it. */
export interface Accounts {
  list(): Promise<readonly Account[]>;
  /** Whose link has this token; null = nobody's, or a revoked one. */
  find(token: string): Promise<User | null>;
  /** Gives a person a link; one that they had before ends. Returns its token, which is kept nowhere. */
  invite(name: string, role: Role): Promise<string>;
  /** Ends a link. False where nobody has that name. */
  revoke(name: string): Promise<boolean>;
}

const FILE = z.strictObject({
  schema: z.literal('groundswell-accounts/1'),
  accounts: z.array(
    z.strictObject({
      name: z.string(),
      role: z.enum(ROLES),
      tokenDigest: z.string().regex(/^[0-9a-f]{64}$/),
      invitedAt: z.string(),
      revokedAt: z.string().nullable(),
    }),
  ),
});

type Kept = z.infer<typeof FILE>['accounts'][number];

/** Names that stand for no person. */
const TAKEN = [OWNER, 'adjudicated'];

/** The accounts of a run, in `accounts.json` in its folder, which only this user may read. */
export function openAccounts(folder: RunFolder, now: () => number): Accounts {
  const pathIn = (of: string): string => join(of, 'accounts.json');
  let known: { readonly text: string; readonly accounts: Kept[] } | null = null;
  const read = async (): Promise<Kept[]> => {
    const of = await folder.now();
    const text = of === null ? null : await readText(pathIn(of));
    if (of === null || text === null) return [];
    // Every request asks who it is from.
    if (known?.text !== text) known = { text, accounts: parseAccounts(text, pathIn(of)) };
    return known.accounts;
  };
  const write = async (accounts: readonly Kept[]): Promise<void> =>
    writeWhole(
      pathIn(await folder.made()),
      `${JSON.stringify({ schema: 'groundswell-accounts/1', accounts }, null, 1)}\n`,
      0o600,
    );
  const at = (): string => new Date(now()).toISOString();
  return {
    list: async () => (await read()).map(({ tokenDigest: _digest, ...account }) => account),
    find: async (token) => {
      const digest = Buffer.from(digestOf(token));
      const found = (await read()).find((one) => timingSafeEqual(Buffer.from(one.tokenDigest), digest));
      return found === undefined || found.revokedAt !== null ? null : { name: found.name, role: found.role };
    },
    invite: async (name, role) => {
      if (!isCoderName(name) || TAKEN.includes(name))
        throw new StudyError('accounts/name', { name: name.slice(0, 80) });
      const token = randomBytes(32).toString('base64url');
      const account = { name, role, tokenDigest: digestOf(token), invitedAt: at(), revokedAt: null };
      await write([...(await read()).filter((one) => one.name !== name), account]);
      return token;
    },
    revoke: async (name) => {
      const before = await read();
      if (!before.some((one) => one.name === name && one.revokedAt === null)) return false;
      await write(before.map((one) => (one.name === name ? { ...one, revokedAt: at() } : one)));
      return true;
    },
  };
}

function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
}

function parseAccounts(text: string, path: string): Kept[] {
  try {
    return FILE.parse(JSON.parse(text)).accounts;
  } catch (cause) {
    throw new StudyError('accounts/unreadable', { path }, { cause });
  }
}

function digestOf(token: string): string {
  return hash('sha256', token, 'hex');
}
