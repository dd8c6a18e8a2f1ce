import { benjaminiHochberg } from '../../../src/stats/benjamini-hochberg.ts';
import { changeDecomposition } from '../../../src/stats/change-decomposition.ts';
import { driverContributions } from '../../../src/stats/driver-contributions.ts';
import type { Bounded } from '../../../src/stats/linear-estimate.ts';
import { type DriverObservation, driverMoments } from '../../../test/golden/driver-moments.ts';
import type { Simulation } from '../simulation.ts';

/** What is planted: talk and stance of each theme on both sides; the last level is "none of these". */
interface Plan {
  readonly talk: readonly [readonly number[], readonly number[]];
  readonly stance: readonly [readonly number[], readonly number[]];
  /** Levels whose contribution is zero. */
  readonly nulls: readonly number[];
  /** The level that contributes most; null = none does. */
  readonly first: number | null;
}

const SAME_TALK = [0.3, 0.2, 0.2, 0.1, 0.2] as const;
const LEVELS = [0.1, 0.05, 0.15, 0, 0.1] as const;

const PLANS: Readonly<Record<string, Plan>> = {
  // Half, three and two tenths of a change of −0.2; two themes of the five stand still.
  'three drivers': {
    talk: [SAME_TALK, SAME_TALK],
    stance: [LEVELS, [0.1 - 0.1 / 0.3, 0.05 - 0.06 / 0.2, 0.15 - 0.04 / 0.2, 0, 0.1]],
    nulls: [3, 4],
    first: 0,
  },
  'one driver': {
    talk: [SAME_TALK, SAME_TALK],
    stance: [LEVELS, [-0.3, 0.05, 0.15, 0, 0.1]],
    nulls: [1, 2, 3, 4],
    first: 0,
  },
  'mix only': {
    talk: [
      [0.3, 0.2, 0.2, 0.1, 0.2],
      [0.15, 0.35, 0.2, 0.1, 0.2],
    ],
    stance: [
      [0.3, -0.3, 0.05, 0, 0.1],
      [0.3, -0.3, 0.05, 0, 0.1],
    ],
    nulls: [],
    first: null,
  },
  nothing: {
    talk: [SAME_TALK, SAME_TALK],
    stance: [LEVELS, LEVELS],
    nulls: [0, 1, 2, 3, 4],
    first: null,
  },
};

/** Share of mentions with a second theme. */
const SECOND = 0.25;
/** Share of an author's mentions that are about the theme the author always returns to. */
const LOYALTY = 0.4;

const planOf = (name: string | number | undefined): Plan => PLANS[String(name)] as Plan;

function drawTheme(talk: readonly number[], u: number): number {
  let sum = 0;
  for (const [theme, share] of talk.entries()) {
    sum += share;
    if (u < sum) return theme;
  }
  return talk.length - 1;
}

/** Posts of authors with a level and a theme of their own, some very active; one in ten is a copy of another author's. */
function drawPosts(plan: Plan, nAuthors: number, random: () => number): DriverObservation[] {
  const posts: DriverObservation[] = [];
  const none = plan.talk[0].length - 1;
  for (let author = 0; author < nAuthors; author++) {
    const own = (random() - 0.5) * 0.5;
    const favourite = random();
    const number = 1 + Math.floor(20 * random() ** 4);
    for (let p = 0; p < number; p++) {
      const copied = random() < 0.1 ? posts[Math.floor(random() * posts.length)] : undefined;
      if (copied !== undefined) {
        posts.push({ ...copied, author });
        continue;
      }
      const side = random() < 0.5 ? 1 : 0;
      const theme = drawTheme(plan.talk[side], random() < LOYALTY ? favourite : random());
      const second = random() < SECOND ? drawTheme(plan.talk[side], random()) : theme;
      const levels = second === theme || theme === none || second === none ? [theme] : [theme, second];
      const level =
        own + levels.reduce((sum, g) => sum + (plan.stance[side][g] as number) / levels.length, 0);
      const u = random();
      const y = u < 0.35 + level / 2 ? 1 : u > 0.65 + level / 2 ? -1 : 0;
      posts.push({ y, after: side === 1, author, copies: posts.length, levels });
    }
  }
  return posts;
}

/** The contributions that endless posts would give. */
function truthOf(plan: Plan): {
  mix: number[];
  within: number[];
  total: number[];
  change: number;
  shares: number[];
} {
  const none = plan.talk[0].length - 1;
  const sums = plan.talk.map((talk, side) => {
    const cells = talk.map(() => ({ n: 0, y: 0 }));
    const add = (levels: readonly number[], probability: number): void => {
      const stance = levels.reduce((sum, g) => sum + (plan.stance[side]?.[g] as number) / levels.length, 0);
      for (const g of levels) {
        const cell = cells[g] as { n: number; y: number };
        cell.n += probability / levels.length;
        cell.y += (probability / levels.length) * stance;
      }
    };
    for (const [g, p] of talk.entries()) {
      add([g], p * (1 - SECOND));
      for (const [h, q] of talk.entries()) {
        add(h === g || g === none || h === none ? [g] : [g, h], p * SECOND * q);
      }
    }
    return cells;
  });
  const levels = SAME_TALK.map((_, g) => ({
    before: sums[0]?.[g] as { n: number; y: number },
    after: sums[1]?.[g] as { n: number; y: number },
    told: 'split' as const,
  }));
  const { terms, change } = changeDecomposition(levels, 'symmetric');
  const of = (kind: string): number[] => terms.filter((t) => t.kind === kind).map((t) => t.value);
  const [mix, within] = [of('mix'), of('within')];
  return {
    mix,
    within,
    change,
    total: mix.map((m, g) => m + (within[g] as number)),
    shares: levels.map(({ before, after }) => (before.n + after.n) / 2),
  };
}

const TRUTHS = new Map(Object.entries(PLANS).map(([name, plan]) => [name, truthOf(plan)]));

/** Coverage, order and false discoveries of the contributions of themes. */
export const driverContributionsSimulation: Simulation = {
  id: 'driver-contributions',
  title: 'Contributions of themes to a change',
  text: `Mentions by authors who differ in their level, in the theme they return to and in how much they write; a quarter
name a second theme and count half for each; one in ten is a copy of another author's. *Three drivers* carry 5, 3 and 2 tenths of a change of about
−20 points while two themes stand still; *one driver* moves by −40 points where it is talked of, the others stand still; *mix only*
moves talk between two themes of opposite stance and no stance at all; in *nothing* nothing moves.
*Change*, *within*, *mix*, *contribution* and *excess*: share of 95 % intervals that hold the truth, all themes together. *First*: the driver
planted first has the largest contribution. *False*: share of themes named drivers (q ≤ 5 %) whose contribution is zero, 0 where none is named.
*Called mix*: the mix term as a whole excludes zero and the within term does not.`,
  cases: Object.keys(PLANS).flatMap((plan) => [150, 1000].map((authors) => ({ plan, authors }))),
  columns: [
    { of: 'change', label: 'change', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'within', label: 'within', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'mix', label: 'mix', kind: 'rate', goal: { from: 0.93 } },
    { of: 'total', label: 'contribution', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'excess', label: 'excess', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    {
      of: 'first',
      label: 'first',
      kind: 'rate',
      goal: { from: 0.95, cases: ({ authors }) => authors === 1000 },
    },
    { of: 'probability', label: 'stated probability', kind: 'mean' },
    { of: 'false', label: 'false', kind: 'rate', goal: { to: 0.05 } },
    {
      of: 'calledMix',
      label: 'called mix',
      kind: 'rate',
      goal: { from: 0.9, cases: ({ authors }) => authors === 1000 },
    },
  ],
  replicates: { full: 1000, short: 20 },
  short: ({ authors }) => authors === 150,
  run({ plan: name, authors }, random) {
    const plan = planOf(name);
    const truth = TRUTHS.get(String(name)) as ReturnType<typeof truthOf>;
    const { levels, crossProducts } = driverMoments(
      drawPosts(plan, Number(authors), random),
      SAME_TALK.length,
    );
    const { change, drivers, kinds } = driverContributions(levels, crossProducts, {
      form: 'symmetric',
      confidenceLevel: 0.95,
      draws: 200,
      random,
    });
    const covers = (of: (g: number) => readonly [Bounded, number]): number =>
      drivers.filter((_, g) => {
        const [{ lower, upper }, value] = of(g);
        return lower <= value && value <= upper;
      }).length / drivers.length;
    const total = (g: number): number => truth.total[g] as number;
    const q = benjaminiHochberg(drivers.map(({ pValue }) => pValue));
    const named = q.flatMap((value, g) => (value <= 0.05 ? [g] : []));
    const excludesZero = (kind: string): boolean =>
      kinds.some((one) => one.kind === kind && (one.lower > 0 || one.upper < 0));
    const values = drivers.map((driver) => driver.contribution.value);
    const first = values.indexOf(Math.min(...values));
    return {
      change: Number(change.lower <= truth.change && truth.change <= change.upper),
      mix: covers((g) => [drivers[g]?.terms[0] as Bounded, truth.mix[g] as number]),
      within: covers((g) => [drivers[g]?.terms[1] as Bounded, truth.within[g] as number]),
      total: covers((g) => [drivers[g]?.contribution as Bounded, total(g)]),
      excess: covers((g) => [
        drivers[g]?.excess as Bounded,
        total(g) - (truth.shares[g] as number) * truth.change,
      ]),
      ...(plan.first === null
        ? {}
        : {
            first: Number(first === plan.first),
            probability: drivers[plan.first]?.first as number,
          }),
      ...(plan.nulls.length === 0
        ? {}
        : { false: named.filter((g) => plan.nulls.includes(g)).length / Math.max(1, named.length) }),
      ...(name === 'mix only' ? { calledMix: Number(excludesZero('mix') && !excludesZero('within')) } : {}),
    };
  },
};
