import type { Problem } from '../../api/client.ts';

/** Why an article could not be checked, and what to do; nothing where it could. */
export function ProblemLine({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return null;
  return (
    <p role="alert" class="warning">
      {problem.message} {problem.hint}
    </p>
  );
}
