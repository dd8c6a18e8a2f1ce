import type { ComponentType } from 'preact';
import type { ViewName } from '../../../src/domain/workbench-view.ts';
import type { SectionComposer } from '../../../src/report/compose-parts.ts';
import type { Session } from '../../../src/server/contract.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import type { PageMessages } from '../messages/messages.ts';
import type { AskFinding } from '../state/use-finding.ts';
import type { RunControl } from '../state/use-run.ts';

/** What every view is given. */
export interface ViewProps {
  readonly view: ViewName;
  /** What stands in the address after the view, from `?` on: a view keeps there what a link must bring back. */
  readonly search: string;
  readonly session: Session;
  readonly language: ReportLanguage;
  readonly words: PageMessages;
  /** The run of the study, and the ways to start and to end one. */
  readonly run: RunControl;
  /** Asks for the finding of the last run: once for all views. */
  readonly askFinding: AskFinding;
  /** Asks again how the study stands. */
  readonly refresh: () => void;
  /** Leads to a view; `search` begins with `?` or is empty. */
  readonly go: (view: ViewName, search?: string) => void;
}

/** A view as a component. */
export type View = ComponentType<ViewProps>;

const finding = async (loadSections: () => Promise<readonly SectionComposer[]>): Promise<View> => {
  const [{ findingView }, sections] = await Promise.all([
    import('./finding/finding-view.tsx'),
    loadSections(),
  ]);
  return findingView(sections);
};

/** Where each view is loaded from. */
const LOAD_VIEW: Readonly<Record<ViewName, () => Promise<View>>> = {
  overview: () => import('./overview/overview-view.tsx').then((found) => found.OverviewView),
  explore: () => import('./explore/explore-view.tsx').then((found) => found.ExploreView),
  why: () => finding(async () => (await import('./finding/why-sections.ts')).WHY_SECTIONS),
  where: () => finding(async () => (await import('./finding/where-sections.ts')).WHERE_SECTIONS),
  claims: () => finding(async () => (await import('./finding/claims-sections.ts')).CLAIMS_SECTIONS),
  article: () => import('./article/article-view.tsx').then((found) => found.ArticleView),
  method: () => finding(async () => (await import('./finding/method-sections.ts')).METHOD_SECTIONS),
  code: () => import('./code/code-view.tsx').then((found) => found.CodeView),
  query: () => import('./query/query-view.tsx').then((found) => found.QueryView),
  run: () => import('./run/run-view.tsx').then((found) => found.RunView),
  start: () => import('./start/start-view.tsx').then((found) => found.StartView),
};

const LOADED = new Map<ViewName, Promise<View>>();

/** Loads a view when it is first looked at; what failed is loaded again. */
export function loadView(name: ViewName): Promise<View> {
  const loaded = LOADED.get(name) ?? LOAD_VIEW[name]();
  LOADED.set(name, loaded);
  loaded.catch(() => LOADED.delete(name));
  return loaded;
}
