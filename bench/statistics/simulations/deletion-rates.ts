import type { AddressOutcome, DeletionEstimate, DeletionStance } from '../../../src/domain/deletion.ts';
import { estimateDeletion, type RecheckedDocument } from '../../../src/measure/estimate-deletion.ts';
import { evenAllocation } from '../../../src/stats/even-allocation.ts';
import type { Simulation } from '../simulation.ts';

const CLASSES = [
  { name: 'large', size: 3000 },
  { name: 'middle', size: 900 },
  { name: 'small', size: 90 },
] as const;
const STANCES = ['against', 'favor'] as const;
const UNREACHABLE = 0.1;

interface CellOfDocuments {
  readonly class: string;
  readonly stance: DeletionStance;
  readonly documents: readonly { readonly author: string; readonly isGone: boolean }[];
}

/** Authors write one to twelve documents of one stance; one deleted account in two takes all of them along. */
function drawCell(
  name: string,
  stance: DeletionStance,
  [size, rate]: readonly [number, number],
  random: () => number,
): CellOfDocuments {
  const documents: { author: string; isGone: boolean }[] = [];
  for (let a = 0; documents.length < size; a++) {
    const isAccountGone = random() < rate / 2;
    const single = (rate - rate / 2) / (1 - rate / 2);
    for (let k = Math.ceil(12 * random() ** 3); k > 0 && documents.length < size; k--)
      documents.push({ author: `${name} ${stance} ${a}`, isGone: isAccountGone || random() < single });
  }
  return { class: name, stance, documents };
}

function drawSample(
  { class: name, stance, documents }: CellOfDocuments,
  n: number,
  random: () => number,
): RecheckedDocument[] {
  const left = [...documents];
  return Array.from({ length: n }, () => {
    const [one] = left.splice(Math.floor(random() * left.length), 1) as [
      CellOfDocuments['documents'][number],
    ];
    const outcome: AddressOutcome = random() < UNREACHABLE ? 'unreachable' : one.isGone ? 'gone' : 'there';
    return { class: name, stance, author: one.author, outcome };
  });
}

const shareGone = (cells: readonly CellOfDocuments[]): number => {
  const all = cells.flatMap(({ documents }) => documents);
  return all.filter(({ isGone }) => isGone).length / all.length;
};

const holds = (estimate: DeletionEstimate | undefined, truth: number): number | null =>
  estimate?.kind === 'estimate'
    ? Number(estimate.interval.lower <= truth && truth <= estimate.interval.upper)
    : null;

/** Coverage of deletion rates and their contrast in a corpus of known documents. */
export const deletionRates: Simulation = {
  id: 'deletion-rates',
  title: 'Documents gone, by class and stance',
  text: `Three classes with ${CLASSES.map(({ size }) => size).join(', ')} documents of each stance; half of what is gone went with its author's account, so that documents of an author
go together. Of each class and stance as many are drawn at random as the others, and all where there are fewer; one in ten cannot be reached.
*Rate*: rate in favour; *gap*: by how much the rate against is higher. *Cell*, *pooled*, *contrast*, *contrast of all*: share of 95 % intervals that hold the
rate of the documents of the corpus: of a class and stance (mean of six), of all classes, against minus favour in the large class, and in all classes.
*Named*: the contrast of all excludes zero.`,
  cases: [0.02, 0.15].flatMap((rate) =>
    [0, 0.1].flatMap((gap) => [240, 1200].map((sample) => ({ rate, gap, sample }))),
  ),
  columns: [
    { of: 'cell', label: 'cell', kind: 'rate', goal: { from: 0.93 } },
    { of: 'pooled', label: 'pooled', kind: 'rate', goal: { from: 0.93 } },
    { of: 'contrast', label: 'contrast', kind: 'rate', goal: { from: 0.93 } },
    { of: 'whole', label: 'contrast of all', kind: 'rate', goal: { from: 0.93 } },
    { of: 'named', label: 'named', kind: 'rate', goal: { to: 0.07, cases: ({ gap }) => gap === 0 } },
    { of: 'width', label: 'width of the contrast of all', kind: 'mean' },
  ],
  replicates: { full: 2000, short: 60 },
  short: ({ sample }) => sample === 240,
  code: ['src/measure/estimate-deletion.ts'],
  run({ rate, gap, sample }, random) {
    const rates = { against: Number(rate) + Number(gap), favor: Number(rate) };
    const cells = CLASSES.flatMap(({ name, size }) =>
      STANCES.map((stance) => drawCell(name, stance, [size, rates[stance]], random)),
    );
    const frame = cells.map(({ class: name, stance, documents: { length } }) => ({
      class: name,
      stance,
      nDocuments: length,
      nAddresses: length,
    }));
    const sizes = evenAllocation(
      frame.map(({ nAddresses }) => nAddresses),
      Number(sample),
    );
    const drawn = cells.flatMap((cell, i) => drawSample(cell, sizes[i] as number, random));
    const found = estimateDeletion(frame, drawn, { confidenceLevel: 0.95, privateClasses: [] });
    const of = (stance: DeletionStance, name?: string): number =>
      shareGone(
        cells.filter((cell) => cell.stance === stance && (name === undefined || cell.class === name)),
      );
    const told = cells.map((cell, i) => holds(found.cells[i]?.rate, shareGone([cell])) ?? 0);
    const contrastOf = (name: string | null): DeletionEstimate | undefined =>
      found.contrasts.find((one) => one.class === name)?.difference;
    const whole = contrastOf(null);
    const { lower, upper } = whole?.kind === 'estimate' ? whole.interval : { lower: -1, upper: 1 };
    return {
      cell: told.reduce((sum, one) => sum + one, 0) / told.length,
      pooled: holds(found.pooled.find(({ stance }) => stance === 'against')?.rate, of('against')) ?? 0,
      contrast: holds(contrastOf('large'), of('against', 'large') - of('favor', 'large')) ?? 0,
      whole: holds(whole, of('against') - of('favor')) ?? 0,
      named: Number(lower > 0 || upper < 0),
      width: upper - lower,
    };
  },
};
