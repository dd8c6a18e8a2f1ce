import { useState } from 'preact/hooks';
import { articleApi } from '../../api/article.ts';
import type { Problem } from '../../api/client.ts';
import type { ArticleWords } from './article-words.ts';
import { ProblemLine } from './problem-line.tsx';

/** As the command line has it. */
const MOST_BYTES = 500_000;

/** Takes the text of an article and has it checked. */
export function PasteForm(props: {
  readonly words: ArticleWords;
  readonly onChecked: (name: string) => void;
}) {
  const { words, onChecked } = props;
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isTooLong = new TextEncoder().encode(text).length > MOST_BYTES;
  const check = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const answer = await articleApi.check(name.trim(), text);
    setBusy(false);
    if (answer.kind === 'problem') setProblem(answer.problem);
    else onChecked(answer.result.name);
  };
  return (
    <form class="article-paste" onSubmit={check}>
      <label>
        <span>{words.name}</span>
        <input
          required
          maxLength={80}
          pattern="[\p{L}\p{N}][\p{L}\p{N} _\-]*"
          title={words.nameHint}
          dir="auto"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <small class="note">{words.nameHint}</small>
      </label>
      <label>
        <span>{words.text}</span>
        <textarea
          required
          rows={14}
          dir="auto"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {isTooLong && (
        <p role="alert" class="warning">
          {words.tooLong}
        </p>
      )}
      <p>
        <button type="submit" disabled={isBusy || isTooLong}>
          {words.check}
        </button>
      </p>
      <p role="status">{isBusy ? words.checking : ''}</p>
      <ProblemLine problem={problem} />
    </form>
  );
}
