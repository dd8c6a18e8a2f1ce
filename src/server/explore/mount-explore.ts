import type { Hono } from 'hono';
import type { Explorer } from '../../pipeline/open-explorer.ts';
import { mount } from '../route.ts';
import { EXPLORE_ROUTES } from './contract.ts';

/** Answers requests about selections of mentions. */
export function mountExplore(app: Hono, explorer: Explorer): void {
  mount(app, EXPLORE_ROUTES.exploreChoices, () => explorer.choices());
  mount(app, EXPLORE_ROUTES.exploreSelections, (asked) => explorer.selections(asked));
  mount(app, EXPLORE_ROUTES.exploreMentions, (asked) => explorer.mentions(asked));
}
