import type { Disagreement, Label } from '../../../../src/server/coding/contract.ts';
import { codingApi } from '../../api/coding.ts';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import { ActionProblem } from './action-problem.tsx';
import type { CodeProps } from './code-props.ts';
import { KEYED_LABELS } from './coding-desk.ts';
import { PassageText } from './passage-view.tsx';
import { useAction } from './use-action.ts';

/** Mentions of which coders say different things, for the analyst to settle with them. */
export function SettleView(props: CodeProps & { readonly wave: string }) {
  const { wave, code, words, go } = props;
  const [asked, reload] = useAnswer(() => codingApi.disagreements(wave), wave);
  return (
    <>
      <h1>{code.settle.title(wave)}</h1>
      <p>
        <a
          href="/code"
          onClick={(event) => {
            event.preventDefault();
            go('code');
          }}
        >
          {code.desk.leave}
        </a>
      </p>
      <p>{code.settle.intro}</p>
      {asked.kind === 'waiting' && <LoadingView words={words} />}
      {asked.kind === 'problem' && <ProblemView problem={asked.problem} words={words} onRetry={reload} />}
      {asked.kind === 'result' && asked.result.length === 0 && <p class="state">{code.settle.none}</p>}
      {asked.kind === 'result' && (
        <ol class="differences">
          {asked.result.map((one) => (
            <DifferenceView key={one.id} {...props} one={one} onChange={reload} />
          ))}
        </ol>
      )}
    </>
  );
}

function DifferenceView(
  props: CodeProps & { readonly wave: string; readonly one: Disagreement; readonly onChange: () => void },
) {
  const { one, wave, code, words, onChange } = props;
  const action = useAction();
  const settle = (label: Label | null): void => {
    const coding = { id: crypto.randomUUID(), mention: one.id, label, themes: [], isQuoted: false };
    action.run(() => codingApi.settle(wave, [coding]), onChange);
  };
  return (
    <li data-mention={one.id}>
      <h2>{code.desk.question(one.target)}</h2>
      <PassageText item={one} />
      <p>
        {one.labels.map(({ coder, label }) => (
          <span key={coder} class="said">
            {coder}: <strong>{code.label[label]}</strong>
          </span>
        ))}
      </p>
      <fieldset class="labels" aria-label={code.settle.settled}>
        {KEYED_LABELS.map((label) => (
          <button
            key={label}
            type="button"
            class={`label ${label}`}
            aria-pressed={one.settled === label}
            disabled={action.isBusy}
            onClick={() => settle(label)}
          >
            {code.label[label]}
          </button>
        ))}
      </fieldset>
      <p class="note">
        {one.settled === null ? (
          code.settle.open
        ) : (
          <>
            {code.settle.settled}: {code.label[one.settled]}{' '}
            <button type="button" disabled={action.isBusy} onClick={() => settle(null)}>
              {code.settle.takeBack}
            </button>
          </>
        )}
      </p>
      <ActionProblem problem={action.problem} words={words} />
    </li>
  );
}
