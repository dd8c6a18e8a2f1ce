import type { OwnCodings, OwnItem } from '../../../../src/server/coding/contract.ts';
import type { CodeMessages } from '../../messages/code/code-messages.ts';
import { type Command, type Desk, KEYED_LABELS } from './coding-desk.ts';

interface ControlProps {
  readonly desk: Desk;
  readonly item: OwnItem | undefined;
  readonly themes: OwnCodings['themes'];
  readonly code: CodeMessages;
  readonly isClosed: boolean;
  readonly act: (command: Command) => void;
}

/** Labels, marks and moves as buttons, each with its key. */
export function DeskControls(props: ControlProps) {
  const { desk, item, code, isClosed, act } = props;
  const isOff = isClosed || item === undefined;
  return (
    <div class="controls">
      <fieldset class="labels" aria-label={code.heading}>
        {KEYED_LABELS.map((label, index) => (
          <button
            key={label}
            type="button"
            class={`label ${label}`}
            aria-pressed={item?.label === label}
            disabled={isOff}
            title={code.rule[label]}
            onClick={() => act({ kind: 'label', label })}
          >
            <span>{code.label[label]}</span> <Key text={String(index + 1)} />
          </button>
        ))}
      </fieldset>
      <MarkButtons {...props} isOff={isOff} />
      <div class="moves">
        <button type="button" disabled={desk.at === 0} onClick={() => act({ kind: 'back' })}>
          {code.desk.back} <Key text="←" />
        </button>
        <button type="button" disabled={item === undefined} onClick={() => act({ kind: 'next' })}>
          {code.desk.next} <Key text="→" />
        </button>
        <button
          type="button"
          disabled={isClosed || desk.past.length === 0}
          onClick={() => act({ kind: 'undo' })}
        >
          {code.desk.undo} <Key text="Z" />
        </button>
        <button type="button" onClick={() => act({ kind: 'open' })}>
          {code.desk.toFirstOpen}
        </button>
      </div>
    </div>
  );
}

/** Themes and whose words: what goes with the label. */
function MarkButtons({ item, themes, code, isOff, act }: ControlProps & { readonly isOff: boolean }) {
  const marks = [
    { text: code.desk.quoted, key: 'Q', is: item?.isQuoted === true, command: { kind: 'quoted' } as const },
    ...themes.map(({ id, label }, index) => ({
      text: label,
      key: index < 9 ? `⇧${index + 1}` : '',
      is: item?.themes.includes(id) === true,
      command: { kind: 'theme', theme: id } as const,
    })),
  ];
  return (
    <fieldset class="marks" aria-label={code.desk.themes}>
      {marks.map(({ text, key, is, command }) => (
        <button
          key={text}
          type="button"
          class="chip"
          aria-pressed={is}
          disabled={isOff}
          onClick={() => act(command)}
        >
          {text} <Key text={key} />
        </button>
      ))}
    </fieldset>
  );
}

function Key({ text }: { readonly text: string }) {
  return text === '' ? null : (
    <kbd>
      <span aria-hidden="true">{text}</span>
    </kbd>
  );
}
