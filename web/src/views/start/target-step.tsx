import type { DraftTarget } from './start-state.ts';
import type { StartWords } from './start-words.ts';

/** What people take a stance toward, and the words for it. */
export function TargetStep(props: {
  readonly targets: readonly DraftTarget[];
  readonly words: StartWords;
  readonly onChange: (targets: readonly DraftTarget[]) => void;
}) {
  const { targets, words, onChange } = props;
  const set = (at: number, changed: Partial<DraftTarget>): void =>
    onChange(targets.map((one, i) => (i === at ? { ...one, ...changed } : one)));
  return (
    <>
      <p class="note">{words.targetHint}</p>
      {targets.map((target, at) => (
        <TargetFields
          key={at}
          {...{ at, target, words }}
          set={(changed) => set(at, changed)}
          onRemove={targets.length > 1 ? () => onChange(targets.filter((_, i) => i !== at)) : null}
        />
      ))}
      <button
        type="button"
        onClick={() =>
          onChange([...targets, { label: '', aliases: '', exclude: '', placebo: targets.length > 0 }])
        }
      >
        {words.addTarget}
      </button>
    </>
  );
}

interface FieldProps {
  readonly at: number;
  readonly target: DraftTarget;
  readonly words: StartWords;
  readonly set: (changed: Partial<DraftTarget>) => void;
}

/** Without `onRemove` the only one stays. */
function TargetFields(props: FieldProps & { readonly onRemove: (() => void) | null }) {
  const { at, target, words, set, onRemove } = props;
  return (
    <fieldset class="target">
      <legend>
        {words.target} {at + 1}
      </legend>
      <label>
        <span>{words.label}</span>
        <input
          dir="auto"
          value={target.label}
          onInput={(event) => set({ label: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{words.aliases}</span>
        <textarea
          dir="auto"
          rows={3}
          value={target.aliases}
          aria-describedby={`aliases-hint-${at}`}
          onInput={(event) => set({ aliases: event.currentTarget.value })}
        />
      </label>
      <p class="note" id={`aliases-hint-${at}`}>
        {words.aliasesHint}
      </p>
      <label>
        <span>{words.exclude}</span>
        <input
          dir="auto"
          value={target.exclude}
          placeholder={words.excludeHint}
          onInput={(event) => set({ exclude: event.currentTarget.value })}
        />
      </label>
      <PlaceboChoice {...{ at, target, words, set }} />
      {onRemove !== null && (
        <button type="button" onClick={onRemove}>
          {words.remove}
        </button>
      )}
    </fieldset>
  );
}

function PlaceboChoice({ at, target, words, set }: FieldProps) {
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={target.placebo}
          aria-describedby={`placebo-hint-${at}`}
          onChange={(event) => set({ placebo: event.currentTarget.checked })}
        />
        <span>{words.placebo}</span>
      </label>
      <p class="note" id={`placebo-hint-${at}`}>
        {words.placeboHint}
      </p>
    </>
  );
}
