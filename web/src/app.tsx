import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Session } from '../../src/server/contract.ts';
import { api } from './api/client.ts';
import { LoadingView, ProblemView } from './blocks/state-view.tsx';
import { TopBar } from './blocks/top-bar.tsx';
import { PAGE_MESSAGES } from './messages/messages.ts';
import { usePlace } from './state/location.ts';
import { type Preferences, readPreferences, writePreferences } from './state/preferences.ts';
import { useAnswer } from './state/use-answer.ts';
import { FindingView } from './views/finding-view.tsx';

async function readAll() {
  const [session, finding, multiverse] = await Promise.all([api.session(), api.finding(), api.multiverse()]);
  if (session.kind === 'problem') return session;
  if (finding.kind === 'problem') return finding;
  if (multiverse.kind === 'problem') return multiverse;
  return {
    kind: 'result' as const,
    result: { session: session.result, finding: finding.result, multiverse: multiverse.result },
  };
}

/** The page: bar, view, and what stands there until the view is known. */
export function App() {
  const [preferences, setPreferences] = useState<Preferences>(() => readPreferences(localStorage));
  const [place, go] = usePlace();
  const [asked, retry] = useAnswer(readAll, 'finding');
  const session: Session | null = asked.kind === 'result' ? asked.result.session : null;
  const language = preferences.language ?? session?.language ?? 'en';
  const words = PAGE_MESSAGES[language];
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-Hans' : language;
    if (preferences.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = preferences.theme;
  }, [preferences, language]);
  useEffect(() => {
    document.title = [words.view[place.view], session?.title ?? 'Groundswell'].join(' · ');
  }, [words, place.view, session]);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <TopBar
        title={session?.title ?? 'Groundswell'}
        view={place.view}
        language={language}
        theme={preferences.theme}
        words={words}
        onView={(view) => {
          go(view);
          scrollTo(0, 0);
        }}
        onChange={(changed) => {
          const chosen = { ...preferences, ...changed };
          writePreferences(localStorage, chosen);
          setPreferences(chosen);
        }}
      />
      {session?.isChanged === true && (
        <p class="notice" role="status">
          {words.changed}
        </p>
      )}
      <main id="content" class="page" tabIndex={-1}>
        {asked.kind === 'waiting' && <LoadingView words={words} />}
        {asked.kind === 'problem' && <ProblemView problem={asked.problem} words={words} onRetry={retry} />}
        {asked.kind === 'result' && (
          <FindingView view={place.view} {...asked.result} language={language} words={words} />
        )}
      </main>
    </>
  );
}
