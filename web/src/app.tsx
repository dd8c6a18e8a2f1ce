import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { FINDING_VIEWS } from '../../src/domain/workbench-view.ts';
import type { Session } from '../../src/server/contract.ts';
import { LoadingView, ProblemView } from './blocks/state-view.tsx';
import { StudyNotice } from './blocks/study-notice.tsx';
import { TopBar } from './blocks/top-bar.tsx';
import type { PageMessages } from './messages/messages.ts';
import { PAGE_MESSAGES } from './messages/page-messages.ts';
import { usePlace } from './state/location.ts';
import { type Preferences, readPreferences, writePreferences } from './state/preferences.ts';
import { useFinding } from './state/use-finding.ts';
import { type RunControl, useRun } from './state/use-run.ts';
import { useSession } from './state/use-session.ts';
import { useView } from './state/use-view.ts';
import { openedView, viewsOf } from './views/open-views.ts';
import type { ViewProps } from './views/registry.ts';

/** The page: bar, what a run says, and the view. */
export function App() {
  const [preferences, setPreferences] = useState<Preferences>(() => readPreferences(localStorage));
  const [place, go] = usePlace();
  const [asked, askAgain] = useSession();
  const session = asked.kind === 'result' ? asked.result : null;
  const run = useRun(askAgain, session !== null && session.user.role !== 'coder');
  const language = preferences.language ?? session?.language ?? 'en';
  const words = PAGE_MESSAGES[language];
  const title = session?.title ?? 'Groundswell';
  const views = viewsOf(session);
  const view = openedView(place.view, session);
  const viewed = useView(view);
  const askFinding = useFinding(session?.runId ?? null);
  // The finding comes while the script of its view does; the overview first shows what it needs less for.
  useLayoutEffect(() => {
    if (session !== null && view !== 'overview' && FINDING_VIEWS.includes(view)) void askFinding();
  }, [askFinding, view, session === null]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-Hans' : language;
    if (preferences.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = preferences.theme;
  }, [preferences, language]);
  useEffect(() => {
    document.title = [words.view[view], title].join(' · ');
  }, [words, view, title]);
  const choose = (changed: Partial<Preferences>): void => {
    const chosen = { ...preferences, ...changed };
    writePreferences(localStorage, chosen);
    setPreferences(chosen);
  };
  const visit = (to: typeof view): void => {
    go(to);
    scrollTo(0, 0);
  };
  const bar = { title, language, words, views, view, theme: preferences.theme };
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <TopBar {...bar} onView={visit} onChange={choose} />
      {session !== null && view !== 'run' && view !== 'start' && (
        <StudyNotice {...{ session, run, language, words }} onDetails={() => visit('run')} />
      )}
      <main id="content" class="page" tabIndex={-1}>
        {asked.kind === 'problem' ? (
          <ProblemView problem={asked.problem} words={words} onRetry={askAgain} />
        ) : (
          <Content
            {...{ view, viewed, session, language, words, go, run, askFinding }}
            refresh={askAgain}
            search={place.search}
          />
        )}
      </main>
    </>
  );
}

/** The view, once it is loaded; made anew for another finding, so that it shows without a reload. */
function Content(
  props: Omit<ViewProps, 'session'> & {
    readonly session: Session | null;
    readonly viewed: ReturnType<typeof useView>;
    readonly words: PageMessages;
    readonly run: RunControl;
  },
) {
  const { view, viewed, session, words } = props;
  const [loaded, reload] = viewed;
  if (loaded.kind === 'problem')
    return <ProblemView problem={loaded.problem} words={words} onRetry={reload} />;
  if (session === null || loaded.kind === 'waiting' || loaded.result.name !== view)
    return <LoadingView words={words} />;
  return <loaded.result.View key={`${view} ${session.runId}`} {...props} session={session} />;
}
