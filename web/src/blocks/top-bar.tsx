import { useEffect, useRef } from 'preact/hooks';
import type { ViewName } from '../../../src/domain/workbench-view.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import type { PageMessages } from '../messages/messages.ts';
import { LANGUAGES, type Preferences, THEMES, type Theme } from '../state/preferences.ts';

const LANGUAGE_NAMES: Readonly<Record<ReportLanguage, string>> = { en: 'English', ru: 'Русский', zh: '中文' };

/** The study, the views, and what the reader may choose. */
export function TopBar(props: {
  readonly title: string;
  readonly view: ViewName;
  /** Those that can be gone to, in order. */
  readonly views: readonly ViewName[];
  readonly language: ReportLanguage;
  readonly theme: Theme;
  readonly words: PageMessages;
  readonly onView: (view: ViewName) => void;
  readonly onChange: (changed: Partial<Preferences>) => void;
}) {
  const { title, view, views, language, theme, words, onView, onChange } = props;
  const visit = (event: MouseEvent, to: ViewName): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onView(to);
  };
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone the views do not fit beside each other: the one at hand shows.
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [view, words]);
  return (
    <header class="bar">
      <p class="study" title={title} dir="auto">
        <img src="/icon.svg" alt="" width="20" height="20" /> <span>{title}</span>
      </p>
      <nav aria-label={words.views}>
        <ul>
          {views.map((one) => (
            <li key={one}>
              <a
                href={`/${one}`}
                {...(one === view ? { 'aria-current': 'page' as const, ref: current } : {})}
                onClick={(event) => visit(event, one)}
              >
                {words.view[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="choices">
        <Choice
          label={words.language}
          value={language}
          options={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
          onChoose={(chosen) => onChange({ language: chosen })}
        />
        <Choice
          label={words.theme}
          value={theme}
          options={THEMES.map((one) => [one, words.themes[one]])}
          onChoose={(chosen) => onChange({ theme: chosen })}
        />
      </div>
    </header>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}) {
  const { label, value, options, onChoose } = props;
  return (
    <select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        const found = options.find(([one]) => one === event.currentTarget.value);
        if (found !== undefined) onChoose(found[0]);
      }}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}
