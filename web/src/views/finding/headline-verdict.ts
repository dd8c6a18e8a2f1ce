import type { Finding } from '../../../../src/domain/finding.ts';
import { createReportContext } from '../../../../src/report/report-context.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';

/** What may be said of the headline's event, in words; null where the headline is of none. */
export function headlineVerdict(finding: Finding, language: ReportLanguage): string | null {
  const { event, target, stratum } = finding.headline;
  const contrast = finding.events.find(
    (one) =>
      one.event === event && one.target === target && JSON.stringify(one.stratum) === JSON.stringify(stratum),
  );
  if (contrast === undefined) return null;
  const { messages } = createReportContext({ ...finding, study: { ...finding.study, language } });
  return messages.tests.verdict[contrast.verdict];
}
