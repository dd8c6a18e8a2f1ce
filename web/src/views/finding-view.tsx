import { useMemo } from 'preact/hooks';
import type { Finding } from '../../../src/domain/finding.ts';
import type { Multiverse } from '../../../src/domain/multiverse.ts';
import { composeReport } from '../../../src/report/compose-report.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import { LeadView } from '../blocks/lead-view.tsx';
import { SectionView } from '../blocks/section-view.tsx';
import type { PageMessages } from '../messages/messages.ts';
import type { ViewName } from '../state/location.ts';
import { headlineVerdict } from './headline-verdict.ts';
import { sectionsOf } from './view-sections.ts';

/** One view of the finding: the parts of the report that belong together, in the reader's language. */
export function FindingView(props: {
  readonly view: ViewName;
  readonly finding: Finding;
  readonly multiverse: Multiverse | null;
  readonly language: ReportLanguage;
  readonly words: PageMessages;
}) {
  const { view, finding, multiverse, language, words } = props;
  const report = useMemo(
    () => composeReport({ ...finding, study: { ...finding.study, language } }, { multiverse }),
    [finding, multiverse, language],
  );
  const sections = sectionsOf(view, report.sections);
  const blockWords = { ...report.messages, reading: words.reading };
  const verdict = headlineVerdict(finding, language);
  return (
    <>
      {view === 'overview' ? (
        <LeadView
          lead={report.lead}
          verdict={verdict === null ? null : { label: words.verdict, text: verdict }}
        />
      ) : (
        <h1>{words.view[view]}</h1>
      )}
      {sections.length > 1 && (
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
      {sections.length === 0 && <p class="state">{words.empty}</p>}
      <div class="parts">
        {sections.map((section) => (
          <SectionView key={section.id} section={section} words={blockWords} />
        ))}
      </div>
    </>
  );
}
