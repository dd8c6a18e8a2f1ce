import type { Problem } from '../../api/client.ts';
import type { PageMessages } from '../../messages/messages.ts';

/** What stood in the way of something that was asked for, with its remedy. */
export function ActionProblem({
  problem,
  words,
}: {
  readonly problem: Problem | null;
  readonly words: PageMessages;
}) {
  if (problem === null) return null;
  const [what, remedy] = problem.code === 'offline' ? words.offline : [problem.message, problem.hint];
  return (
    <p class="warning" role="alert">
      {what || words.problem}. {remedy}
    </p>
  );
}
