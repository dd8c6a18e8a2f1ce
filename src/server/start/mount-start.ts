import type { Hono } from 'hono';
import { mount } from '../route.ts';
import { START_ROUTES } from './start-contract.ts';
import type { StartService } from './start-service.ts';

/** Answers the requests of the guided start. */
export function mountStart(app: Hono, start: StartService): void {
  mount(app, START_ROUTES.listFiles, () => start.files());
  mount(app, START_ROUTES.recognise, ({ fields, ...asked }) =>
    start.recognise({ ...asked, fields: fields as Readonly<Record<string, readonly string[]>> | null }),
  );
  mount(app, START_ROUTES.draftStudy, (study) => start.draft(study));
  mount(app, START_ROUTES.writeStudy, ({ study, replace }) => start.write(study, replace));
}
