import type { Problem } from '../api/client.ts';
import type { PageMessages } from '../messages/messages.ts';

/** What stands where a view will be: the room is kept, so that nothing jumps. */
export function LoadingView({ words }: { readonly words: PageMessages }) {
  return (
    <div class="state" role="status">
      <div class="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p>{words.loading}</p>
    </div>
  );
}

/** A problem with its remedy, and the way to try again. */
export function ProblemView(props: {
  readonly problem: Problem;
  readonly words: PageMessages;
  readonly onRetry: () => void;
}) {
  const { problem, words, onRetry } = props;
  const [title, remedy] =
    problem.code === 'offline' ? words.offline : [problem.message || words.problem, problem.hint];
  return (
    <div class="state" role="alert">
      <h2>{title}</h2>
      <p>{remedy}</p>
      <button type="button" onClick={onRetry}>
        {words.again}
      </button>
    </div>
  );
}
