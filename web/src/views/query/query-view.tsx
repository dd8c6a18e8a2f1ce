import './query.css';
import { useEffect, useState } from 'preact/hooks';
import type { Queries } from '../../../../src/server/query/query-contract.ts';
import { queryApi } from '../../api/query.ts';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import type { ViewProps } from '../registry.ts';
import { PreviewPart } from './preview-part.tsx';
import { editedOf, type TypedQuery, typedOf, withSuggestion } from './query-state.ts';
import { QUERY_WORDS, type QueryWords } from './query-words.ts';
import { SavePart } from './save-part.tsx';
import { SuggestPart } from './suggest-part.tsx';

/** The words of each target: edited, tried at once, and saved to the study file. */
export function QueryView(props: ViewProps) {
  const { words: page, language } = props;
  const words = QUERY_WORDS[language];
  const [asked, again] = useAnswer(queryApi.queries, 'queries');
  return (
    <>
      <h1>{page.view.query}</h1>
      <p>{words.intro}</p>
      {asked.kind === 'waiting' && <LoadingView words={page} />}
      {asked.kind === 'problem' && <ProblemView problem={asked.problem} words={page} onRetry={again} />}
      {asked.kind === 'result' && (
        <Builder key={asked.result.digest} {...props} queries={asked.result} onReload={again} />
      )}
    </>
  );
}

function Builder(props: ViewProps & { readonly queries: Queries; readonly onReload: () => void }) {
  const { queries, language, words: page, refresh, onReload } = props;
  const words = QUERY_WORDS[language];
  const [id, setId] = useState(queries.targets[0]?.id ?? '');
  const target = queries.targets.find((one) => one.id === id);
  const [typed, setTyped] = useState<TypedQuery | null>(target === undefined ? null : typedOf(target));
  useEffect(() => {
    if (target !== undefined) setTyped(typedOf(target));
  }, [id]);
  if (target === undefined || typed === null) return null;
  const edited = editedOf(typed);
  const isChanged = JSON.stringify(edited) !== JSON.stringify(editedOf(typedOf(target)));
  return (
    <div class="query">
      <div class="query-edit">
        <TargetChoice {...{ queries, id, words }} onChoose={setId} />
        <Terms {...{ typed, words }} part="aliases" onChange={setTyped} />
        <Terms {...{ typed, words }} part="exclude" onChange={setTyped} />
        <p class="note">{words.hint}</p>
        {target.codeWords.length > 0 && (
          <p class="note">
            {words.codeWords}: {target.codeWords.join(', ')}
          </p>
        )}
        <SavePart
          {...{ edited, isChanged, words }}
          file={queries.file}
          digest={queries.digest}
          onUndo={() => setTyped(typedOf(target))}
          onReload={onReload}
          onSaved={() => {
            refresh();
            onReload();
          }}
        />
        <SuggestPart
          {...{ edited, words, language }}
          onAdd={(suggestion) => setTyped(withSuggestion(typed, suggestion))}
        />
      </div>
      <PreviewPart {...{ edited, words, language, page }} />
    </div>
  );
}

function TargetChoice(props: {
  readonly queries: Queries;
  readonly id: string;
  readonly words: QueryWords;
  readonly onChoose: (id: string) => void;
}) {
  const { queries, id, words, onChoose } = props;
  return (
    <label class="query-target">
      <span>{words.target}</span>
      <select value={id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {queries.targets.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Terms(props: {
  readonly part: 'aliases' | 'exclude';
  readonly typed: TypedQuery;
  readonly words: QueryWords;
  readonly onChange: (typed: TypedQuery) => void;
}) {
  const { part, typed, words, onChange } = props;
  return (
    <fieldset class="terms">
      <legend>{words[part]}</legend>
      {typed[part].map((group, at) => (
        <label key={group.language}>
          <span>
            {group.language === '' || group.language === 'und' ? words.anyLanguage : group.language}
          </span>
          <textarea
            dir="auto"
            rows={2}
            spellcheck={false}
            value={group.text}
            onInput={(event) => {
              const text = event.currentTarget.value;
              onChange({
                ...typed,
                [part]: typed[part].map((one, i) => (i === at ? { ...one, text } : one)),
              });
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
