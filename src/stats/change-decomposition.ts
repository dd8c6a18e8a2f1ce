import { BugError } from '../errors/errors.ts';

/** Weighted sums of one level on one side: n = Σ of weights, y = Σ of weight × value. */
interface LevelSums {
  readonly n: number;
  readonly y: number;
}

/** Sums of one level of a dimension on both sides of a change, and how its contribution is told. */
export interface ChangedLevel {
  readonly before: LevelSums;
  readonly after: LevelSums;
  /**
   * `split` = into mix and within, for a level with enough on both sides to have a mean there; `entry` = as one number, for
   * a level that is (nearly) absent on one side; `remainder` = as one number, for what stays unnamed.
   */
  readonly told: 'split' | 'entry' | 'remainder';
}

/** What a contribution stands for. */
export type ContributionKind = 'mix' | 'within' | 'interaction' | 'entry' | 'remainder';

/**
 * `symmetric`: shares and means of both sides weigh alike, nothing is left over. `threefold`: seen from before; what mix and
 * within do together is an interaction.
 */
export const DECOMPOSITION_FORMS = ['symmetric', 'threefold'] as const;

/** One of {@link DECOMPOSITION_FORMS}. */
export type DecompositionForm = (typeof DECOMPOSITION_FORMS)[number];

/** One term of a decomposition. */
export interface ContributionTerm {
  /** Index of the level. */
  readonly level: number;
  readonly kind: ContributionKind;
  readonly value: number;
  /** Derivatives by n and y before and n and y after of every level in turn: what a variance is linearized with. */
  readonly gradient: readonly number[];
}

/** Derivatives of a term by its own sums and by those of all levels together, each n₀ y₀ n₁ y₁. */
interface Derivatives {
  readonly own: readonly [number, number, number, number];
  readonly all: readonly [number, number, number, number];
}

/** Sums of all levels together. */
interface Totals {
  readonly before: LevelSums;
  readonly after: LevelSums;
}

/** Partial derivatives of a term by the shares s, the means r and the centre c. */
interface Partials {
  readonly s0: number;
  readonly s1: number;
  readonly r0: number;
  readonly r1: number;
  readonly c: number;
}

/**
 * Splits the change of a mean into what moved between the levels of a dimension (mix), what moved inside them (within), and
 * what levels brought or took away that stand on one side only (entry). The terms sum to the change.
 *
 * With s the share of a level, r its mean and M the mean of all, before and after, each level adds the change of s·(r − c):
 * - symmetric (Kitagawa 1955, with the centre of Griliches and Regev 1995): c = (M₀ + M₁)/2,
 *   mix = (s₁ − s₀)·((r₀ + r₁)/2 − c), within = (s₀ + s₁)/2·(r₁ − r₀);
 * - threefold (seen from before): c = M₀, mix = (s₁ − s₀)·(r₀ − M₀), within = s₀·(r₁ − r₀),
 *   interaction = (s₁ − s₀)·(r₁ − r₀);
 * - entry and remainder: the change of s·(r − c) as one number; a level absent on one side has s = 0 there.
 *
 * The centre leaves the sums as they are, since shares sum to one; without it the mix term of a level would depend on where
 * the scale has its zero. It makes the sign readable: a level adds to a fall when its talk grows and its stance is more
 * negative than the rest, or when its stance falls.
 *
 * An observation may be spread over several levels with weights that sum to its own: sums then stay exact.
 * A decomposition is arithmetic, not cause. Unit: that of the values. Cost: levels².
 *
 * @throws {BugError} if a side has no weight, or a split level has none on a side
 * @example Two levels of equal weight before, at 0 and 0.4; after, the first has three quarters, nothing else moved:
 * mix −0.0375 and −0.0625, together the change from 0.2 to 0.1.
 */
export function changeDecomposition(
  levels: readonly ChangedLevel[],
  form: DecompositionForm,
): { readonly change: number; readonly terms: readonly ContributionTerm[] } {
  const totals: Totals = { before: sumOf(levels, 'before'), after: sumOf(levels, 'after') };
  if (!(totals.before.n > 0 && totals.after.n > 0)) throw new BugError('a side of the change is empty');
  const spread = (index: number, { own, all }: Derivatives): number[] =>
    levels.flatMap((_, at) => all.map((total, i) => total + (at === index ? (own[i] as number) : 0)));
  const terms = levels.flatMap((level, index) =>
    termsOf(level, totals, form).map(({ derivatives, ...term }) => ({
      level: index,
      ...term,
      gradient: spread(index, derivatives),
    })),
  );
  return { change: totals.after.y / totals.after.n - totals.before.y / totals.before.n, terms };
}

type Term = Pick<ContributionTerm, 'kind' | 'value'> & { readonly derivatives: Derivatives };

function termsOf(level: ChangedLevel, totals: Totals, form: DecompositionForm): Term[] {
  const centre = centreOf(totals, form);
  if (level.told !== 'split') return [wholeTerm(level, totals, form)];
  if (!(level.before.n > 0 && level.after.n > 0)) throw new BugError('a split level is empty on one side');
  const [s0, s1] = [level.before.n / totals.before.n, level.after.n / totals.after.n];
  const [r0, r1] = [level.before.y / level.before.n, level.after.y / level.after.n];
  const [ds, dr] = [s1 - s0, r1 - r0];
  const term = (kind: ContributionKind, value: number, partials: Partials): Term => ({
    kind,
    value,
    derivatives: derivativesOf(level, totals, { partials, form }),
  });
  if (form === 'symmetric') {
    const r = (r0 + r1) / 2 - centre;
    const s = (s0 + s1) / 2;
    return [
      term('mix', ds * r, { s0: -r, s1: r, r0: ds / 2, r1: ds / 2, c: -ds }),
      term('within', s * dr, { s0: dr / 2, s1: dr / 2, r0: -s, r1: s, c: 0 }),
    ];
  }
  const r = r0 - centre;
  return [
    term('mix', ds * r, { s0: -r, s1: r, r0: ds, r1: 0, c: -ds }),
    term('within', s0 * dr, { s0: dr, s1: 0, r0: -s0, r1: s0, c: 0 }),
    term('interaction', ds * dr, { s0: -dr, s1: dr, r0: -ds, r1: ds, c: 0 }),
  ];
}

/** The change of s·(r − c) = y/N − c·n/N, which has a value where the level is absent. */
function wholeTerm(level: ChangedLevel, totals: Totals, form: DecompositionForm): Term {
  const centre = centreOf(totals, form);
  const side = (which: 'before' | 'after'): number =>
    (level[which].y - centre * level[which].n) / totals[which].n;
  const [n0, n1] = [totals.before.n, totals.after.n];
  const byCentre = centreDerivatives(totals, form);
  const ds = level.after.n / n1 - level.before.n / n0;
  return {
    kind: level.told === 'remainder' ? 'remainder' : 'entry',
    value: side('after') - side('before'),
    derivatives: {
      own: [centre / n0, -1 / n0, -centre / n1, 1 / n1],
      all: [
        side('before') / n0 - ds * byCentre[0],
        -ds * byCentre[1],
        -side('after') / n1 - ds * byCentre[2],
        -ds * byCentre[3],
      ],
    },
  };
}

/** From shares, means and centre to the sums they are made of. */
function derivativesOf(
  { before, after }: ChangedLevel,
  totals: Totals,
  { partials, form }: { readonly partials: Partials; readonly form: DecompositionForm },
): Derivatives {
  const [n0, n1] = [totals.before.n, totals.after.n];
  const { s0, s1, r0, r1, c } = partials;
  const byCentre = centreDerivatives(totals, form);
  return {
    own: [
      s0 / n0 - (r0 * before.y) / (before.n * before.n),
      r0 / before.n,
      s1 / n1 - (r1 * after.y) / (after.n * after.n),
      r1 / after.n,
    ],
    all: [
      (-s0 * before.n) / (n0 * n0) + c * byCentre[0],
      c * byCentre[1],
      (-s1 * after.n) / (n1 * n1) + c * byCentre[2],
      c * byCentre[3],
    ],
  };
}

function centreOf({ before, after }: Totals, form: DecompositionForm): number {
  const mean = before.y / before.n;
  return form === 'threefold' ? mean : (mean + after.y / after.n) / 2;
}

/** Derivatives of the centre by n₀, y₀, n₁ and y₁ of all levels together. */
function centreDerivatives(
  { before, after }: Totals,
  form: DecompositionForm,
): readonly [number, number, number, number] {
  const [first, second] = form === 'threefold' ? [1, 0] : [0.5, 0.5];
  return [
    (-first * before.y) / (before.n * before.n),
    first / before.n,
    (-second * after.y) / (after.n * after.n),
    second / after.n,
  ];
}

function sumOf(levels: readonly ChangedLevel[], side: 'before' | 'after'): LevelSums {
  return levels.reduce((sum, level) => ({ n: sum.n + level[side].n, y: sum.y + level[side].y }), {
    n: 0,
    y: 0,
  });
}
