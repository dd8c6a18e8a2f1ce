import { ADJUDICATED, adjudicateLabels, type CodedWave } from '../annotate/coding/coded-wave.ts';
import { type CellValue, writeRows } from '../annotate/coding/write-rows.ts';
import type { StudyConfig } from '../study/config.ts';
import { marksOf, readJournal } from './coding-journal.ts';

/**
 * A wave as a table that a spreadsheet opens without running anything: a row for each drawn mention with its place in the design, the
 * label that counts (empty = none; `unclear` = nobody could tell), and what each coder said. Without texts.
 */
export async function exportCodings(study: StudyConfig, coded: CodedWave): Promise<string> {
  const { wave, coders } = coded;
  const names = [...coders.keys()].filter((name) => name !== ADJUDICATED).sort();
  const marks = new Map(
    await Promise.all(
      names.map(async (name) => [name, marksOf(await readJournal(study, wave.wave, name))] as const),
    ),
  );
  const decided = adjudicateLabels(coded);
  const columns = names.flatMap((name) => [`${name}: label`, `${name}: themes`, `${name}: quoted`]);
  const rows = wave.mentions.map((one): CellValue[] => {
    const label = decided.get(one.id);
    return [
      one.id,
      one.documentId,
      one.target,
      one.stratum,
      one.inclusionProbability,
      label === null ? 'unclear' : (label ?? ''),
      coders.get(ADJUDICATED)?.get(one.id) ?? '',
      ...names.flatMap((name) => {
        const said = coders.get(name)?.get(one.id) ?? '';
        const mark = said === '' ? undefined : marks.get(name)?.get(one.id);
        return [said, mark?.themes.join(' ') ?? '', mark === undefined ? '' : mark.isQuoted ? 'yes' : 'no'];
      }),
    ];
  });
  const head = ['id', 'document_id', 'target', 'stratum', 'inclusion_probability', 'label', 'settled'];
  return writeRows([...head, ...columns], rows);
}
