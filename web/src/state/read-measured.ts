import type { Finding } from '../../../src/domain/finding.ts';
import type { BesideFinding } from '../../../src/report/beside-finding.ts';
import { type Answer, api } from '../api/client.ts';
import type { AskFinding } from './use-finding.ts';

/** A finding, and what was computed after it. */
export interface Measured {
  readonly finding: Finding;
  readonly beside: BesideFinding;
}

/** Asks for a finding and what was computed after it. */
export async function readMeasured(askFinding: AskFinding): Promise<Answer<Measured>> {
  const [finding, beside] = await Promise.all([askFinding(), api.beside()]);
  if (finding.kind === 'problem') return finding;
  if (beside.kind === 'problem') return beside;
  return { kind: 'result', result: { finding: finding.result, beside: beside.result } };
}
