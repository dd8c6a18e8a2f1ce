import { ADJUDICATED, type CodedWave } from '../annotate/coding/coded-wave.ts';
import type { CoderLabel } from '../annotate/coding/coder-labels.ts';
import { StudyError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import { appendJournal, type JournalEntry, readJournal } from './coding-journal.ts';
import { keepLabels, labelsFile } from './keep-labels.ts';
import { readCodings } from './study-codings.ts';
import { idsOnSheet, readAssignment, sheetOf, type WaveAssignment } from './wave-assignment.ts';

/** One coding as it comes from a page. */
export type CodingSubmission = Omit<JournalEntry, 'at'>;

/** What was taken in. */
export interface RecordedCodings {
  /** Submissions that are kept now, those among them that came before. */
  readonly accepted: readonly string[];
  readonly nRepeated: number;
  /** Mentions with a label of this coder. */
  readonly nLabels: number;
}

/** Who said something, of which wave, and when. */
export interface CodingSource {
  readonly wave: string;
  /** A coder, or `adjudicated`. */
  readonly coder: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Takes codings from a page into the folder of codings, at once and by mention id and label, as an import does. What came before
 * under the same id is left as it is, so that a page may send again what it does not know to be kept.
 * @throws StudyError `codings/no-wave`, `codings/closed`, `codings/not-yours`; nothing is changed then
 */
export async function recordCodings(
  study: StudyConfig,
  { wave, coder, at }: CodingSource,
  submissions: readonly CodingSubmission[],
): Promise<RecordedCodings> {
  const coded = await findWave(study, wave);
  const assignment = await readAssignment(study, wave);
  const journal = await readJournal(study, wave, coder);
  const known = new Set(journal.map(({ id }) => id));
  const fresh = [...new Map(submissions.map((one) => [one.id, one])).values()].filter(
    ({ id }) => !known.has(id),
  );
  const labels = new Map<string, CoderLabel>(coded.coders.get(coder));
  if (fresh.length > 0) {
    if (assignment.closedOn !== null) throw new StudyError('codings/closed', { wave });
    const own = ownIds(coded, assignment, coder);
    const foreign = fresh.find(({ mention }) => !own.has(mention));
    if (foreign !== undefined)
      throw new StudyError('codings/not-yours', { coder, wave, mention: foreign.mention });
    for (const { mention, label } of fresh) {
      if (label === null) labels.delete(mention);
      else labels.set(mention, label);
    }
    // Labels first: what a kill keeps out of the journal is sent again and changes nothing.
    await keepLabels(labelsFile(study, wave, coder), labels);
    await appendJournal(
      study,
      { wave, coder },
      fresh.map((one) => ({ ...one, at })),
    );
  }
  return {
    accepted: submissions.map(({ id }) => id),
    nRepeated: submissions.length - fresh.length,
    nLabels: labels.size,
  };
}

/**
 * A wave with the labels of its coders.
 * @throws StudyError `codings/no-wave`
 */
export async function findWave(study: StudyConfig, wave: string): Promise<CodedWave> {
  const { waves } = await readCodings(study);
  const found = waves.find((one) => one.wave.wave === wave);
  if (found === undefined)
    throw new StudyError('codings/no-wave', {
      wave: wave.slice(0, 80),
      known: waves.map((one) => one.wave.wave).join(', '),
    });
  return found;
}

/** What a coder may code; who settles may settle what two people coded. */
function ownIds({ wave, coders }: CodedWave, assignment: WaveAssignment, coder: string): ReadonlySet<string> {
  if (coder === ADJUDICATED) {
    const labelled = [...coders]
      .filter(([name]) => name !== ADJUDICATED)
      .flatMap(([, one]) => [...one.keys()]);
    return new Set(labelled);
  }
  const sheet = sheetOf(assignment, coder);
  return sheet === null ? new Set() : idsOnSheet(wave, sheet);
}
