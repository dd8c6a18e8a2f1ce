import type { Role } from '../../../src/domain/account.ts';
import type {
  Account,
  AuditEntry,
  CodingResult,
  Disagreement,
  DrawRequest,
  LedCodings,
  OwnCodings,
  Submission,
} from '../../../src/server/coding/contract.ts';
import { type Answer, ask } from './client.ts';

function send<Result>(path: string, body: unknown): Promise<Answer<Result>> {
  const headers = { 'content-type': 'application/json' };
  return ask<Result>(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const ofWave = (wave: string, what: string): string =>
  `/api/coding/waves/${encodeURIComponent(wave)}/${what}`;

/** Codings that the server keeps now. */
interface Taken {
  readonly accepted: readonly string[];
}

/** Address of a wave as a table. */
export function exportAddress(wave: string): string {
  return ofWave(wave, 'export.csv');
}

/** Address of the agreement of a wave as a table. */
export function agreementAddress(wave: string): string {
  return ofWave(wave, 'agreement.csv');
}

/** The requests of the view Code, by name. */
export const codingApi = {
  waves: () => ask<LedCodings>('/api/coding/waves'),
  draw: (request: DrawRequest) => send<{ wave: string }>('/api/coding/waves', request),
  assign: (wave: string, coders: readonly string[]) =>
    send<{ wave: string }>(ofWave(wave, 'coders'), { coders }),
  own: () => ask<OwnCodings>('/api/coding/own'),
  record: (wave: string, codings: readonly Submission[]) => send<Taken>(ofWave(wave, 'codings'), { codings }),
  disagreements: (wave: string) => ask<Disagreement[]>(ofWave(wave, 'disagreements')),
  settle: (wave: string, codings: readonly Submission[]) => send<Taken>(ofWave(wave, 'settled'), { codings }),
  close: (wave: string, isClosed: boolean) =>
    send<{ closedOn: string | null }>(ofWave(wave, 'closed'), { isClosed }),
  result: () => ask<CodingResult>('/api/coding/result'),
  accounts: () => ask<Account[]>('/api/accounts'),
  invite: (name: string, role: Role) => send<{ token: string }>('/api/accounts', { name, role }),
  revoke: (name: string) =>
    send<{ isRevoked: boolean }>(`/api/accounts/${encodeURIComponent(name)}/revoked`, {}),
  audit: () => ask<AuditEntry[]>('/api/audit'),
};
