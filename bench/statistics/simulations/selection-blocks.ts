import { estimateSelections, type SelectionStudy } from '../../../src/measure/estimate-selection.ts';
import { type IndexRow, indexOfRows } from '../../../src/measure/fixtures/index-of-rows.ts';
import { timeBins } from '../../../src/measure/time-bins.ts';
import type { Simulation } from '../simulation.ts';

const LEVEL = 0.1;
const SHIFT = 0.1;
const PERIOD = { start: '2024-01-01', end: '2024-03-01' };

/** Authors with a level of their own, some of them very active, in two places that differ by ten points; one post in ten is a copy. */
function drawRows(nAuthors: number, random: () => number): IndexRow[] {
  const rows: IndexRow[] = [];
  const fresh: number[] = [];
  const order = Array.from({ length: nAuthors }, (_, i) => ({ i, key: random() }));
  order.sort((a, b) => a.key - b.key);
  for (const { i: author } of order) {
    const own = (random() - 0.5) * 0.8;
    const nPosts = 1 + Math.floor(nAuthors * 0.03 * random() ** 20 + 6 * random() ** 3);
    for (let p = 0; p < nPosts; p++) {
      const isLater = random() < 0.5;
      const level = LEVEL + own + (isLater ? SHIFT : 0);
      const u = random();
      const label = u < 0.3 + level / 2 ? 1 : u > 0.7 + level / 2 ? 2 : 0;
      const from =
        random() < 0.1 && fresh.length > 0 ? fresh[Math.floor(random() * fresh.length)] : undefined;
      const source = from === undefined ? undefined : rows[from];
      if (source === undefined) fresh.push(rows.length);
      else if (source.text === null && from !== undefined) rows[from] = { ...source, text: from };
      const region = (source?.region ?? (isLater ? 'B' : 'A')) as string;
      rows.push({
        ...{ class: 'public', source: 'forum', bin: 0, author, region },
        label: source?.label ?? label,
        text: source === undefined ? null : (from ?? null),
      });
    }
  }
  return rows;
}

/** Coverage of the intervals of large selections, whose variance is taken from random blocks of authors and texts. */
export const selectionBlocks: Simulation = {
  id: 'selection-blocks',
  title: 'Selections whose variance comes from blocks of authors',
  text: `Posts by authors who differ in their level and in how much they write, a few of them a hundred times as much as most; one post in ten is a copy
of another author's. Half of the posts stand in each of two places that differ by ten points. In the view Explore, selections of many mentions take their variance from 256 random blocks of authors and texts.
*Mean* and *difference* say how often the 95 % interval holds the truth; *ratio* is the mean width of the mean's interval over that which single authors and texts give.`,
  cases: [600, 3_000].map((authors) => ({ authors })),
  columns: [
    { of: 'mean', label: 'mean', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'difference', label: 'difference', kind: 'rate', goal: { from: 0.93, to: 0.98 } },
    { of: 'ratio', label: 'ratio', kind: 'mean', goal: { from: 0.95, to: 1.1 } },
  ],
  replicates: { full: 4_000, short: 60 },
  short: ({ authors }) => authors === 600,
  code: ['src/measure/scan-*.ts', 'src/measure/*selection*.ts', 'src/measure/group-sums.ts'],
  run({ authors }, random) {
    const study: SelectionStudy = {
      index: indexOfRows(drawRows(Number(authors), random), 1),
      bins: timeBins(PERIOD, 'month').slice(0, 1),
      measure: {
        confidenceLevel: 0.95,
        minimumMentions: 30,
        minimumAuthors: 10,
        eventWindowDays: null,
        voices: ['own'],
        decomposition: 'symmetric',
      },
      weights: { copies: 'each', authorWeekCap: null, sources: {} },
      nCollected: () => 1,
      privateClasses: new Set(),
      unnamedSources: new Set(),
      voices: ['own'],
      mostExact: 0,
    };
    const all = {
      ...{
        target: 'china',
        class: null,
        source: null,
        language: null,
        region: null,
        theme: null,
        voice: null,
      },
      ...{ bins: null, copies: 'each' as const },
    };
    const whole = (mostExact: number) =>
      estimateSelections({ ...study, mostExact }, [all], 'net').selections[0]?.whole.estimate;
    const [mean, exact] = [whole(0), whole(Number.POSITIVE_INFINITY)];
    const sides = ['A', 'B'].map((region) => ({ ...all, region }));
    const { difference } = estimateSelections(study, sides, 'net');
    if (mean?.kind !== 'estimate' || exact?.kind !== 'estimate' || difference?.kind !== 'estimate') return {};
    const holds = ({ interval }: typeof mean, truth: number): number =>
      Number(interval.lower <= truth && truth <= interval.upper);
    const width = ({ interval }: typeof mean): number => interval.upper - interval.lower;
    return {
      mean: holds(mean, LEVEL + SHIFT / 2),
      difference: holds(difference, SHIFT),
      ratio: width(mean) / width(exact),
    };
  },
};
