import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { deletionPath, readBeside } from '../pipeline/read-beside.ts';
import { multiversePath } from '../pipeline/read-multiverse.ts';
import { readFinding } from '../pipeline/run-study.ts';
import type { BesideFinding } from '../report/beside-finding.ts';
import { composeFirstView } from '../report/compose-first-view.ts';
import type { FirstView } from '../report/first-view.ts';
import type { ReportLanguage } from '../study/config.ts';

/** Reads what lies in the folder of a run. */
export type ReadResult<Result> = (out: string) => Promise<Result>;

/** Reads the finding of the run in a folder; null = there is none. */
export type ReadFinding = ReadResult<Finding | null>;

/** The finding of a run, read once for as long as its file is the same. */
export function keptFinding(): ReadFinding {
  return kept((out) => [join(out, 'finding.json')], readFinding);
}

/** What was computed after the finding, read once for as long as its files are the same. */
export function keptBeside(): ReadResult<BesideFinding> {
  return kept((out) => [multiversePath(out), deletionPath(out)], readBeside);
}

/**
 * Reads results once for as long as their files are the same: many ask for them at once, and they are large. A command puts a
 * new file in the place of the old, and an edit changes its time.
 */
function kept<Result>(pathsOf: (out: string) => string[], read: ReadResult<Result>): ReadResult<Result> {
  let last: { readonly key: string; readonly result: Promise<Result> } | null = null;
  return async (out) => {
    const key = (await Promise.all(pathsOf(out).map(stampOf))).join('\n');
    if (last?.key === key) return last.result;
    const result = read(out);
    last = { key, result };
    result.catch(() => {
      if (last?.result === result) last = null;
    });
    return result;
  };
}

async function stampOf(path: string): Promise<string> {
  const facts = await stat(path, { bigint: true }).catch(() => null);
  return facts === null ? `${path} –` : `${path} ${facts.ino} ${facts.size} ${facts.mtimeNs}`;
}

const FIRST_VIEWS = new WeakMap<Finding, Map<ReportLanguage, FirstView>>();

/** What a reader sees first of a finding, made once for each language. */
export function keptFirstView(finding: Finding, language: ReportLanguage): FirstView {
  const byLanguage = FIRST_VIEWS.get(finding) ?? new Map<ReportLanguage, FirstView>();
  FIRST_VIEWS.set(finding, byLanguage);
  const first = byLanguage.get(language) ?? composeFirstView(finding, language);
  byLanguage.set(language, first);
  return first;
}

const BYTES = new WeakMap<object, Uint8Array<ArrayBuffer>>();

/** A result as the bytes that are sent, made once for each. */
export function resultBytes(result: object): Uint8Array<ArrayBuffer> {
  const bytes = BYTES.get(result) ?? new TextEncoder().encode(JSON.stringify(result));
  BYTES.set(result, bytes);
  return bytes;
}
