import {
  type Decomposition,
  type LevelWords,
  OWN_LEVELS,
  type ShiftedWord,
} from '../domain/decomposition.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { type WordShift, wordShift } from '../stats/word-shift.ts';
import type { WordSource, WordUse } from '../store/queries/word-counts.ts';
import type { MeasureConfig } from '../study/config.ts';

/** Levels and words are given where their false discovery rate is at most this. */
const FALSE_DISCOVERIES = 0.05;
const MOST_LEVELS = 5;
const MOST_WORDS = 8;
/** The prior weighs as this part of the smaller side. */
const PRIOR = 0.1;

/** The themes whose words are looked at: those that add to a change that can be told from none. */
export function wordSources(decompositions: readonly Decomposition[]): WordSource[] {
  return decompositions.flatMap(({ target, stratum, dimension, change, levels }) => {
    if (dimension !== 'theme' || change.kind !== 'estimate') return [];
    if (change.interval.lower <= 0 && change.interval.upper >= 0) return [];
    return levels
      .filter((one) => one.qValue <= FALSE_DISCOVERIES && one.level !== OWN_LEVELS.rest)
      .slice(0, MOST_LEVELS)
      .map(({ level }) => ({ target, class: stratum['class'] ?? '', theme: level }));
  });
}

/** The decompositions with the words that are used more and less after than before in their themes. */
export function withWords(
  decompositions: readonly Decomposition[],
  uses: readonly WordUse[],
  measure: MeasureConfig,
): Decomposition[] {
  return decompositions.map((one) => {
    if (one.dimension !== 'theme') return one;
    const mine = uses.filter((use) => use.target === one.target && use.class === one.stratum['class']);
    const words = one.levels.flatMap(({ level }) => {
      const use = mine.find(({ theme }) => theme === level);
      return use === undefined || use.nBefore === 0 || use.nAfter === 0 ? [] : [shiftedWords(use, measure)];
    });
    return { ...one, words };
  });
}

function shiftedWords(use: WordUse, { confidenceLevel }: MeasureConfig): LevelWords {
  const { totals, words, theme, nBefore, nAfter } = use;
  const shifts = wordShift(words, totals, {
    priorSize: PRIOR * Math.min(totals.n0, totals.n1),
    confidenceLevel,
  }).filter((one) => one.qValue <= FALSE_DISCOVERIES);
  const top = (sign: 1 | -1): ShiftedWord[] =>
    shifts
      .filter((one) => sign * one.z > 0)
      .sort((a, b) => sign * (b.z - a.z) || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS)
      .map((one) => shifted(one, confidenceLevel));
  return {
    level: theme,
    nAuthorsBefore: nBefore,
    nAuthorsAfter: nAfter,
    nTested: words.length,
    more: top(1),
    less: top(-1),
  };
}

function shifted({ word, before, after, ...shift }: WordShift, level: number): ShiftedWord {
  const { logOdds, standardError, lower, upper, qValue } = shift;
  return {
    word,
    nAuthorsBefore: shownCount(before),
    nAuthorsAfter: shownCount(after),
    logOdds,
    standardError,
    interval: { lower, upper, level },
    qValue,
  };
}

/** A count of authors as it may be published: one to nine are withheld. */
function shownCount(nAuthors: number): number | null {
  return nAuthors > 0 && nAuthors < CELL_AUTHORS ? null : nAuthors;
}
