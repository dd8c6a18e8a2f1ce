import { useMemo } from 'preact/hooks';
import type { Finding } from '../../../../src/domain/finding.ts';
import type { BesideFinding } from '../../../../src/report/beside-finding.ts';
import { openReport, type SectionComposer } from '../../../../src/report/compose-parts.ts';
import { chartNotes } from '../../../../src/report/formats/chart-file.ts';
import { type Answer, api } from '../../api/client.ts';
import { LeadView } from '../../blocks/lead-view.tsx';
import { SaveReport } from '../../blocks/save-report.tsx';
import { SectionView } from '../../blocks/section-view.tsx';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import type { AskFinding } from '../../state/use-finding.ts';
import { useInTurn } from '../../state/use-in-turn.ts';
import type { View, ViewProps } from '../registry.ts';

interface Measured {
  readonly finding: Finding;
  readonly beside: BesideFinding;
}

async function readMeasured(askFinding: AskFinding): Promise<Answer<Measured>> {
  const [finding, beside] = await Promise.all([askFinding(), api.beside()]);
  if (finding.kind === 'problem') return finding;
  if (beside.kind === 'problem') return beside;
  return { kind: 'result', result: { finding: finding.result, beside: beside.result } };
}

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

/** The parts of the report that belong to one view, in the reader's language: the first screen at once, then section by section. */
function MeasuredView(props: FindingViewProps & Measured) {
  const { view, finding, beside, compose, language, words } = props;
  const report = useMemo(
    () => openReport({ ...finding, study: { ...finding.study, language } }, beside),
    [finding, beside, language],
  );
  const [made, isBusy] = useInTurn(compose, report.section);
  const sections = made.filter((section) => section !== null);
  const blockWords = { ...report.messages, reading: words.reading, save: words.save };
  return (
    <>
      {view === 'overview' ? (
        <LeadView
          lead={report.lead}
          verdict={report.verdict === null ? null : { label: words.verdict, text: report.verdict }}
        />
      ) : (
        <h1>{words.view[view]}</h1>
      )}
      {(isBusy || sections.length > 1) && (
        <nav class="on-page" aria-label={words.contents}>
          <ul>
            {sections.map(({ id, heading }) => (
              <li key={id}>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {!isBusy && sections.length === 0 && <p class="state">{words.empty}</p>}
      {view === 'overview' && <SaveReport studyId={finding.study.id} words={words} />}
      <div class="parts" aria-busy={isBusy}>
        {sections.map((section) => (
          <SectionView
            key={section.id}
            section={section}
            words={blockWords}
            notes={chartNotes(report, section.blocks)}
            isNamed={section.heading === words.view[view]}
          />
        ))}
      </div>
    </>
  );
}
