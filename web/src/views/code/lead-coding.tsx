import { useEffect, useState } from 'preact/hooks';
import { createLocaleFormat } from '../../../../src/report/locale-format.ts';
import type { LedCodings } from '../../../../src/server/coding/contract.ts';
import type { Problem } from '../../api/client.ts';
import { codingApi } from '../../api/coding.ts';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { AuditPanel } from './audit-panel.tsx';
import type { CodeProps } from './code-props.ts';
import { DrawForm } from './draw-form.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import { WavePanel } from './wave-panel.tsx';

/** Milliseconds between two looks at how far coders are. */
const PAUSE = 4_000;

/** The state of all waves, for those who lead the coding; a reader changes nothing. */
export function LeadCoding(props: CodeProps) {
  const { words, code, language, session } = props;
  const [led, problem, reload] = useLed();
  const format = createLocaleFormat(language);
  const isAnalyst = session.user.role === 'analyst';
  if (problem !== null && led === null)
    return <ProblemView problem={problem} words={words} onRetry={reload} />;
  if (led === null) return <LoadingView words={words} />;
  const part = { ...props, led, format, reload };
  return (
    <>
      <h1>{code.heading}</h1>
      <p>{code.intro}</p>
      {problem !== null && (
        <p class="notice" role="alert">
          {problem.code === 'offline' ? words.offline[0] : problem.message}
        </p>
      )}
      <div class="code-parts">
        <section class="part" aria-labelledby="waves">
          <h2 id="waves">{code.lead.waves}</h2>
          {led.waves.length === 0 && <p class="note">{code.lead.none}</p>}
          {led.waves.map((wave) => (
            <WavePanel key={wave.wave} {...part} wave={wave} />
          ))}
        </section>
        <ResultPanel {...part} />
        {isAnalyst && <DrawForm {...part} />}
        {isAnalyst && <PeoplePanel {...part} />}
        {isAnalyst && <AuditPanel {...part} />}
      </div>
    </>
  );
}

/** Looks again and again, so that what coders do shows while they do it; not while the page is hidden. */
function useLed(): readonly [LedCodings | null, Problem | null, () => void] {
  const [led, setLed] = useState<LedCodings | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    let timer = 0;
    const look = async (): Promise<void> => {
      if (!document.hidden || led === null) {
        const answer = await codingApi.waves();
        if (!isWanted) return;
        setProblem(answer.kind === 'problem' ? answer.problem : null);
        if (answer.kind === 'result') setLed(answer.result);
      }
      timer = setTimeout(look, PAUSE) as unknown as number;
    };
    void look();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [attempt]);
  return [led, problem, () => setAttempt((n) => n + 1)];
}
