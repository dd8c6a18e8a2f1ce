import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RunStage, RunState } from '../../../src/server/runs/run-state.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import { RUN_WORDS, type RunWords } from '../messages/run-words.ts';
import { isUnderWay, type RunControl } from '../state/use-run.ts';

/** What stands under the bar: how far a run is, or how it ended. Loaded with the first run that is news. */
export function RunStrip(props: {
  readonly run: RunControl;
  readonly language: ReportLanguage;
  /** What stands here where there is nothing to say of a run. */
  readonly otherwise: ComponentChildren;
  readonly onDetails: () => void;
}) {
  const { run, language, otherwise, onDetails } = props;
  const { state } = run;
  const words = RUN_WORDS[language];
  const [hidden, setHidden] = useState<number | null>(null);
  const isOld = state === null || !run.isNews || state.number === hidden;
  if (run.refused !== null && !isUnderWay(state))
    return (
      <div class="notice run-strip" role="alert">
        <p>
          <strong>{run.refused.message || words.status.failed}</strong> {run.refused.hint}
        </p>
        <AgainButton run={run} words={words} />
      </div>
    );
  if (state !== null && isUnderWay(state))
    return <UnderWay {...{ state, run, words, language, onDetails }} />;
  if (!isOld && (state.status === 'failed' || state.status === 'cancelled'))
    return (
      <div class="notice run-strip" role={state.status === 'failed' ? 'alert' : 'status'}>
        <p>
          <strong>{words.status[state.status]}.</strong>{' '}
          {state.problems[0] === undefined
            ? words.explained[state.status]
            : `${state.problems[0].message}. ${state.problems[0].hint}`}
        </p>
        <AgainButton run={run} words={words} />
        <button type="button" onClick={onDetails}>
          {words.details}
        </button>
      </div>
    );
  if (otherwise !== null) return <>{otherwise}</>;
  if (isOld || state.status !== 'done') return null;
  return (
    <div class="run-strip done" role="status">
      <p>
        <strong>{words.status.done}.</strong> {words.explained.done} {words.took(state.seconds)}
      </p>
      <button type="button" onClick={() => setHidden(state.number)}>
        {words.hide}
      </button>
    </div>
  );
}

function AgainButton({ run, words }: { readonly run: RunControl; readonly words: RunWords }) {
  return (
    <button type="button" onClick={run.start}>
      {words.again}
    </button>
  );
}

function UnderWay(props: {
  readonly state: RunState;
  readonly run: RunControl;
  readonly words: RunWords;
  readonly language: ReportLanguage;
  readonly onDetails: () => void;
}) {
  const { state, run, words, language, onDetails } = props;
  return (
    <div class="run-strip">
      <RunProgress {...{ state, words, language }} />
      <button type="button" onClick={run.cancel} disabled={state.status === 'cancelling'}>
        {words.cancel}
      </button>
      <button type="button" onClick={onDetails}>
        {words.details}
      </button>
    </div>
  );
}

/** How far a run is: its stage, a bar, and what is left. */
export function RunProgress(props: {
  readonly state: RunState;
  readonly words: RunWords;
  readonly language: ReportLanguage;
}) {
  const { state, words, language } = props;
  const stage = state.stages.findLast(({ isDone }) => !isDone) ?? null;
  const share = stage === null || stage.total === 0 ? null : stage.done / stage.total;
  const name = stage === null ? words.status[state.status] : (words.stages[stage.stage] ?? stage.stage);
  return (
    <div class="run-progress">
      <p role="status">
        <strong>{name}</strong>
        {stage !== null && <span class="muted"> {left(stage, words, language)}</span>}
      </p>
      <progress aria-label={words.progress} {...(share === null ? {} : { value: share })} max={1} />
    </div>
  );
}

function left(
  { done, total, unit, secondsLeft }: RunStage,
  words: RunWords,
  language: ReportLanguage,
): string {
  if (total === 0 || done === 0) return '…';
  const format = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(
    Math.floor((100 * done) / total) / 100,
  );
  const counts = unit === 'bytes' ? share : `${format.format(done)} / ${format.format(total)} · ${share}`;
  return secondsLeft === null ? counts : `${counts} · ${words.secondsLeft(secondsLeft)}`;
}
