import { type WordCounts, type WordTotals, wordShift } from '../../../src/stats/word-shift.ts';
import type { Simulation } from '../simulation.ts';

const VOCABULARY = 120;
/** Words that are used more after, where any are. */
const PLANTED = [3, 12, 25, 40] as const;

/** Zipf's law: the word of rank k is drawn in proportion to 1/(k + 3). */
const WEIGHTS = Array.from({ length: VOCABULARY }, (_, k) => 1 / (k + 3));

interface Author {
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
}

/** Authors return to the words of one subject out of four; some write much. A third stand on both sides. */
function drawAuthors(nAuthors: number, factor: number, random: () => number): Author[] {
  const draw = (subject: number, side: 0 | 1, n: number): Set<number> => {
    const weights = WEIGHTS.map(
      (w, k) =>
        w *
        (k % 4 === subject ? 3 : 1) *
        (side === 1 && (PLANTED as readonly number[]).includes(k) ? factor : 1),
    );
    const total = weights.reduce((sum, w) => sum + w, 0);
    const words = new Set<number>();
    for (let i = 0; i < n; i++) {
      let at = random() * total;
      let k = 0;
      while (k < VOCABULARY - 1 && at >= (weights[k] as number)) at -= weights[k++] as number;
      words.add(k);
    }
    return words;
  };
  return Array.from({ length: nAuthors }, () => {
    const subject = Math.floor(4 * random());
    const u = random();
    const size = (): number => 5 + Math.floor(60 * random() ** 3);
    return {
      before: u < 2 / 3 ? draw(subject, 0, size()) : new Set(),
      after: u >= 1 / 3 ? draw(subject, 1, size()) : new Set(),
    };
  });
}

function countWords(authors: readonly Author[]): {
  readonly words: WordCounts[];
  readonly totals: WordTotals;
} {
  const sum = (of: (a: Author) => number): number => authors.reduce((s, a) => s + of(a), 0);
  const words = WEIGHTS.map((_, k): WordCounts => {
    const x0 = (a: Author): number => Number(a.before.has(k));
    const x1 = (a: Author): number => Number(a.after.has(k));
    return {
      word: String(k),
      before: sum(x0),
      after: sum(x1),
      both: sum((a) => x0(a) * x1(a)),
      beforeN0: sum((a) => x0(a) * a.before.size),
      beforeN1: sum((a) => x0(a) * a.after.size),
      afterN0: sum((a) => x1(a) * a.before.size),
      afterN1: sum((a) => x1(a) * a.after.size),
    };
  }).filter((word) => word.before + word.after - word.both >= 10);
  return {
    words,
    totals: {
      n0: sum((a) => a.before.size),
      n1: sum((a) => a.after.size),
      n0n0: sum((a) => a.before.size ** 2),
      n1n1: sum((a) => a.after.size ** 2),
      n0n1: sum((a) => a.before.size * a.after.size),
    },
  };
}

/** False discoveries and power of the words that are named. */
export const wordShiftSimulation: Simulation = {
  id: 'word-shift',
  title: 'Words used more and less after an event',
  text: `Authors draw words of ${VOCABULARY} by Zipf's law, each returning to a subject of their own; some write much, a third stand on both sides.
Factor: how much more often four words of different rank are drawn after; at 1 nothing changes. *False*: share of the words named (q ≤ 5 %) that were not planted, 0 where none
is named; at 1 this is the probability that any is named. The planted words crowd the others out a little, which is not counted as their change. *Found*: share of the planted words named.`,
  cases: [150, 600].flatMap((authors) => [1, 2.5].map((factor) => ({ authors, factor }))),
  columns: [
    { of: 'false', label: 'false', kind: 'rate', goal: { to: 0.05 } },
    { of: 'found', label: 'found', kind: 'rate' },
  ],
  replicates: { full: 1000, short: 40 },
  short: ({ authors }) => authors === 150,
  run({ authors, factor }, random) {
    const { words, totals } = countWords(drawAuthors(Number(authors), Number(factor), random));
    const named = wordShift(words, totals, {
      priorSize: 0.1 * Math.min(totals.n0, totals.n1),
      confidenceLevel: 0.95,
    }).filter((shift) => shift.qValue <= 0.05);
    const isPlanted = (word: string): boolean =>
      factor !== 1 && (PLANTED as readonly number[]).includes(Number(word));
    const right = named.filter((shift) => isPlanted(shift.word)).length;
    return {
      false: (named.length - right) / Math.max(1, named.length),
      ...(factor === 1 ? {} : { found: right / PLANTED.length }),
    };
  },
};
