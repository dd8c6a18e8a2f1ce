import type { ReportContext } from '../report-context.ts';

/** What may be said of the headline's event, in words; null where the headline is of none. */
export function headlineVerdict({ finding, messages }: ReportContext): string | null {
  const { event, target, stratum } = finding.headline;
  const contrast = finding.events.find(
    (one) =>
      one.event === event && one.target === target && JSON.stringify(one.stratum) === JSON.stringify(stratum),
  );
  return contrast === undefined ? null : messages.tests.verdict[contrast.verdict];
}
