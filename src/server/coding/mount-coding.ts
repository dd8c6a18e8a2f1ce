import type { Context, Hono } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import type { AuditLog } from '../accounts/audit-log.ts';
import { mount } from '../route.ts';
import type { RunService } from '../runs/run-service.ts';
import type { CodingDesk } from './coding-desk.ts';
import { CODING_ROUTES } from './contract.ts';

/** What the routes of the view Code answer with. */
export interface CodingParts {
  readonly desk: CodingDesk;
  readonly accounts: Accounts;
  readonly log: AuditLog;
}

/** Lines of the log that are shown. */
const SHOWN = 200;

/** Adds the requests of the view Code, and of accounts. */
export function mountCoding(app: Hono, { desk, accounts, log }: CodingParts, runs: RunService): void {
  const who = (context: Context) => context.get('user');
  const param = (context: Context, name: string): string => context.req.param(name) ?? '';
  mount(app, CODING_ROUTES.codingWaves, () => desk.waves());
  mount(app, CODING_ROUTES.codingDraw, (body, c) => desk.draw(who(c), body));
  mount(app, CODING_ROUTES.codingAssign, ({ coders }, c) => desk.assign(who(c), param(c, 'wave'), coders));
  mount(app, CODING_ROUTES.codingOwn, (_, c) => desk.own(who(c)));
  mount(app, CODING_ROUTES.codingRecord, (body, c) => desk.record(who(c), param(c, 'wave'), body.codings));
  mount(app, CODING_ROUTES.codingDisagreements, (_, c) => desk.disagreements(param(c, 'wave')));
  mount(app, CODING_ROUTES.codingSettle, (body, c) => desk.settle(who(c), param(c, 'wave'), body.codings));
  mount(app, CODING_ROUTES.codingClose, (body, c) => desk.close(who(c), param(c, 'wave'), body.isClosed));
  const table = (text: string, name: string, c: Context): Response =>
    c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    });
  mount(app, CODING_ROUTES.codingExport, async (_, c) => {
    const wave = param(c, 'wave');
    return table(await desk.exported(who(c), wave), wave, c);
  });
  mount(app, CODING_ROUTES.codingAgreement, async (_, c) => {
    const wave = param(c, 'wave');
    return table(await desk.agreement(wave), `${wave}-agreement`, c);
  });
  mount(app, CODING_ROUTES.codingMeasure, async (_, c) => {
    const state = await runs.start();
    await desk.noteMeasuring(who(c));
    return state;
  });
  mount(app, CODING_ROUTES.codingResult, () => desk.result());
  mount(app, CODING_ROUTES.accounts, async () => [...(await accounts.list())]);
  mount(app, CODING_ROUTES.invite, async ({ name, role }, c) => {
    const token = await accounts.invite(name, role);
    await log.add(who(c), { deed: 'invite', about: name });
    return { token };
  });
  mount(app, CODING_ROUTES.revoke, async (_, c) => {
    const name = param(c, 'name');
    const isRevoked = await accounts.revoke(name);
    if (isRevoked) await log.add(who(c), { deed: 'revoke', about: name });
    return { isRevoked };
  });
  mount(app, CODING_ROUTES.audit, async () => [...(await log.last(SHOWN))]);
}
