import { useId } from 'preact/hooks';
import type { AskedSelection, ExploreChoices } from '../../../../src/domain/explored.ts';
import {
  NONE,
  SELECTION_DIMENSIONS,
  type SelectionDimension,
} from '../../../../src/domain/mention-selection.ts';
import type { LocaleFormat } from '../../../../src/report/locale-format.ts';
import type { ExploreMessages } from '../../messages/explore-messages.ts';

const DAY = 86_400_000;

/** The last day of a half-open period, and back: people name the last day that they mean. */
function dayBefore(iso: string, days = 1): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}

interface Option {
  readonly id: string;
  readonly label: string;
}

/** A selection in words: the target, and all that narrows it. */
export function selectionText(selection: AskedSelection, of: FormWords): string {
  const { choices, words } = of;
  const nameOf = (options: readonly Option[], id: string): string =>
    options.find((one) => one.id === id)?.label ?? id;
  const narrowed = SELECTION_DIMENSIONS.flatMap((dimension) => {
    const value = selection[dimension];
    return value === null
      ? []
      : [`${words.dimension[dimension]}: ${nameOf(optionsOf(dimension, selection, of), value)}`];
  });
  const copies = selection.copies === 'once' ? [words.copies.once] : [];
  return [nameOf(choices.target, selection.target), ...narrowed, ...copies].join('; ');
}

/** The values of a dimension in words, in the order in which they are shown. */
function optionsOf(
  dimension: SelectionDimension,
  selection: Pick<AskedSelection, 'class'>,
  { choices, words, format }: FormWords,
): Option[] {
  switch (dimension) {
    case 'class':
      return [...choices.class];
    case 'source':
      return choices.source.filter((one) => selection.class === null || one.class === selection.class);
    case 'language':
      return choices.language.map((id) => ({ id, label: format.languageName(id) }));
    case 'region':
      return choices.region.map((id) => ({ id, label: id === NONE ? words.none.region : id }));
    case 'theme':
      return choices.theme.map(({ id, label }) => ({ id, label: id === NONE ? words.none.theme : label }));
    case 'voice':
      return choices.voice.map((id) => ({ id, label: words.voice[id] }));
  }
}

/** What a form is worded with. */
export interface FormWords {
  readonly choices: ExploreChoices;
  readonly words: ExploreMessages;
  readonly format: LocaleFormat;
}

/** One selection as a form; every change is told at once. */
export function SelectionForm(
  props: FormWords & {
    readonly title: string;
    readonly selection: AskedSelection;
    readonly onChange: (selection: AskedSelection) => void;
    readonly children?: preact.ComponentChildren;
  },
) {
  const { title, selection, choices, words, onChange } = props;
  const change = (part: Partial<AskedSelection>): void => {
    const next = { ...selection, ...part };
    const isOfClass = choices.source.some(
      (one) => one.id === next.source && (next.class === null || one.class === next.class),
    );
    onChange(isOfClass ? next : { ...next, source: null });
  };
  return (
    <fieldset class="selection">
      <legend>{title}</legend>
      <div class="fields">
        <Choose
          label={words.dimension.target}
          value={selection.target}
          options={choices.target}
          onChoose={(target) => change({ target })}
        />
        {SELECTION_DIMENSIONS.map((dimension) => (
          <Choose
            key={dimension}
            label={words.dimension[dimension]}
            value={selection[dimension] ?? ''}
            options={[{ id: '', label: words.all[dimension] }, ...optionsOf(dimension, selection, props)]}
            onChoose={(value) => change({ [dimension]: value === '' ? null : value })}
          />
        ))}
        <Choose
          label={words.dimension.copies}
          value={selection.copies}
          options={(['each', 'once'] as const).map((id) => ({ id, label: words.copies[id] }))}
          onChoose={(copies) => change({ copies: copies === 'once' ? 'once' : 'each' })}
        />
        <PeriodFields {...{ selection, choices, words }} onChange={change} />
      </div>
      {props.children}
    </fieldset>
  );
}

function PeriodFields(props: {
  readonly selection: AskedSelection;
  readonly choices: ExploreChoices;
  readonly words: ExploreMessages;
  readonly onChange: (part: Partial<AskedSelection>) => void;
}) {
  const { selection, choices, words, onChange } = props;
  const [first, last] = [choices.periods[0]?.start ?? '', dayBefore(choices.periods.at(-1)?.end ?? '')];
  const { from, to } = selection;
  const typed = (event: Event): string | null => (event.currentTarget as HTMLInputElement).value || null;
  const field = (label: string, value: string, onInput: (value: string | null) => void) => (
    <label>
      <span>{label}</span>
      <input type="date" min={first} max={last} value={value} onChange={(event) => onInput(typed(event))} />
    </label>
  );
  return (
    <>
      {field(words.dimension.from, from ?? first, (value) => onChange({ from: value }))}
      {field(words.dimension.to, to === null ? last : dayBefore(to), (value) =>
        onChange({ to: value === null ? null : dayBefore(value, -1) }),
      )}
      {(from !== null || to !== null) && (
        <button type="button" class="quiet" onClick={() => onChange({ from: null, to: null })}>
          {words.wholePeriod}
        </button>
      )}
    </>
  );
}

/** A labelled list of values. */
export function Choose(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}) {
  // A value of a link that is not in the list stays to be seen.
  const id = useId();
  const isKnown = props.options.some((one) => one.id === props.value);
  return (
    <label>
      <span id={id}>{props.label}</span>
      <select
        aria-labelledby={id}
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        {!isKnown && <option value={props.value}>{props.value}</option>}
        {props.options.map(({ id: value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
