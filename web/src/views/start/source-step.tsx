import { useEffect, useState } from 'preact/hooks';
import type { Recognised } from '../../../../src/server/start/start-contract.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';
import type { Problem } from '../../api/client.ts';
import { startApi } from '../../api/start.ts';
import type { PageMessages } from '../../messages/messages.ts';
import type { DraftSource } from './start-state.ts';
import type { StartWords } from './start-words.ts';

/** One source: what it was taken for, its first records, and what the reader may set right. */
export function SourceStep(props: {
  readonly source: DraftSource;
  readonly words: StartWords;
  readonly page: PageMessages;
  readonly language: ReportLanguage;
  readonly onChange: (changed: Partial<DraftSource>) => void;
}) {
  const { source, words, page, language, onChange } = props;
  const { problem, isBusy, recognise } = useRecognition(source, onChange);
  const { recognised } = source;
  return (
    <article class="source" aria-busy={isBusy}>
      <h3>
        {source.path} <span class="muted">{words.files(source.paths.length)}</span>
      </h3>
      {problem !== null && (
        <p class="warning" role="alert">
          {problem.code === 'offline' ? page.offline.join('. ') : `${problem.message}. ${problem.hint}`}
        </p>
      )}
      {recognised === null ? (
        problem === null && <p role="status">{page.loading}</p>
      ) : (
        <>
          <SourceForm {...{ source, recognised, words, onChange, recognise }} />
          <Mapping {...{ recognised, words }} onMap={(fields) => recognise(recognised.adapter, fields)} />
          <Preview {...{ recognised, words, language }} />
        </>
      )}
    </article>
  );
}

type Recognise = (
  adapter: string | null,
  fields: Readonly<Record<string, readonly string[]>> | null,
  timeZone?: string,
) => void;

function useRecognition(source: DraftSource, onChange: (changed: Partial<DraftSource>) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(true);
  const recognise: Recognise = (adapter, fields, timeZone = source.timeZone) => {
    setIsBusy(true);
    startApi.recognise({ path: source.path, adapter, fields, timeZone }).then(
      (answer) => {
        setIsBusy(false);
        setProblem(answer.kind === 'problem' ? answer.problem : null);
        if (answer.kind === 'result') onChange({ recognised: answer.result, timeZone });
      },
      () => setIsBusy(false),
    );
  };
  useEffect(() => {
    if (source.recognised === null) recognise(null, null);
    else setIsBusy(false);
  }, [source.path]);
  return { problem, isBusy, recognise };
}

function SourceForm(props: {
  readonly source: DraftSource;
  readonly recognised: Recognised;
  readonly words: StartWords;
  readonly onChange: (changed: Partial<DraftSource>) => void;
  readonly recognise: Recognise;
}) {
  const { source, recognised, words, onChange, recognise } = props;
  return (
    <div class="form-row">
      <label>
        <span>{words.format}</span>
        <select value={recognised.adapter} onChange={(event) => recognise(event.currentTarget.value, null)}>
          {recognised.candidates.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.speaker}</span>
        <select value={source.class} onChange={(event) => onChange({ class: event.currentTarget.value })}>
          {Object.entries(words.classes).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.zone}</span>
        <input
          value={source.timeZone}
          onChange={(event) =>
            recognise(recognised.adapter, recognised.fields, event.currentTarget.value.trim())
          }
        />
      </label>
    </div>
  );
}

function Mapping(props: {
  readonly recognised: Recognised;
  readonly words: StartWords;
  readonly onMap: (fields: Readonly<Record<string, readonly string[]>>) => void;
}) {
  const { recognised, words, onMap } = props;
  if (recognised.columns.length === 0) return <p class="note">{words.ownFields}</p>;
  const [field, column, examples] = words.columns;
  return (
    <div class="scroll">
      <table class="stack mapping">
        <thead>
          <tr>
            <th scope="col">{field}</th>
            <th scope="col">{column}</th>
            <th scope="col">{examples}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(words.field).map(([id, label]) => {
            const chosen = recognised.fields[id]?.[0] ?? '';
            const found = recognised.columns.find(({ name }) => name === chosen);
            return (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td data-label={column}>
                  <select
                    aria-label={`${label}: ${column}`}
                    value={chosen}
                    onChange={(event) => {
                      const { [id]: _, ...others } = recognised.fields;
                      const name = event.currentTarget.value;
                      onMap(name === '' ? others : { ...others, [id]: [name] });
                    }}
                  >
                    <option value="">{words.none}</option>
                    {recognised.columns.map(({ name }) => (
                      <option key={name}>{name}</option>
                    ))}
                  </select>
                </td>
                <td data-label={examples} class="examples">
                  <span dir="auto">{found?.examples.join(' · ') ?? ''}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Preview(props: {
  readonly recognised: Recognised;
  readonly words: StartWords;
  readonly language: ReportLanguage;
}) {
  const { recognised, words, language } = props;
  const format = new Intl.NumberFormat(language);
  const { nUsable, nRead, isWhole, days, rejected, rows } = recognised;
  const [day, author, text] = words.previewColumns;
  return (
    <>
      <p class={nUsable === 0 ? 'warning' : ''} role="status">
        <strong>{words.usable(format.format(nUsable), format.format(nRead), isWhole)}</strong>
        {days !== null && ` · ${words.days(days[0], days[1])}`}
      </p>
      {rejected.length > 0 && (
        <details open={nUsable === 0}>
          <summary>{words.rejected}</summary>
          <ul>
            {rejected.map(({ reason, n, detail }) => (
              <li key={reason}>
                {format.format(n)}: {detail}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="scroll">
        <table class="preview">
          <caption>{words.preview}</caption>
          <thead>
            <tr>
              <th scope="col">{day}</th>
              <th scope="col">{author}</th>
              <th scope="col">{text}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} class={row.day === null ? 'muted' : ''}>
                <td class="day">{row.day ?? '–'}</td>
                <td>{words.hasAuthor[row.hasAuthor ? 0 : 1]}</td>
                <td dir="auto">
                  {row.text}
                  {row.problem !== null && <small>{row.problem}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
