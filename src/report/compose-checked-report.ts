import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Report } from './block.ts';
import { composeReport } from './compose-report.ts';
import { checkReport } from './lint-report.ts';

/**
 * A report as it may be written: every number bound to the finding, no word of a population.
 * @throws {StudyError} `report/unbound-number`, `report/population-word`
 */
export function composeCheckedReport(finding: Finding, beside: BesideFinding = {}): Report {
  return checkReport(composeReport(finding, beside), finding, beside);
}
