import type { CodeMessages } from '../../messages/code/code-messages.ts';
import { isPassing, type Sending } from './use-queue.ts';

/** Whether everything is kept by the server, and what to do where it is not. */
export function SendingView({ sending, code }: { readonly sending: Sending; readonly code: CodeMessages }) {
  const { nWaiting, problem } = sending;
  const n = String(nWaiting);
  if (problem === null || nWaiting === 0)
    return (
      <p role="status" class="sent">
        {nWaiting === 0 ? `✓ ${code.sent.all}` : code.sent.sending}
      </p>
    );
  if (isPassing(problem))
    return (
      <p role="status" class="sent waiting">
        {code.sent.waiting(n)}
      </p>
    );
  return (
    <div role="alert" class="sent waiting">
      <p>
        {code.sent.refused(n)} {problem.message}: {problem.hint}
      </p>
      <button type="button" onClick={sending.again}>
        {code.sent.again}
      </button>{' '}
      <button type="button" onClick={sending.drop}>
        {code.sent.drop}
      </button>
    </div>
  );
}
