import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../../src/server/contract.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import type { PageMessages } from '../messages/messages.ts';
import { isUnderWay, type RunControl } from '../state/use-run.ts';
import type { RunStrip } from './run-strip.tsx';

/** What stands under the bar: a run, once there is one to speak of, else that the study was edited after its finding. */
export function StudyNotice(props: {
  readonly session: Session;
  readonly run: RunControl;
  readonly language: ReportLanguage;
  readonly words: PageMessages;
  readonly onDetails: () => void;
}) {
  const { session, run, language, words, onDetails } = props;
  const isNeeded = isUnderWay(run.state) || run.isNews || run.refused !== null;
  const [strip, setStrip] = useState<{ readonly Strip: typeof RunStrip } | null>(null);
  useEffect(() => {
    if (isNeeded)
      import('./run-strip.tsx').then(
        (loaded) => setStrip({ Strip: loaded.RunStrip }),
        () => undefined,
      );
  }, [isNeeded]);
  const changed = session.isChanged ? (
    <div class="notice run-strip" role="status">
      <p>{words.changed}</p>
      <button type="button" onClick={run.start}>
        {words.runAgain}
      </button>
    </div>
  ) : null;
  return strip === null ? changed : <strip.Strip {...{ run, language, onDetails }} otherwise={changed} />;
}
