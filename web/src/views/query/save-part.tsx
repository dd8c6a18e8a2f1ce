import { useEffect, useState } from 'preact/hooks';
import type { EditedQuery, QueryDiff } from '../../../../src/server/query/query-contract.ts';
import type { Problem } from '../../api/client.ts';
import { queryApi } from '../../api/query.ts';
import type { QueryWords } from './query-words.ts';

interface SaveProps {
  readonly edited: EditedQuery;
  readonly isChanged: boolean;
  readonly file: string;
  readonly digest: string;
  readonly words: QueryWords;
  readonly onUndo: () => void;
  readonly onReload: () => void;
  readonly onSaved: () => void;
}

/** The change to the study file: shown first, then saved, never over the edit of another editor. */
export function SavePart(props: SaveProps) {
  const { edited, isChanged, digest, words, onUndo, onReload, onSaved } = props;
  const [diff, setDiff] = useState<QueryDiff | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => setDiff(null), [JSON.stringify(edited)]);
  const review = (): void => {
    queryApi.diff(edited, digest).then(
      (answer) => {
        setProblem(answer.kind === 'problem' ? answer.problem : null);
        if (answer.kind === 'result') setDiff(answer.result);
      },
      () => undefined,
    );
  };
  const save = (): void => {
    queryApi.save(edited, digest).then(
      (answer) => {
        if (answer.kind === 'result') onSaved();
        else setProblem(answer.problem);
      },
      () => undefined,
    );
  };
  return (
    <div class="save">
      {problem !== null && (
        <p class="warning" role="alert">
          {problem.message}. {problem.hint}{' '}
          <button type="button" onClick={onReload}>
            {words.reload}
          </button>
        </p>
      )}
      {diff === null ? (
        <p class="buttons">
          <button type="button" class="main" disabled={!isChanged} onClick={review}>
            {words.review}
          </button>
          <button type="button" disabled={!isChanged} onClick={onUndo}>
            {words.undo}
          </button>
        </p>
      ) : (
        <Review {...props} diff={diff} onBack={() => setDiff(null)} onSave={save} />
      )}
    </div>
  );
}

function Review(
  props: SaveProps & { readonly diff: QueryDiff; readonly onBack: () => void; readonly onSave: () => void },
) {
  const { diff, file, words, onBack, onSave } = props;
  return (
    <section class="review" aria-labelledby="review-heading">
      <h2 id="review-heading">{words.difference(file)}</h2>
      {diff.lines.length === 0 && <p>{words.unchanged}</p>}
      <ol class="diff">
        {diff.lines.map(({ kind, text, line }) => (
          <li key={`${kind}${line}`} class={kind === '-' ? 'out' : kind === '+' ? 'in' : ''}>
            <span class="line-number">{line}</span>
            <span class="sign" role="img" aria-label={words.lines[kind]}>
              {kind === '-' ? '−' : kind}
            </span>
            <code dir="auto">{text}</code>
          </li>
        ))}
      </ol>
      {diff.problems.map(({ message, hint }) => (
        <p key={message} class="warning">
          {message}. {hint}
        </p>
      ))}
      <p class="buttons">
        <button type="button" class="main" disabled={diff.problems.length > 0} onClick={onSave}>
          {words.save}
        </button>
        <button type="button" onClick={onBack}>
          {words.back}
        </button>
      </p>
    </section>
  );
}
