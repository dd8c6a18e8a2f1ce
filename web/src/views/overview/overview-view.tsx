import { useMemo } from 'preact/hooks';
import type { SectionComposer } from '../../../../src/report/compose-parts.ts';
import { type FirstView, openFirstView } from '../../../../src/report/first-view.ts';
import { api } from '../../api/client.ts';
import { MakesFolded } from '../../blocks/folded.tsx';
import { LeadView } from '../../blocks/lead-view.tsx';
import { ReportParts } from '../../blocks/report-parts.tsx';
import { SaveReport } from '../../blocks/save-report.tsx';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import { useInTurn } from '../../state/use-in-turn.ts';
import type { ViewProps } from '../registry.ts';
import { loadWhole } from './load-whole.ts';

const NONE: readonly SectionComposer[] = [];
const nothing = (): null => null;

/** The first screen of the report and the index as they come, drawn; then the other sections, made here from the whole finding. */
export function OverviewView(props: ViewProps) {
  const [asked, retry] = useAnswer(() => api.firstView(props.language), 'first');
  if (asked.kind === 'waiting') return <LoadingView words={props.words} />;
  if (asked.kind === 'problem')
    return <ProblemView problem={asked.problem} words={props.words} onRetry={retry} />;
  return <Overview {...props} first={asked.result} />;
}

function Overview(props: ViewProps & { readonly first: FirstView }) {
  const { first, language, words, askFinding, view } = props;
  const opened = useMemo(() => openFirstView(first), [first]);
  const [asked, again] = useAnswer(() => loadWhole(askFinding), 'whole');
  const whole = asked.kind === 'result' ? asked.result : null;
  const report = useMemo(() => whole?.open(language) ?? null, [whole, language]);
  // What came drawn stands as long as nobody asks for another language, and no run has ended since.
  const isFirst = report === null || (first.language === language && first.runId === whole?.runId);
  const compose = whole === null ? NONE : isFirst ? whole.later : whole.all;
  const [made, isMaking] = useInTurn(compose, report?.section ?? nothing);
  const shown = isFirst ? opened : report;
  const sections = [...(isFirst ? [opened.section] : []), ...made].filter((section) => section !== null);
  const isBusy = asked.kind === 'waiting' || isMaking;
  return (
    <>
      <LeadView
        lead={shown.lead}
        verdict={shown.verdict === null ? null : { label: words.verdict, text: shown.verdict }}
      />
      <MakesFolded.Provider value={asked.kind !== 'waiting'}>
        <ReportParts report={shown} {...{ sections, isBusy, words }} name={words.view[view]}>
          <SaveReport studyId={first.studyId} words={words} />
        </ReportParts>
      </MakesFolded.Provider>
      {asked.kind === 'problem' && <ProblemView problem={asked.problem} words={words} onRetry={again} />}
    </>
  );
}
