import type {
  AskedSelection,
  ExploreChoices,
  Explored,
  ExploredMentions,
  SelectionMeasure,
} from '../../../src/domain/explored.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import type { StanceLabel } from '../../../src/domain/stance.ts';
import type { BesideFinding } from '../../../src/report/beside-finding.ts';
import type { FirstView } from '../../../src/report/first-view.ts';
import type { ReportFormat } from '../../../src/report/report-formats.ts';
import type { Session } from '../../../src/server/contract.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';

/** What went wrong with a request, for a person: `offline` where no answer came. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** An answer, or a problem. */
export type Answer<Result> =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** No answer came. */
export const OFFLINE: Problem = { code: 'offline', message: '', hint: '' };

/** Answers that were asked for before anybody needed them. */
const early = new Map<string, Promise<Answer<unknown>>>();

/** Asks the server for something by its address. */
export function ask<Result>(path: string, init?: RequestInit): Promise<Answer<Result>> {
  const asked = init === undefined ? early.get(path) : undefined;
  early.delete(path);
  if (asked !== undefined) return asked as Promise<Answer<Result>>;
  return read(path, (response) => response.json() as Promise<Result>, init);
}

/** Asks for something that is going to be asked for: who asks first is given this answer, and whoever asks later a new one. */
export function askEarly<Result>(path: string): Promise<Answer<Result>> {
  const asked = ask<Result>(path);
  early.set(path, asked);
  return asked;
}

async function read<Result>(
  path: string,
  contentOf: (response: Response) => Promise<Result>,
  init: RequestInit = {},
): Promise<Answer<Result>> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
    if (response.ok) return { kind: 'result', result: await contentOf(response) };
  } catch {
    return { kind: 'problem', problem: OFFLINE };
  }
  const body: unknown = await response.json().catch(() => null);
  const { code = `http/${response.status}`, message = '', hint = '' } = (body ?? {}) as Partial<Problem>;
  return { kind: 'problem', problem: { code, message, hint } };
}

/** Sends something to the server and reads its answer. */
export function send<Result>(
  path: string,
  body: object,
  { method = 'POST', signal = null }: { method?: 'POST' | 'PUT'; signal?: AbortSignal | null } = {},
): Promise<Answer<Result>> {
  const headers = { 'content-type': 'application/json' };
  return ask<Result>(path, { method, headers, body: JSON.stringify(body), signal });
}

/** Addresses of what the page asks for first. */
export const ADDRESS = {
  session: '/api/session',
  firstView: (language: ReportLanguage): string => `/api/first-view/${language}`,
};

/** The requests of the page, by name. */
export const api = {
  session: () => ask<Session>(ADDRESS.session),
  firstView: (language: ReportLanguage) => ask<FirstView>(ADDRESS.firstView(language)),
  finding: () => ask<Finding>('/api/finding'),
  beside: () => ask<BesideFinding>('/api/beside'),
  report: (format: ReportFormat) => read(`/api/report/${format}`, (response) => response.blob()),
  exploreChoices: () => ask<ExploreChoices>('/api/explore/choices'),
  exploreSelections: (body: { selections: readonly AskedSelection[]; measure: SelectionMeasure }) =>
    send<Explored>('/api/explore/selections', body),
  exploreMentions: (body: {
    selection: AskedSelection;
    at: string | null;
    label: StanceLabel | null;
    offset: number;
  }) => send<ExploredMentions>('/api/explore/mentions', body),
};
