import type { RunState } from '../../../src/server/runs/run-state.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import type { RunWords } from '../messages/run-words.ts';
import { isUnderWay, type RunControl } from '../state/use-run.ts';
import { RunProgress } from './run-strip.tsx';

/** A run with its steps, and the button that starts or ends one. */
export function RunPanel(props: {
  readonly run: RunControl;
  readonly state: RunState;
  readonly words: RunWords;
  readonly language: ReportLanguage;
  /** What the button says where none was started yet. */
  readonly label: string;
}) {
  const { run, state, words, language, label } = props;
  const underWay = isUnderWay(state);
  return (
    <section class={`run-panel ${state.status}`} aria-labelledby="run-status">
      <h2 id="run-status">{words.status[state.status]}</h2>
      <p>{words.explained[state.status]}</p>
      {run.refused !== null && (
        <p class="warning" role="alert">
          {run.refused.message} {run.refused.hint}
        </p>
      )}
      {underWay && <RunProgress {...{ state, words, language }} />}
      <Problems state={state} words={words} />
      <p class="buttons">
        {underWay ? (
          <button type="button" onClick={run.cancel} disabled={state.status === 'cancelling'}>
            {words.cancel}
          </button>
        ) : (
          <button type="button" class="main" onClick={run.start}>
            {state.status === 'none' ? label : words.again}
          </button>
        )}
      </p>
      {state.estimate !== null && <p class="note">{estimateOf(state.estimate, words, language)}</p>}
      <Steps {...{ state, words, language }} />
      {state.warnings.length > 0 && (
        <>
          <h3>{words.warnings}</h3>
          <ul>
            {state.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Problems({ state, words }: { readonly state: RunState; readonly words: RunWords }) {
  if (state.problems.length === 0) return null;
  return (
    <div class="run-problems" role="alert">
      <h3>{words.problems}</h3>
      <ul>
        {state.problems.map(({ code, message, hint, line }) => (
          <li key={`${code} ${line} ${message}`}>
            <strong>
              {line === null ? '' : `${words.line} ${line}: `}
              {message}
            </strong>
            <br />
            {hint}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Steps(props: {
  readonly state: RunState;
  readonly words: RunWords;
  readonly language: ReportLanguage;
}) {
  const { state, words, language } = props;
  if (state.stages.length === 0) return null;
  const [step, rows, time] = words.columns;
  const format = new Intl.NumberFormat(language);
  return (
    <div class="scroll">
      <table class="steps">
        <thead>
          <tr>
            <th scope="col">{step}</th>
            <th scope="col" class="number">
              {rows}
            </th>
            <th scope="col" class="number">
              {time}
            </th>
          </tr>
        </thead>
        <tbody>
          {state.stages.map((stage) => (
            <tr key={stage.stage}>
              <th scope="row">
                <span class={`step-mark ${stage.isDone ? 'done' : 'open'}`} aria-hidden="true">
                  {stage.isDone ? '✓' : '…'}
                </span>{' '}
                {words.stages[stage.stage] ?? stage.stage}
              </th>
              <td class="number">{stage.rows === 0 ? '–' : format.format(stage.rows)}</td>
              <td class="number">{stage.isSkipped ? words.upToDate : words.took(stage.seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function estimateOf(
  { nAsked, model, host, cost, currency }: NonNullable<RunState['estimate']>,
  words: RunWords,
  language: ReportLanguage,
): string {
  const format = new Intl.NumberFormat(language);
  return words.estimate({
    n: format.format(nAsked),
    model,
    host,
    cost: cost === null ? null : `${format.format(cost)} ${currency ?? ''}`.trim(),
  });
}
