import { daysOf, type StartState } from './start-state.ts';
import type { StartWords } from './start-words.ts';

const BINS = ['day', 'week', 'month'] as const;

interface StudyStepProps {
  readonly state: StartState;
  readonly words: StartWords;
  readonly onChange: (changed: Partial<StartState>) => void;
}

/** Title, question and days of the study. */
export function StudyStep(props: StudyStepProps) {
  const { state, words, onChange } = props;
  const found = daysOf(state.sources);
  const isPart = state.sources.some(({ recognised }) => recognised?.isWhole === false);
  return (
    <div class="study-form">
      <label>
        <span>{words.studyTitle}</span>
        <input
          dir="auto"
          value={state.title}
          maxLength={200}
          onInput={(event) => onChange({ title: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{words.question}</span>
        <input
          dir="auto"
          value={state.question}
          maxLength={1000}
          placeholder={words.questionHint}
          onInput={(event) => onChange({ question: event.currentTarget.value })}
        />
      </label>
      <div class="form-row">
        <label>
          <span>{words.first}</span>
          <input
            type="date"
            value={state.first || (found?.[0] ?? '')}
            onChange={(event) => onChange({ first: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{words.last}</span>
          <input
            type="date"
            value={state.last || (found?.[1] ?? '')}
            onChange={(event) => onChange({ last: event.currentTarget.value })}
          />
        </label>
        <BinChoice {...{ state, words, onChange }} />
      </div>
      {isPart && <p class="note">{words.partRead}</p>}
    </div>
  );
}

function BinChoice({ state, words, onChange }: StudyStepProps) {
  return (
    <label>
      <span>{words.bin}</span>
      <select
        value={state.bin}
        onChange={(event) => {
          const bin = BINS.find((one) => one === event.currentTarget.value);
          if (bin !== undefined) onChange({ bin });
        }}
      >
        {BINS.map((bin) => (
          <option key={bin} value={bin}>
            {words.bins[bin]}
          </option>
        ))}
      </select>
    </label>
  );
}
