import { RunPanel } from '../../blocks/run-panel.tsx';
import { LoadingView } from '../../blocks/state-view.tsx';
import { RUN_WORDS } from '../../messages/run-words.ts';
import type { ViewProps } from '../registry.ts';

/** Runs of the study: start one, watch it, end it, read why it failed. */
export function RunView({ run, language, words: page }: ViewProps) {
  const words = RUN_WORDS[language];
  return (
    <>
      <h1>{page.view.run}</h1>
      <p>{words.intro.split('`').map((part, i) => (i % 2 === 1 ? <code key={part}>{part}</code> : part))}</p>
      {run.state === null ? (
        <LoadingView words={page} />
      ) : (
        <RunPanel {...{ run, words, language }} state={run.state} label={words.start} />
      )}
    </>
  );
}
