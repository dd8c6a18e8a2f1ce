import { useMemo } from 'preact/hooks';
import { openReport, type SectionComposer } from '../../../../src/report/compose-parts.ts';
import { ReportParts } from '../../blocks/report-parts.tsx';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { type Measured, readMeasured } from '../../state/read-measured.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useInTurn } from '../../state/use-in-turn.ts';
import type { View, ViewProps } from '../registry.ts';

/** A view of the finding that shows these sections of its report, once it is there. */
export function findingView(sections: readonly SectionComposer[]): View {
  return (props) => <FindingView {...props} compose={sections} />;
}

type FindingViewProps = ViewProps & { readonly compose: readonly SectionComposer[] };

function FindingView(props: FindingViewProps) {
  const [asked, retry] = useAnswer(() => readMeasured(props.askFinding), 'finding');
  if (asked.kind === 'waiting') return <LoadingView words={props.words} />;
  if (asked.kind === 'problem')
    return <ProblemView problem={asked.problem} words={props.words} onRetry={retry} />;
  return <MeasuredView {...props} {...asked.result} />;
}

/** The parts of the report that belong to one view, in the reader's language, section by section. */
function MeasuredView(props: FindingViewProps & Measured) {
  const { view, finding, beside, compose, language, words } = props;
  const report = useMemo(
    () => openReport({ ...finding, study: { ...finding.study, language } }, beside),
    [finding, beside, language],
  );
  const [made, isBusy] = useInTurn(compose, report.section);
  const sections = made.filter((section) => section !== null);
  return (
    <>
      <h1>{words.view[view]}</h1>
      <ReportParts {...{ report, sections, isBusy, words }} name={words.view[view]} />
    </>
  );
}
