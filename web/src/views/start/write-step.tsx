import { useEffect, useState } from 'preact/hooks';
import type { DraftedStudy, StudyDraft } from '../../../../src/server/start/start-contract.ts';
import type { Problem } from '../../api/client.ts';
import { startApi } from '../../api/start.ts';
import { draftOf, type StartState } from './start-state.ts';
import type { StartWords } from './start-words.ts';

/** The study file that would be written is made again so long after the last change. */
const PAUSE_MS = 300;

/** The study file as it would be written, and the button that writes it. */
export function WriteStep(props: {
  readonly state: StartState;
  readonly words: StartWords;
  readonly onWritten: () => void;
}) {
  const { state, words, onWritten } = props;
  const study = draftOf(state);
  const { drafted, problem, setProblem } = useDraft(study);
  const [isBusy, setIsBusy] = useState(false);
  const write = (): void => {
    if (study === null || drafted === null) return;
    setIsBusy(true);
    startApi.write(study, drafted.existing).then(
      (answer) => {
        setIsBusy(false);
        if (answer.kind === 'result') onWritten();
        else setProblem(answer.problem);
      },
      () => setIsBusy(false),
    );
  };
  const isReady = drafted !== null && drafted.problems.length === 0 && !isBusy;
  return (
    <>
      {study === null && <p class="note">{words.missing}</p>}
      {problem !== null && (
        <p class="warning" role="alert">
          {problem.message} {problem.hint}
        </p>
      )}
      <DraftProblems {...{ drafted, words }} />
      {drafted !== null && (
        <details class="study-file">
          <summary>{words.file}</summary>
          <pre dir="auto">{drafted.text}</pre>
        </details>
      )}
      {drafted !== null && drafted.existing !== null && <p class="warning">{words.exists}</p>}
      <p class="buttons">
        <button type="button" class="main" disabled={!isReady} onClick={write}>
          {drafted !== null && drafted.existing !== null ? words.replace : words.write}
        </button>
      </p>
    </>
  );
}

function useDraft(study: StudyDraft | null) {
  const key = JSON.stringify(study);
  const [drafted, setDrafted] = useState<DraftedStudy | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    setDrafted(null);
    if (study === null) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      startApi.draft(study).then(
        (answer) => {
          if (!isWanted) return;
          setProblem(answer.kind === 'problem' ? answer.problem : null);
          if (answer.kind === 'result') setDrafted(answer.result);
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return { drafted, problem, setProblem };
}

function DraftProblems({
  drafted,
  words,
}: {
  readonly drafted: DraftedStudy | null;
  readonly words: StartWords;
}) {
  if (drafted === null || drafted.problems.length === 0) return null;
  return (
    <ul class="warning" role="alert">
      {drafted.problems.map(({ message, hint, line }) => (
        <li key={`${line} ${message}`}>
          {line === null ? '' : `${words.line} ${line}: `}
          {message}. {hint}
        </li>
      ))}
    </ul>
  );
}
