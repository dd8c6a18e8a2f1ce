import { OWNER, type User } from '../../domain/account.ts';
import type { CoderPair } from '../../domain/coding.ts';
import type { Finding } from '../../domain/finding.ts';
import { StudyError } from '../../errors/errors.ts';
import type { AgreementQuestion, FindAgreement } from '../../pipeline/agreement-thread.ts';
import { type CodingPlace, disagreements, ownItems } from '../../pipeline/coding-items.ts';
import { codingResult } from '../../pipeline/coding-result.ts';
import { describeWaves } from '../../pipeline/describe-waves.ts';
import { exportAgreement } from '../../pipeline/export-agreement.ts';
import { exportCodings } from '../../pipeline/export-codings.ts';
import { keptAgreement } from '../../pipeline/kept-agreement.ts';
import { findWave, recordCodings } from '../../pipeline/record-codings.ts';
import type { RunOptions } from '../../pipeline/run-context.ts';
import { sampleMentions } from '../../pipeline/sample-mentions.ts';
import { readCodings } from '../../pipeline/study-codings.ts';
import { checkCoders, readAssignment, writeAssignment } from '../../pipeline/wave-assignment.ts';
import type { StudyConfig } from '../../study/config.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AuditLog } from '../accounts/audit-log.ts';
import type { ReadFinding } from '../kept-result.ts';
import { oneAfterAnother, type StoreTurn } from '../turns.ts';
import type {
  CodingResult,
  Disagreement,
  DrawRequest,
  LedCodings,
  OwnCodings,
  Submission,
} from './contract.ts';

/** What the coding of one study is done with. */
export interface CodingDeskOptions {
  /** The study as its file is now. */
  readonly study: () => Promise<StudyConfig>;
  readonly run: (study: StudyConfig) => RunOptions;
  readonly readFinding: ReadFinding;
  readonly accounts: Accounts;
  readonly log: AuditLog;
  readonly turn: StoreTurn;
}

/** What comes back for submissions. */
interface Taken {
  readonly accepted: string[];
  readonly nRepeated: number;
  readonly nLabels: number;
}

/** Drawing, coding, settling and closing, by people who may. */
export interface CodingDesk {
  waves(): Promise<LedCodings>;
  draw(user: User, request: DrawRequest): Promise<{ wave: string }>;
  assign(user: User, wave: string, coders: readonly string[]): Promise<{ wave: string }>;
  own(user: User): Promise<OwnCodings>;
  record(user: User, wave: string, codings: readonly Submission[]): Promise<Taken>;
  disagreements(wave: string): Promise<Disagreement[]>;
  settle(user: User, wave: string, codings: readonly Submission[]): Promise<Taken>;
  close(user: User, wave: string, isClosed: boolean): Promise<{ closedOn: string | null }>;
  exported(user: User, wave: string): Promise<string>;
  agreement(wave: string): Promise<string>;
  result(): Promise<CodingResult>;
  /** Writes into the log who measures. */
  noteMeasuring(user: User): Promise<void>;
}

/** Opens the coding of a study. Files are read again at each request, so that imports by the command line show. */
export function openCodingDesk(options: CodingDeskOptions): CodingDesk {
  const { study, log } = options;
  const inTurn = oneAfterAnother();
  const agreementOf = keptAgreement();
  const take = (user: User, source: { wave: string; coder: string }, codings: readonly Submission[]) =>
    inTurn(async () => {
      const config = await study();
      checkThemes(config, codings);
      const at = new Date(options.run(config).now()).toISOString();
      const taken = await recordCodings(config, { ...source, at }, codings);
      const deed = source.coder === 'adjudicated' ? 'settle' : 'code';
      const count = codings.length - taken.nRepeated;
      if (count > 0) await log.add(user, { deed, about: source.wave, count });
      return { ...taken, accepted: [...taken.accepted] };
    });
  return {
    waves: async () => ledCodings(options, await study(), agreementOf),
    draw: (user, request) => inTurn(() => draw(options, user, request)),
    assign: (user, wave, coders) => inTurn(() => assign(options, user, { wave, coders })),
    own: async (user) => ownCodings(options, await study(), user),
    record: (user, wave, codings) => take(user, { wave, coder: user.name }, codings),
    settle: (user, wave, codings) => take(user, { wave, coder: 'adjudicated' }, codings),
    disagreements: async (wave) => {
      const found = await disagreements(await placeOf(options, await study(), wave));
      return found.map((one) => ({ ...one, labels: [...one.labels] }));
    },
    close: (user, wave, isClosed) =>
      inTurn(async () => {
        const config = await study();
        const { assignment } = await placeOf(options, config, wave);
        const day = new Date(options.run(config).now()).toISOString().slice(0, 10);
        const closedOn = isClosed ? (assignment.closedOn ?? day) : null;
        await writeAssignment(config, wave, { ...assignment, closedOn });
        await log.add(user, { deed: isClosed ? 'close' : 'reopen', about: wave });
        return { closedOn };
      }),
    exported: async (user, wave) => {
      const config = await study();
      const text = await exportCodings(config, await findWave(config, wave));
      await log.add(user, { deed: 'export', about: wave });
      return text;
    },
    agreement: async (wave) => {
      const config = await study();
      return exportAgreement(await agreementOf(questionOf(config, await findWave(config, wave))));
    },
    result: async () => {
      const config = await study();
      return resultOf(await options.readFinding(options.run(config).out));
    },
    noteMeasuring: async (user) => log.add(user, { deed: 'measure', about: (await study()).id }),
  };
}

function resultOf(finding: Finding | null): CodingResult {
  if (finding === null) throw new StudyError('report/no-finding', { path: 'the folder of the run' });
  const result = codingResult(finding);
  return {
    ...result,
    waves: [...result.waves],
    levels: result.levels.map((one) => ({ ...one, gains: [...one.gains] })),
  };
}

async function placeOf({ run }: CodingDeskOptions, study: StudyConfig, wave: string): Promise<CodingPlace> {
  const coded = await findWave(study, wave);
  return { study, out: run(study).out, coded, assignment: await readAssignment(study, wave) };
}

async function ledCodings(
  { accounts }: CodingDeskOptions,
  study: StudyConfig,
  agreementOf: FindAgreement,
): Promise<LedCodings> {
  const waves = await describeWaves(study, (coded) => agreementOf(questionOf(study, coded)));
  const named = ({ id, label }: { readonly id: string; readonly label: string }) => ({ id, label });
  return {
    waves: waves.map((one) => ({
      ...one,
      agreement: { ...one.agreement, pairs: one.agreement.pairs.map(pairOf) },
      sheets: [...one.sheets],
      coders: [...one.coders],
      strata: [...one.strata],
    })),
    study: {
      seed: study.seed,
      targets: study.targets.map(({ id, label, placebo }) => ({ id, label, placebo })),
      classes: study.classes.map(named),
      events: study.events.map(named),
    },
    coders: await codersOf(accounts),
  };
}

function questionOf({ seed, measure }: StudyConfig, coded: AgreementQuestion['coded']): AgreementQuestion {
  return { coded, seed, confidenceLevel: measure.confidenceLevel };
}

function pairOf({ coders, ...pair }: CoderPair): LedCodings['waves'][number]['agreement']['pairs'][number] {
  return { ...pair, coders: [...coders] };
}

/** Who can be given mentions: everybody with the link of a coder, and the analyst. */
async function codersOf(accounts: Accounts): Promise<string[]> {
  const people = await accounts.list();
  const coders = people.filter(({ role, revokedAt }) => role === 'coder' && revokedAt === null);
  return [...coders.map(({ name }) => name), OWNER];
}

async function draw(options: CodingDeskOptions, user: User, request: DrawRequest): Promise<{ wave: string }> {
  const study = await options.study();
  const { n, coders, doubleShare, targets, event, seed, isAdaptive } = request;
  await checkPeople(options, { coders, nSheets: coders.length });
  checkNames(study, request);
  if (coders.length > n)
    throw refused(`${coders.length} coders for ${n} mentions`, 'draw more, or name fewer coders');
  const run = options.run(study);
  const { wave } = await options.turn.take('a sample is being drawn', () =>
    sampleMentions(
      study,
      {
        n,
        seed,
        wave: null,
        targets,
        event,
        nCoders: coders.length,
        overlap: coders.length > 1 ? Math.round(doubleShare * n) : 0,
        isAdaptive,
        sheet: null,
        delimiter: ',',
        drawnOn: new Date(run.now()).toISOString().slice(0, 10),
      },
      run,
    ),
  );
  await writeAssignment(study, wave.wave, { coders, closedOn: null });
  await options.log.add(user, { deed: 'draw', about: wave.wave, count: wave.mentions.length });
  return { wave: wave.wave };
}

async function assign(
  options: CodingDeskOptions,
  user: User,
  { wave, coders }: { readonly wave: string; readonly coders: readonly string[] },
): Promise<{ wave: string }> {
  const study = await options.study();
  const { coded, assignment } = await placeOf(options, study, wave);
  await checkPeople(options, { coders, nSheets: coded.wave.nSheets });
  await writeAssignment(study, wave, { ...assignment, coders: [...coders] });
  await options.log.add(user, { deed: 'assign', about: wave });
  return { wave };
}

async function ownCodings(options: CodingDeskOptions, study: StudyConfig, user: User): Promise<OwnCodings> {
  const { waves } = await readCodings(study);
  const read = waves.map(async (coded) => {
    const { wave } = coded.wave;
    const assignment = await readAssignment(study, wave);
    const place = { study, out: options.run(study).out, coded, assignment };
    const items = (await ownItems(place, user.name)).map((one) => ({ ...one, themes: [...one.themes] }));
    return { wave, isClosed: assignment.closedOn !== null, items };
  });
  return {
    name: user.name,
    themes: study.themes.map(({ id, label }) => ({ id, label })),
    waves: (await Promise.all(read)).filter(({ items }) => items.length > 0),
  };
}

async function checkPeople(
  { accounts }: CodingDeskOptions,
  { coders, nSheets }: { readonly coders: readonly string[]; readonly nSheets: number },
): Promise<void> {
  checkCoders(coders, nSheets);
  const known = await codersOf(accounts);
  const stranger = coders.find((name) => !known.includes(name));
  if (stranger !== undefined) throw refused(`${stranger} has no link of a coder`, 'invite them first');
}

function checkNames({ targets, events }: StudyConfig, asked: DrawRequest): void {
  const ids = targets.map(({ id }) => id);
  const target = asked.targets.find((id) => !ids.includes(id));
  if (target !== undefined) throw new StudyError('study/unknown-target', { target, known: ids.join(', ') });
  const { event } = asked;
  if (event !== null && !events.some(({ id }) => id === event))
    throw new StudyError('study/unknown-event', { event, known: events.map(({ id }) => id).join(', ') });
}

function checkThemes({ themes }: StudyConfig, codings: readonly Submission[]): void {
  const known = themes.map(({ id }) => id);
  const unknown = codings.flatMap((one) => one.themes).find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw refused(
      `"${unknown.slice(0, 80)}" is no theme of the study`,
      'open the page again: the study has changed',
    );
}

function refused(problem: string, remedy: string): StudyError {
  return new StudyError('codings/refused', { problem, remedy });
}
