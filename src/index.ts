/** What programs may build on. Everything else may change without notice. */

export type { Estimate, Measure, Period, Series } from './domain/estimate.ts';
export type { Exhibit } from './domain/exhibit.ts';
export type {
  EventContrast,
  Finding,
  FindingManifest,
  FindingStudy,
  Headline,
  Level,
  Limit,
  SourceHealth,
} from './domain/finding.ts';
export { BugError, SourceError, StudyError, StudyProblems } from './errors/errors.ts';
export { loadStudy } from './pipeline/load-study.ts';
export type { ProgressEvent } from './pipeline/progress.ts';
export type { RunOptions } from './pipeline/run-context.ts';
export type { RunManifest } from './pipeline/run-manifest.ts';
export { readFinding, runStudy } from './pipeline/run-study.ts';
export { renderReport } from './report/render-report.ts';
export type { SourceAdapter, SourceInput, SourceItem, SourceRecord } from './sources/adapter.ts';
export type { CodeWordAliases, CodeWordChoice } from './study/code-words/code-words.ts';
export { codeWordAliases } from './study/code-words/code-words.ts';
export type { StudyConfig } from './study/config.ts';
