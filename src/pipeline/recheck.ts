import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deletion } from '../domain/deletion.ts';
import type { Network } from '../domain/effects.ts';
import { BugError, StudyError } from '../errors/errors.ts';
import { type AddressToAsk, askAddresses, hostOf, type PoliteOptions } from '../recheck/ask-addresses.ts';
import { passagesOf } from '../recheck/passage.ts';
import { renderReport } from '../report/render-report.ts';
import type { DrawnAddress } from '../store/queries/recheck-frame.ts';
import type { StudyConfig } from '../study/config.ts';
import { answerKey, composeDeletion } from './compose-deletion.ts';
import { addCustody, manifestHash } from './custody.ts';
import { drawRechecked } from './draw-rechecked.ts';
import { withLastRun } from './open-run.ts';
import { writeWhole } from './part-store.ts';
import { deletionPath, readBeside } from './read-beside.ts';
import { answersDigest, openRecheckJournal, type RecheckJournal } from './recheck-journal.ts';
import type { RunOptions } from './run-context.ts';
import { renewOutputs } from './run-manifest.ts';
import { readFinding } from './run-study.ts';
import { lockStore } from './store-lock.ts';

/** How addresses are drawn and asked for. */
export interface RecheckOptions extends PoliteOptions {
  readonly network: Network;
  /** Documents to draw, over all classes and stances. */
  readonly sample: number;
  readonly seed: number;
  /** Aborted: the look ends; what was answered is kept. */
  readonly stop: AbortSignal;
  /** What is to be asked, before the first request. */
  readonly onPlan: (plan: RecheckPlan) => void;
  readonly onAnswer: (nAnswered: number) => void;
}

/** What a look at the addresses will ask for. */
export interface RecheckPlan {
  readonly nDocuments: number;
  readonly nAddresses: number;
  readonly nHosts: number;
  /** Documents answered by an interrupted look at the same draw. */
  readonly nKept: number;
  /** By the pace of the host with most addresses. */
  readonly leastSeconds: number;
}

/**
 * Draws documents of the last run by class and stance, asks for their addresses, and writes which share of them is gone beside the
 * finding, with the report. Interrupted, it goes on at the next call; finished, the next call looks anew.
 * @returns null where it was stopped
 * @throws {StudyError} `report/no-finding`, `codings/no-run`
 */
export async function recheck(
  study: StudyConfig,
  options: RecheckOptions,
  run: RunOptions,
): Promise<Deletion | null> {
  const finding = await readFinding(run.out);
  if (finding === null) throw new StudyError('report/no-finding', { path: run.out });
  const { frame, drawn } = await withLastRun(study, run, (stage) => drawRechecked(stage, options));
  const storeFolder = join(run.out, 'store');
  await mkdir(join(storeFolder, 'recheck'), { recursive: true });
  const unlock = await lockStore(join(storeFolder, 'recheck'));
  try {
    const { sample, seed } = options;
    const { runId } = finding.manifest;
    const journal = await openRecheckJournal(storeFolder, { runId, seed, sample });
    await askAll(drawn, journal, options);
    if (options.stop.aborted) return null;
    const deletion = composeDeletion({ study, runId, seed, sample, frame, drawn, answers: journal });
    await writeWhole(deletionPath(run.out), `${JSON.stringify(deletion, null, 2)}\n`);
    const report = renderReport(finding, 'html', await readBeside(run.out));
    await writeWhole(join(run.out, 'report.html'), report);
    const manifestBefore = await manifestHash(run.out);
    await renewOutputs(run.out);
    const command = `recheck --sample ${sample} --seed ${seed}`;
    await addCustody(
      run.out,
      {
        action: 'recheck',
        command,
        facts: { asked: drawn.length, answers: answersDigest(journal) },
        manifestBefore,
      },
      run,
    );
    await journal.finish();
    return deletion;
  } finally {
    await unlock();
  }
}

async function askAll(
  drawn: readonly DrawnAddress[],
  journal: RecheckJournal,
  options: RecheckOptions,
): Promise<void> {
  const left = drawn.filter((one) => !journal.outcomes.has(answerKey(one)));
  const addresses = [...Map.groupBy(left, ({ url }) => url)].map(
    ([url, mine]): AddressToAsk => ({
      url,
      documents: mine.map((one) => ({ key: answerKey(one), passages: passagesWhereFound(one) })),
    }),
  );
  const perHost = [...Map.groupBy(addresses, ({ url }) => hostOf(url)).values()];
  options.onPlan({
    nDocuments: left.length,
    nAddresses: addresses.length,
    nHosts: perHost.length,
    nKept: drawn.length - left.length,
    leastSeconds: (Math.max(0, ...perHost.map((mine) => mine.length - 1)) * options.pauseMs) / 1000,
  });
  const { network, stop } = options;
  let n = 0;
  const take: Parameters<typeof askAddresses>[1] = async ({ outcomes }) => {
    await journal.add(outcomes, network.now());
    n += outcomes.length;
    options.onAnswer(n);
  };
  await askAddresses(addresses, take, { network, options, stop });
}

function passagesWhereFound(one: DrawnAddress): string[] {
  const { text, quoted, sharedHeadline, matched, start, end } = one;
  const found = [text, quoted, sharedHeadline].find((part) => part?.slice(start, end) === matched);
  if (found == null) throw new BugError(`a mention of "${matched}" does not stand where it was found`);
  return passagesOf(found, { start, end });
}
