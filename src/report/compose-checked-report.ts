import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Report } from './block.ts';
import { composeReport } from './compose-report.ts';
import { lintReport } from './lint-report.ts';
import { strikeRefused } from './strike-refused.ts';

/** A report as it may be written: what has a number from elsewhere, or speaks of a population, does not stand in it. */
export function composeCheckedReport(finding: Finding, beside: BesideFinding = {}): Report {
  const report = composeReport(finding, beside);
  return strikeRefused(report, lintReport(report, finding, beside).problems);
}
