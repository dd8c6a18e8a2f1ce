import { useState } from 'preact/hooks';
import type { EditedQuery, Suggestions } from '../../../../src/server/query/query-contract.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';
import type { Answer } from '../../api/client.ts';
import { queryApi } from '../../api/query.ts';
import type { QueryWords } from './query-words.ts';

type Suggestion = Suggestions['suggestions'][number];

/** Words that the documents hold and the query misses, each to be added by a button. */
export function SuggestPart(props: {
  readonly edited: EditedQuery;
  readonly words: QueryWords;
  readonly language: ReportLanguage;
  readonly onAdd: (suggestion: Suggestion) => void;
}) {
  const { edited, words, language, onAdd } = props;
  const [answer, setAnswer] = useState<Answer<Suggestions> | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [added, setAdded] = useState<readonly string[]>([]);
  const format = new Intl.NumberFormat(language);
  const look = (): void => {
    setIsBusy(true);
    queryApi.suggest(edited).then(
      (one) => {
        setIsBusy(false);
        setAdded([]);
        setAnswer(one);
      },
      () => setIsBusy(false),
    );
  };
  const found = answer?.kind === 'result' ? answer.result.suggestions : null;
  const open = found?.filter(({ word }) => !added.includes(word)) ?? [];
  return (
    <section class="suggest" aria-labelledby="suggest-heading" aria-busy={isBusy}>
      <h2 id="suggest-heading">{words.suggestions}</h2>
      <button type="button" onClick={look} disabled={isBusy}>
        {words.suggest}
      </button>
      {answer?.kind === 'problem' && (
        <p class="warning" role="alert">
          {answer.problem.message} {answer.problem.hint}
        </p>
      )}
      {found?.length === 0 && <p role="status">{words.noSuggestions}</p>}
      <ul>
        {open.map((one) => (
          <SuggestionRow
            key={`${one.kind} ${one.word}`}
            {...{ one, words, format }}
            onAdd={() => {
              setAdded([...added, one.word]);
              onAdd(one);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function SuggestionRow(props: {
  readonly one: Suggestion;
  readonly words: QueryWords;
  readonly format: Intl.NumberFormat;
  readonly onAdd: () => void;
}) {
  const { one, words, format, onAdd } = props;
  return (
    <li>
      <span>
        <strong dir="auto">{one.word}</strong>{' '}
        <span class="muted">
          {words.kinds[one.kind]} · {words.counts(format.format(one.nMissed), format.format(one.nNear))}
          {one.ambiguous && ` · ${words.ambiguous}`}
        </span>
      </span>
      <button type="button" aria-label={`${words.add}: ${one.word}`} onClick={onAdd}>
        {words.add}
      </button>
    </li>
  );
}
