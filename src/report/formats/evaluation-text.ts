import type {
  Evaluation,
  EvaluationScores,
  NoScoreReason,
  Score,
  ScoresByStratum,
} from '../../domain/evaluation.ts';
import { TERMINAL_COLUMNS, terminalCut, terminalLine, terminalWrap } from './terminal-text.ts';

const LABELS = ['against', 'neither', 'favor'] as const;

const REASONS: Readonly<Record<NoScoreReason, string>> = {
  'no-coded-row': 'no row coded so',
  'never-decided': 'never decided',
  'always-abstained': 'always abstains',
  'no-shared-row': 'no shared row',
  'one-label': 'one label only',
};

/** Scores for a terminal of 80 columns: overall, then by language, domain and target kind. */
export function renderEvaluationText(evaluation: Evaluation): string {
  const { annotator, gold, intervals, notes } = evaluation;
  const lines = [
    terminalCut(terminalLine(`${annotator.name} ${annotator.version} on ${gold}`), TERMINAL_COLUMNS),
    `value lower–upper; ${intervals.level * 100} % intervals clustered by group`,
    ...noteLines([...learnedFrom(annotator.trainedOn), ...notes]),
    '',
    ...scoreLines(evaluation),
    ...stratumLines(evaluation.byLanguage, { name: 'language', n: evaluation.n }),
    ...stratumLines(evaluation.byDomain, { name: 'domain', n: evaluation.n }),
    ...stratumLines(evaluation.byTargetKind, { name: 'target kind', n: evaluation.n }),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function learnedFrom(sets: readonly string[]): string[] {
  if (sets.length === 0) return [];
  return [`Rows the annotator has learned from score too well. It learned from: ${sets.join(', ')}.`];
}

/** Notes, each wrapped under its first line. */
export function noteLines(notes: readonly string[]): string[] {
  return notes.flatMap((note) => {
    const [first, ...rest] = terminalWrap(terminalLine(note), TERMINAL_COLUMNS - 6);
    return [`note: ${first ?? ''}`, ...rest.map((line) => `      ${line}`)];
  });
}

/** `0.580 0.573–0.587`, or why there is none. */
export function scoreText(score: Score): string {
  if (score.value === null) return REASONS[score.reason];
  const print = (x: number): string =>
    x
      .toFixed(3)
      .replace(/^-(?=0\.000$)/, '')
      .replace(/^-/, '−');
  return `${print(score.value)} ${print(score.lower)}–${print(score.upper)}`;
}

function stratumLines(strata: ScoresByStratum, of: { readonly name: string; readonly n: number }): string[] {
  const entries = Object.entries(strata);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && first[1].n === of.n) {
    const value = first[0] === '' ? 'not stated' : terminalLine(first[0]);
    return ['', terminalCut(`${of.name}: ${value} in all rows, as above`, TERMINAL_COLUMNS)];
  }
  return entries.flatMap(([name, scores]) => {
    const value = name === '' ? 'not stated' : terminalLine(name);
    return ['', terminalCut(`${of.name}: ${value}`, TERMINAL_COLUMNS), ...scoreLines(scores)];
  });
}

function scoreLines(scores: EvaluationScores): string[] {
  const { n, nGroups, perClass, confusion } = scores;
  const line = (name: string, value: string): string => `  ${name.padEnd(22)} ${value}`;
  const classLine = (label: string, cells: readonly string[]): string =>
    `  ${label.padEnd(8)} ${cells.map((cell) => cell.padEnd(19)).join(' ')}`;
  const countLine = (label: string, cells: readonly (string | number)[]): string =>
    `  ${label.padEnd(14)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  return [
    line('rows, groups', `${n}, ${nGroups}`),
    line('macro-F1', scoreText(scores.macroF1)),
    line('F1 of favor, against', scoreText(scores.f1FavorAgainst)),
    line('accuracy', scoreText(scores.accuracy)),
    line('calibration error', scoreText(scores.expectedCalibrationError)),
    line('abstained', `${scoreText(scores.abstained)} (rows: ${scores.nAbstained})`),
    classLine('class', ['precision', 'recall', 'F1']),
    ...LABELS.map((label) => {
      const { precision, recall, f1 } = perClass[label];
      return classLine(label, [precision, recall, f1].map(scoreText));
    }),
    countLine('coded \\ model', [...LABELS, 'abstain']),
    ...LABELS.map((label, c) => {
      const row = confusion[c] ?? [];
      const said = row.reduce((sum, count) => sum + count, 0);
      return countLine(label, [...row, perClass[label].n - said]);
    }),
  ];
}
