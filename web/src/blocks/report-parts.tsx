import type { Report, Section } from '../../../src/report/block.ts';
import { chartNotes } from '../../../src/report/formats/chart-file.ts';
import type { PageMessages } from '../messages/messages.ts';
import { SectionView } from './section-view.tsx';

/** Sections of a report, as far as they are made, under a list of them. */
export function ReportParts(props: {
  readonly report: Parameters<typeof chartNotes>[0] & {
    readonly messages: Pick<Report['messages'], 'colon' | 'dataBehindChart' | 'hash' | 'original'>;
  };
  readonly sections: readonly Section[];
  /** More are to come. */
  readonly isBusy: boolean;
  /** A heading that the view has already. */
  readonly name: string;
  readonly words: PageMessages;
  /** Stands between the list and the sections. */
  readonly children?: preact.ComponentChildren;
}) {
  const { report, sections, isBusy, name, words } = props;
  const blockWords = { ...report.messages, reading: words.reading, save: words.save };
  return (
    <>
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
      {props.children}
      <div class="parts" aria-busy={isBusy}>
        {sections.map((section) => (
          <SectionView
            key={section.id}
            section={section}
            words={blockWords}
            notes={chartNotes(report, section.blocks)}
            isNamed={section.heading === name}
          />
        ))}
      </div>
    </>
  );
}
