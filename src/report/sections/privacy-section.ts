import { CELL_AUTHORS } from '../../domain/smallest-cell.ts';
import type { Section } from '../block.ts';
import { TRANSLATION_MESSAGES } from '../messages/translation-messages.ts';
import type { ReportContext } from '../report-context.ts';

/** What is kept of people, for how long, and what is shown of it; absent in findings that do not say. */
export function composePrivacy({ finding, messages, format }: ReportContext): Section | null {
  const { privacy, classes } = finding.study;
  if (privacy === undefined) return null;
  const words = messages.privacy;
  const names = publishedNames(classes, format);
  const leftOut = (reason: string): number =>
    finding.health.reduce((sum, one) => sum + (one.rejectedByReason[reason] ?? 0), 0);
  const days = privacy.retentionDays;
  const quoted = words.quoted[privacy.profile](names);
  return {
    id: 'data-protection',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.stored },
      { kind: 'paragraph', text: words.pseudonyms },
      {
        kind: 'list',
        items: [
          quoted,
          ...(privacy.profile === 'none' ? [] : [words.privateWords[privacy.privateWords]]),
          words.removed,
          ...sentOut(finding),
          words.withheld(format.count(CELL_AUTHORS)),
          words.kept(days === null ? null : format.count(days)),
          words.leftOut(format.count(leftOut('forgotten')), format.count(leftOut('past-retention'))),
        ],
      },
    ],
  };
}

/** Whom the study let see words of posts. */
function sentOut({ manifest, study }: ReportContext['finding']): string[] {
  const words = TRANSLATION_MESSAGES[study.language];
  return manifest.annotators.flatMap(({ layer, kind, name, version }) => {
    const named = `${name} (${version})`;
    if (layer === 'translation') return [words.given(kind, named)];
    return layer === 'stance' && kind === 'endpoint' ? [words.stanceSent(named)] : [];
  });
}

/** Classes whose words are published speech; null = none. */
export function publishedNames(
  classes: ReportContext['finding']['study']['classes'],
  format: ReportContext['format'],
): string | null {
  const published = classes.filter((one) => one.speaker !== undefined && one.speaker !== 'private');
  return published.length === 0 ? null : format.list(published.map((one) => one.label));
}
