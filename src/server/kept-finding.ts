import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { readFinding } from '../pipeline/run-study.ts';

/** Reads the finding of the run in a folder; null = there is none. */
export type ReadFinding = (out: string) => Promise<Finding | null>;

/**
 * Reads a finding once for as long as its file is the same: many ask for it at once, and it is large. A run puts a new file
 * in its place, and an edit changes its time.
 */
export function keptFinding(): ReadFinding {
  let kept: { readonly key: string; readonly finding: Promise<Finding | null> } | null = null;
  return async (out) => {
    const path = join(out, 'finding.json');
    const facts = await stat(path, { bigint: true }).catch(() => null);
    if (facts === null) return readFinding(out);
    const key = `${path} ${facts.ino} ${facts.size} ${facts.mtimeNs}`;
    if (kept?.key === key) return kept.finding;
    const finding = readFinding(out);
    kept = { key, finding };
    finding.catch(() => {
      if (kept?.finding === finding) kept = null;
    });
    return finding;
  };
}

const BYTES = new WeakMap<Finding, Uint8Array<ArrayBuffer>>();

/** A finding as the bytes that are sent, made once for each. */
export function findingBytes(finding: Finding): Uint8Array<ArrayBuffer> {
  const bytes = BYTES.get(finding) ?? new TextEncoder().encode(JSON.stringify(finding));
  BYTES.set(finding, bytes);
  return bytes;
}
