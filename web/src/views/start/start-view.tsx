import './start.css';
import { useEffect, useState } from 'preact/hooks';
import type { ListedFiles } from '../../../../src/server/start/start-contract.ts';
import { startApi } from '../../api/start.ts';
import { RunPanel } from '../../blocks/run-panel.tsx';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { RUN_WORDS } from '../../messages/run-words.ts';
import { useAnswer } from '../../state/use-answer.ts';
import type { ViewProps } from '../registry.ts';
import { SourceStep } from './source-step.tsx';
import { groupFiles, newStart, type StartState } from './start-state.ts';
import { START_WORDS, type StartWords } from './start-words.ts';
import { StudyStep } from './study-step.tsx';
import { TargetStep } from './target-step.tsx';
import { WriteStep } from './write-step.tsx';

/** The way from a folder of files to a first finding; of a study that is there, its first run. */
export function StartView(props: ViewProps) {
  const { session, run, language } = props;
  const words = START_WORDS[language];
  const [isWritten, setIsWritten] = useState(false);
  if (session.stage === 'no-study')
    return (
      <NewStudy
        {...props}
        onWritten={() => {
          setIsWritten(true);
          props.refresh();
          run.start();
        }}
      />
    );
  return (
    <>
      <h1>{session.title ?? words.title}</h1>
      <p>{isWritten ? words.written : words.ready}</p>
      {run.state !== null && (
        <RunPanel
          {...{ run, language }}
          state={run.state}
          words={RUN_WORDS[language]}
          label={RUN_WORDS[language].start}
        />
      )}
    </>
  );
}

function NewStudy(props: ViewProps & { readonly onWritten: () => void }) {
  const { language, words: page, onWritten } = props;
  const words = START_WORDS[language];
  const [listed, listAgain] = useAnswer(startApi.files, 'files');
  const [state, setState] = useState<StartState>(() => newStart(language));
  const change = (changed: Partial<StartState>): void => setState((before) => ({ ...before, ...changed }));
  useEffect(() => change({ language }), [language]);
  const step = (at: number) => ({ number: at + 1, title: words.steps[at] as string });
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <Step {...step(0)}>
        {listed.kind === 'waiting' ? (
          <LoadingView words={page} />
        ) : listed.kind === 'problem' ? (
          <ProblemView problem={listed.problem} words={page} onRetry={listAgain} />
        ) : (
          <Files
            listed={listed.result}
            {...{ state, words }}
            again={page.again}
            onAgain={listAgain}
            onChoose={(chosen) => {
              const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
              setState((before) => ({
                ...before,
                chosen,
                sources: groupFiles(chosen, before.sources, zone),
              }));
            }}
          />
        )}
      </Step>
      <Step {...step(1)}>
        {state.sources.length === 0 && <p class="note">{words.chooseFirst}</p>}
        <Sources {...{ state, words, language, page, setState }} />
      </Step>
      <Step {...step(2)}>
        <TargetStep targets={state.targets} words={words} onChange={(targets) => change({ targets })} />
      </Step>
      <Step {...step(3)}>
        <StudyStep state={state} words={words} onChange={change} />
      </Step>
      <Step {...step(4)}>
        <WriteStep {...{ state, words, onWritten }} />
      </Step>
    </>
  );
}

function Sources(props: {
  readonly state: StartState;
  readonly words: StartWords;
  readonly language: ViewProps['language'];
  readonly page: ViewProps['words'];
  readonly setState: (change: (before: StartState) => StartState) => void;
}) {
  const { state, words, language, page, setState } = props;
  return (
    <>
      {state.sources.map((source) => (
        <SourceStep
          key={source.path}
          {...{ source, words, language }}
          page={page}
          onChange={(changed) =>
            setState((before) => ({
              ...before,
              sources: before.sources.map((one) => (one.path === source.path ? { ...one, ...changed } : one)),
            }))
          }
        />
      ))}
    </>
  );
}

function Step(props: {
  readonly number: number;
  readonly title: string;
  readonly children?: preact.ComponentChildren;
}) {
  const id = `step-${props.number}`;
  return (
    <section class="start-step" aria-labelledby={id}>
      <h2 id={id}>
        <span class="step-number" aria-hidden="true">
          {props.number}
        </span>{' '}
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function Files(props: {
  readonly listed: ListedFiles;
  readonly state: StartState;
  readonly words: StartWords;
  readonly again: string;
  readonly onAgain: () => void;
  readonly onChoose: (chosen: readonly string[]) => void;
}) {
  const { listed, state, words, again, onAgain, onChoose } = props;
  if (listed.files.length === 0)
    return (
      <>
        <p>{words.noFiles}</p>
        <button type="button" onClick={onAgain}>
          {again}
        </button>
      </>
    );
  const toggle = (path: string, isOn: boolean): void =>
    onChoose(isOn ? [...state.chosen, path] : state.chosen.filter((one) => one !== path));
  return (
    <fieldset class="files">
      <legend>{words.filesIn(listed.folder)}</legend>
      {listed.files.map(({ path, bytes }) => (
        <label key={path} class="file">
          <input
            type="checkbox"
            checked={state.chosen.includes(path)}
            onChange={(event) => toggle(path, event.currentTarget.checked)}
          />
          <span class="path">{path}</span> <span class="muted">{sizeOf(bytes)}</span>
        </label>
      ))}
      {listed.isCut && <p class="note">{words.cut}</p>}
    </fieldset>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
