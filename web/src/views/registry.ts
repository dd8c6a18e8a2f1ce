import type { ComponentType } from 'preact';
import type { ViewName } from '../../../src/domain/workbench-view.ts';
import type { Session } from '../../../src/server/contract.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import type { PageMessages } from '../messages/messages.ts';

/** What every view is given. */
export interface ViewProps {
  readonly view: ViewName;
  /** What stands in the address after the view, from `?` on: a view keeps there what a link must bring back. */
  readonly search: string;
  readonly session: Session;
  readonly language: ReportLanguage;
  readonly words: PageMessages;
  /** Leads to a view; `search` begins with `?` or is empty. */
  readonly go: (view: ViewName, search?: string) => void;
}

/** A view as a component. */
export type View = ComponentType<ViewProps>;

const finding = (): Promise<View> => import('./finding-view.tsx').then((found) => found.FindingView);

/** Where each view is loaded from, when it is first looked at. */
export const LOAD_VIEW: Readonly<Record<ViewName, () => Promise<View>>> = {
  overview: finding,
  explore: () => import('./explore/explore-view.tsx').then((found) => found.ExploreView),
  why: finding,
  claims: finding,
  method: finding,
};
