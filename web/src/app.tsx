import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { api } from './api/client.ts';
import { LoadingView, ProblemView } from './blocks/state-view.tsx';
import { TopBar } from './blocks/top-bar.tsx';
import { PAGE_MESSAGES } from './messages/messages.ts';
import { usePlace } from './state/location.ts';
import { type Preferences, readPreferences, writePreferences } from './state/preferences.ts';
import { useAnswer } from './state/use-answer.ts';
import { useView } from './state/use-view.ts';

/** The page: bar, view, and what stands there until the view is known. */
export function App() {
  const [preferences, setPreferences] = useState<Preferences>(() => readPreferences(localStorage));
  const [place, go] = usePlace();
  const [asked, retry] = useAnswer(api.session, 'session');
  const [loaded, reload] = useView(place.view);
  const session = asked.kind === 'result' ? asked.result : null;
  const language = preferences.language ?? session?.language ?? 'en';
  const words = PAGE_MESSAGES[language];
  const title = session?.title ?? 'Groundswell';
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-Hans' : language;
    if (preferences.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = preferences.theme;
  }, [preferences, language]);
  useEffect(() => {
    document.title = [words.view[place.view], title].join(' · ');
  }, [words, place.view, title]);
  const choose = (changed: Partial<Preferences>): void => {
    const chosen = { ...preferences, ...changed };
    writePreferences(localStorage, chosen);
    setPreferences(chosen);
  };
  const visit = (view: typeof place.view): void => {
    go(view);
    scrollTo(0, 0);
  };
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <TopBar
        {...{ title, language, words }}
        view={place.view}
        theme={preferences.theme}
        onView={visit}
        onChange={choose}
      />
      {session?.isChanged === true && (
        <p class="notice" role="status">
          {words.changed}
        </p>
      )}
      <main id="content" class="page" tabIndex={-1}>
        {asked.kind === 'problem' && <ProblemView problem={asked.problem} words={words} onRetry={retry} />}
        {loaded.kind === 'problem' && asked.kind !== 'problem' && (
          <ProblemView problem={loaded.problem} words={words} onRetry={reload} />
        )}
        {asked.kind !== 'problem' &&
          loaded.kind !== 'problem' &&
          (session === null || loaded.kind === 'waiting' || loaded.result.name !== place.view ? (
            <LoadingView words={words} />
          ) : (
            <loaded.result.View {...place} {...{ session, language, words, go }} />
          ))}
      </main>
    </>
  );
}
