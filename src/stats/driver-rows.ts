import {
  type ChangedLevel,
  type ContributionKind,
  type ContributionTerm,
  changeDecomposition,
  type DecompositionForm,
} from './change-decomposition.ts';
import { floorVariance } from './clustered-mean.ts';

/** What one level holds on one side. */
export interface LevelSide {
  /** Σ of weights and of weight × value. */
  readonly n: number;
  readonly y: number;
  /** Σ of weight × value². */
  readonly yy: number;
  /** (Σw)² / Σw²: as many observations of equal weight. */
  readonly kishSize: number;
  /** Clusters with an observation, by author or by copies, whichever is fewer. */
  readonly nGroups: number;
}

/** A level of a dimension on both sides of a change. */
export interface DriverLevel extends ChangedLevel {
  readonly before: LevelSide;
  readonly after: LevelSide;
}

/** A function of the levels' sums: its value, its derivatives by them, and the least variance it can have. */
export interface DriverRow {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly floor: number;
}

type Side = 'before' | 'after';
type Sums = Omit<LevelSide, 'nGroups'>;

/** The functions of a decomposition that get an interval. */
export interface DriverRows {
  readonly change: DriverRow;
  readonly terms: readonly (DriverRow & { readonly level: number; readonly kind: ContributionKind })[];
  /** The terms of each level together. */
  readonly totals: readonly DriverRow[];
  readonly excesses: readonly DriverRow[];
  readonly share: (level: number, side: Side) => DriverRow;
  readonly mean: (level: number, side: Side) => DriverRow;
  /** Mean of all levels. */
  readonly whole: (side: Side) => DriverRow;
}

interface Model {
  readonly levels: readonly DriverLevel[];
  readonly all: Readonly<Record<Side, Sums>>;
  readonly form: DecompositionForm;
}

/**
 * The functions of a decomposition of means in [−1, 1] with gradients and floors. Floors are variances of as many single
 * observations with one added at each end of the range, so that nothing is certain because all agree. A mix term is a
 * product of two differences; its floor has the variance of a product (Goodman 1960), which does not vanish where both are zero.
 */
export function driverRows(levels: readonly DriverLevel[], form: DecompositionForm): DriverRows {
  const { change, terms } = changeDecomposition(levels, form);
  const model: Model = {
    levels,
    all: { before: sideSums(levels, 'before'), after: sideSums(levels, 'after') },
    form,
  };
  const whole: DriverRow = {
    value: change,
    gradient: added(terms.map(({ gradient }) => gradient)),
    floor: meanFloor(model.all.before) + meanFloor(model.all.after),
  };
  const totals = levels.map((level, index): DriverRow => {
    const mine = terms.filter((term) => term.level === index);
    return {
      value: mine.reduce((sum, { value }) => sum + value, 0),
      gradient: added(mine.map(({ gradient }) => gradient)),
      floor: totalFloor(level, model),
    };
  });
  const share = (level: number, side: Side): DriverRow => shareRow(level, side, model);
  return {
    change: whole,
    terms: terms.map((term) => ({ ...term, floor: termFloor(term, model) })),
    totals,
    excesses: totals.map((total, level) =>
      excessRow(total, whole, [share(level, 'before'), share(level, 'after')]),
    ),
    share,
    mean: (level, side) => meanRow(level, side, model),
    whole: (side) => wholeRow(side, model),
  };
}

/** Several rows as one; no less uncertain than the most uncertain of them at least is. */
export function sumOfRows(rows: readonly DriverRow[]): DriverRow {
  return {
    value: rows.reduce((sum, { value }) => sum + value, 0),
    gradient: added(rows.map(({ gradient }) => gradient)),
    floor: Math.max(...rows.map(({ floor }) => floor)),
  };
}

/** Contribution − mean share × change. */
function excessRow(
  total: DriverRow,
  change: DriverRow,
  [before, after]: readonly [DriverRow, DriverRow],
): DriverRow {
  const share = (before.value + after.value) / 2;
  const at = (row: DriverRow, i: number): number => row.gradient[i] as number;
  return {
    value: total.value - share * change.value,
    gradient: total.gradient.map(
      (g, i) => g - share * at(change, i) - (change.value / 2) * (at(before, i) + at(after, i)),
    ),
    floor: (1 - share) ** 2 * total.floor + (change.floor * (before.floor + after.floor)) / 4,
  };
}

function shareRow(level: number, side: Side, { levels, all }: Model): DriverRow {
  const { n } = sideOf(levels, level, side);
  const total = all[side].n;
  const gradient = levels.flatMap((_, at) =>
    placed(side, [(at === level ? 1 / total : 0) - n / (total * total), 0]),
  );
  return { value: n / total, gradient, floor: shareFloor(n / total, all[side].kishSize) };
}

function meanRow(level: number, side: Side, { levels }: Model): DriverRow {
  const of = sideOf(levels, level, side);
  const value = of.y / of.n;
  const gradient = levels.flatMap((_, at) => placed(side, at === level ? [-value / of.n, 1 / of.n] : [0, 0]));
  return { value, gradient, floor: meanFloor(of) };
}

function wholeRow(side: Side, { levels, all }: Model): DriverRow {
  const { n, y } = all[side];
  const value = y / n;
  return {
    value,
    gradient: levels.flatMap(() => placed(side, [-value / n, 1 / n])),
    floor: meanFloor(all[side]),
  };
}

/** Derivatives by n and y of one side among those of both. */
function placed(side: Side, [n, y]: readonly [number, number]): number[] {
  return side === 'before' ? [n, y, 0, 0] : [0, 0, n, y];
}

function termFloor({ level, kind }: ContributionTerm, model: Model): number {
  const { before, after, told } = model.levels[level] as DriverLevel;
  if (told !== 'split') return totalFloor({ before, after }, model);
  const { all, form } = model;
  const isSymmetric = form === 'symmetric';
  const [s0, s1] = [before.n / all.before.n, after.n / all.after.n];
  const [r0, r1] = [before.y / before.n, after.y / after.n];
  const [v0, v1] = [meanFloor(before), meanFloor(after)];
  if (kind === 'within') return (isSymmetric ? (s0 + s1) / 2 : s0) ** 2 * (v0 + v1);
  const shares = {
    value: s1 - s0,
    variance: shareFloor(s0, all.before.kishSize) + shareFloor(s1, all.after.kishSize),
  };
  if (kind === 'interaction') return productVariance(shares, { value: r1 - r0, variance: v0 + v1 });
  const centre = centreOf(model);
  return productVariance(
    shares,
    isSymmetric
      ? { value: (r0 + r1) / 2 - centre, variance: (v0 + v1) / 4 }
      : { value: r0 - centre, variance: v0 },
  );
}

interface Uncertain {
  readonly value: number;
  readonly variance: number;
}

function productVariance(a: Uncertain, b: Uncertain): number {
  return a.value ** 2 * b.variance + b.value ** 2 * a.variance + a.variance * b.variance;
}

/** Variance of the mean of single values m·(y − c), m the part of an observation in the level, on both sides. */
function totalFloor(level: Readonly<Record<Side, Sums>>, model: Model): number {
  const centre = centreOf(model);
  const side = (which: Side): number => {
    const { n, y, yy } = level[which];
    const { n: all, kishSize } = model.all[which];
    const meanSquare = (yy - 2 * centre * y + centre * centre * n) / all;
    return floorVariance((y - centre * n) / all, { range: [-1, 1], meanSquare, kishSize });
  };
  return side('before') + side('after');
}

function shareFloor(share: number, kishSize: number): number {
  return floorVariance(share, { range: [0, 1], meanSquare: share, kishSize });
}

function meanFloor({ n, y, yy, kishSize }: Sums): number {
  return floorVariance(y / n, { range: [-1, 1], meanSquare: yy / n, kishSize });
}

function centreOf({ all, form }: Model): number {
  const before = all.before.y / all.before.n;
  return form === 'threefold' ? before : (before + all.after.y / all.after.n) / 2;
}

function sideOf(levels: readonly DriverLevel[], level: number, side: Side): LevelSide {
  return (levels[level] as DriverLevel)[side];
}

function sideSums(levels: readonly DriverLevel[], side: Side): Sums {
  const sum = (of: (one: LevelSide) => number): number =>
    levels.reduce((total, level) => total + of(level[side]), 0);
  return {
    n: sum((one) => one.n),
    y: sum((one) => one.y),
    yy: sum((one) => one.yy),
    kishSize: sum((one) => one.kishSize),
  };
}

function added(gradients: readonly (readonly number[])[]): number[] {
  return (gradients[0] ?? []).map((_, i) => gradients.reduce((sum, g) => sum + (g[i] as number), 0));
}
