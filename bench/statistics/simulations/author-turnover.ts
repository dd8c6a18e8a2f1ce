import { changeDecomposition } from '../../../src/stats/change-decomposition.ts';
import { driverContributions } from '../../../src/stats/driver-contributions.ts';
import type { Bounded } from '../../../src/stats/linear-estimate.ts';
import { type DriverObservation, driverMoments } from '../../../test/golden/driver-moments.ts';
import type { Simulation } from '../simulation.ts';

/** Authors on both sides, only after, only before: how many there are, and their balance. */
interface Plan {
  readonly parts: readonly [number, number, number];
  readonly stayed: readonly [number, number];
  readonly entered: number;
  readonly left: number;
}

const PLANS: Readonly<Record<string, Plan>> = {
  'others came': { parts: [0.5, 0.3, 0.2], stayed: [0.1, 0.1], entered: -0.35, left: 0.1 },
  'minds changed': { parts: [0.5, 0.25, 0.25], stayed: [0.1, -0.2], entered: -0.05, left: -0.05 },
};

const TOLD = ['split', 'entry', 'entry'] as const;
/** Posts of an author on one side: 1 + ⌊10·u⁴⌋, and their expectation. */
const posts = (random: () => number): number => 1 + Math.floor(10 * random() ** 4);
const MEAN_POSTS = 1 + [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, j) => sum + 1 - (j / 10) ** 0.25, 0);

function drawPosts(plan: Plan, nAuthors: number, random: () => number): DriverObservation[] {
  const drawn: DriverObservation[] = [];
  for (let author = 0; author < nAuthors; author++) {
    const u = random();
    const kind = u < plan.parts[0] ? 0 : u < plan.parts[0] + plan.parts[1] ? 1 : 2;
    const own = (random() - 0.5) * 0.5;
    const sides = kind === 0 ? [0, 1] : kind === 1 ? [1] : [0];
    for (const side of sides) {
      const level = own + (kind === 0 ? plan.stayed[side as 0 | 1] : kind === 1 ? plan.entered : plan.left);
      for (let p = posts(random); p > 0; p--) {
        const draw = random();
        const y = draw < 0.35 + level / 2 ? 1 : draw > 0.65 + level / 2 ? -1 : 0;
        drawn.push({ y, after: side === 1, author, copies: drawn.length, levels: [kind] });
      }
    }
  }
  return drawn;
}

function truthOf(plan: Plan): { readonly terms: readonly number[]; readonly change: number } {
  const cell = (part: number, balance: number) => ({ n: part * MEAN_POSTS, y: part * MEAN_POSTS * balance });
  const none = { n: 0, y: 0 };
  const levels = [
    { before: cell(plan.parts[0], plan.stayed[0]), after: cell(plan.parts[0], plan.stayed[1]) },
    { before: none, after: cell(plan.parts[1], plan.entered) },
    { before: cell(plan.parts[2], plan.left), after: none },
  ].map((level, i) => ({ ...level, told: TOLD[i] as 'split' | 'entry' }));
  const { terms, change } = changeDecomposition(levels, 'symmetric');
  return { terms: terms.map(({ value }) => value), change };
}

/** Coverage of the contributions of authors who stay, come and go. */
export const authorTurnover: Simulation = {
  id: 'author-turnover',
  title: 'Authors who stay, come and go',
  text: `Authors with a level of their own write a post or several before and after, only after, or only before. *Others came*: those who
stay do not change, those who come are more negative. *Minds changed*: those who stay fall by 30 points. *Change*, *stayed* (mix and within), *entered*
and *left*: share of 95 % intervals that hold the truth. *Called entry*: the entry term as a whole excludes zero and the within term does not.`,
  cases: Object.keys(PLANS).flatMap((plan) => [100, 800].map((authors) => ({ plan, authors }))),
  columns: [
    { of: 'change', label: 'change', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'within', label: 'stayed, within', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'mix', label: 'stayed, mix', kind: 'rate', goal: { from: 0.93 } },
    { of: 'entered', label: 'entered', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'left', label: 'left', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    {
      of: 'calledEntry',
      label: 'called entry',
      kind: 'rate',
      goal: { from: 0.9, cases: ({ plan, authors }) => plan === 'others came' && authors === 800 },
    },
  ],
  replicates: { full: 2000, short: 60 },
  short: ({ authors }) => authors === 100,
  run({ plan: name, authors }, random) {
    const plan = PLANS[String(name)] as Plan;
    const truth = truthOf(plan);
    const { levels, crossProducts } = driverMoments(
      drawPosts(plan, Number(authors), random),
      3,
      (i) => TOLD[i] as 'split',
    );
    const { change, drivers, kinds } = driverContributions(levels, crossProducts, {
      form: 'symmetric',
      confidenceLevel: 0.95,
      draws: 1,
      random,
    });
    const holds = ({ lower, upper }: Bounded, value: number | undefined): number =>
      Number(lower <= (value ?? Number.NaN) && (value ?? Number.NaN) <= upper);
    const terms = drivers.flatMap((driver) => driver.terms);
    const excludesZero = (kind: string): boolean =>
      kinds.some((one) => one.kind === kind && (one.lower > 0 || one.upper < 0));
    const [mix, within, entered, left] = terms.map((term, i) => holds(term, truth.terms[i])) as [
      number,
      number,
      number,
      number,
    ];
    return {
      change: holds(change, truth.change),
      mix,
      within,
      entered,
      left,
      ...(name === 'others came'
        ? { calledEntry: Number(excludesZero('entry') && !excludesZero('within')) }
        : {}),
    };
  },
};
