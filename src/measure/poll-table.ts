import type { PollRow } from '../domain/poll.ts';
import { StudyError, StudyProblems } from '../errors/errors.ts';
import { detectDelimiter, splitCells } from '../sources/decode/csv-cells.ts';
import { dateOfDay, dayOfDate } from './time-bins.ts';

const COLUMNS = ['date', 'start', 'end', 'n', 'value', 'source', 'question'] as const;

type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** What a table of polls is read as. */
export interface PollTableOptions {
  /** Path as the user wrote it, for messages. */
  readonly path: string;
  /** Smallest value: 0 of a share, −1 of a balance. */
  readonly minimum: 0 | -1;
}

/**
 * Reads a table of polls: columns `date`, or `start` and `end` (the last day of fieldwork); `n`, the number of
 * respondents; `value`; `source`; `question`. Rows are sorted by source, question and time.
 * @throws {StudyProblems} every row that cannot be used, with its line
 */
export function readPollTable(text: string, { path, minimum }: PollTableOptions): PollRow[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const delimiter = detectDelimiter(head, path);
  const names = splitCells(head, delimiter).map((name) => name.trim().toLowerCase());
  const missing = ['n', 'value', 'source', 'question'].filter((name) => !names.includes(name));
  if (!names.includes('date') && !(names.includes('start') && names.includes('end'))) missing.unshift('date');
  if (missing.length > 0) {
    throw new StudyError(
      'study/poll-columns',
      { path, missing: missing.join(', ') },
      { position: { path, line: 1 } },
    );
  }
  const problems: StudyError[] = [];
  const rows = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const written = splitCells(line, delimiter);
    const cells = Object.fromEntries(
      COLUMNS.map((name) => [name, (written[names.indexOf(name)] ?? '').trim()]),
    ) as Cells;
    const row =
      written.length === names.length
        ? pollRow(cells, minimum)
        : `${written.length} cells under ${names.length} columns`;
    if (typeof row !== 'string') return [row];
    problems.push(new StudyError('study/poll-row', { problem: row }, { position: { path, line: i + 2 } }));
    return [];
  });
  if (problems.length > 0) throw new StudyProblems(problems);
  if (rows.length === 0)
    throw new StudyError('study/poll-columns', { path, missing: 'rows' }, { position: { path, line: 1 } });
  const key = (row: PollRow): string =>
    JSON.stringify([row.source, row.question, row.period.start, row.period.end, row.value]);
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A row, or what is wrong with it. */
function pollRow(cells: Cells, minimum: 0 | -1): PollRow | string {
  const [start, last] = cells.date === '' ? [cells.start, cells.end] : [cells.date, cells.date];
  for (const day of [start, last]) if (!isDay(day)) return `"${day}" is not a day; write YYYY-MM-DD`;
  if (last < start) return `the fieldwork ends on ${last}, before its start ${start}`;
  const n = Number(cells.n);
  if (!Number.isSafeInteger(n) || n < 1)
    return `n is "${cells.n}"; write the number of respondents, a whole number above 0`;
  const value = Number(cells.value);
  if (cells.value === '' || !Number.isFinite(value))
    return `value is "${cells.value}"; write a number with a decimal point`;
  if (value < minimum || value > 1) {
    return `value ${cells.value} lies outside ${minimum === 0 ? '0 to 1' : '-1 to 1'}; write 0.43, not 43`;
  }
  if (cells.source === '' || cells.question === '')
    return 'source or question is empty; name who asked and what';
  const { source, question } = cells;
  return { source, question, period: { start, end: dateOfDay(dayOfDate(last) + 1) }, nRespondents: n, value };
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOfDate(text)) && dateOfDay(dayOfDate(text)) === text
  );
}
