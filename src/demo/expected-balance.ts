import { type CorpusPlan, dayIn, largestBalance, type SyntheticSource } from './corpus-plan.ts';

/** What is asked of a plan. */
export interface PlantedCell {
  readonly target: string;
  readonly class: string;
  /** Days, half-open. */
  readonly start: string;
  readonly end: string;
  /** Whether the texts of the campaign count with all their copies. */
  readonly campaign: boolean;
}

/**
 * The net balance that a plan lets expect of a target in a class over some days: the mean over endlessly many corpora,
 * by the plan alone. Authors' own levels are uniform around that of their source; where they reach what a balance can be
 * at most they are cut, as the generator cuts them.
 * @returns null where no mention is planned
 */
export function expectedBalance<Driver extends string, Source extends SyntheticSource>(
  plan: CorpusPlan<Driver, Source>,
  of: PlantedCell,
): number | null {
  const { reposts } = plan;
  let [mentions, net] = [0, 0];
  for (let day = dayIn(plan.period, of.start); day < dayIn(plan.period, of.end); day++) {
    const total = plan.sources.reduce((sum, source) => sum + plan.shareOn(source, day), 0);
    for (const source of plan.sources) {
      if (source.class !== of.class) continue;
      const passedOn = source.id === reposts?.source ? reposts.share : 0;
      const posts = (plan.shareOn(source, day) / total) * (1 - passedOn);
      const copied = plan.campaign?.shareOn(source, day) ?? 0;
      const own = posts * (1 - copied) * plan.mentionShare * targetShare(plan, source, of.target);
      const campaign = of.campaign && of.target === plan.campaign?.target ? posts * copied : 0;
      mentions += own + campaign;
      net += own * meanBalance(plan, source, { day, target: of.target }) + campaign;
    }
  }
  return mentions === 0 ? null : rounded(net / mentions);
}

/** Sums over days leave errors in the last digits. */
export const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

function targetShare<Driver extends string, Source extends SyntheticSource>(
  plan: CorpusPlan<Driver, Source>,
  source: Source,
  target: string,
): number {
  return plan.targetsOf(source).find(([id]) => id === target)?.[1] ?? 0;
}

function meanBalance<Driver extends string, Source extends SyntheticSource>(
  plan: CorpusPlan<Driver, Source>,
  source: Source,
  { day, target }: { readonly day: number; readonly target: string },
): number {
  const spread = source.hasAuthors ? plan.authorSpread : 0;
  const talk = Object.entries(plan.talkOf(source, target)) as [Driver, number][];
  return talk.reduce(
    (sum, [driver, share]) =>
      sum +
      share *
        meanWithin(plan.levelOf(source, { day, target, driver }), { spread, most: largestBalance(plan) }),
    0,
  );
}

/** Mean of a level spread uniformly by `spread` on both sides and cut at the largest balance. */
function meanWithin(
  level: number,
  { spread, most }: { readonly spread: number; readonly most: number },
): number {
  if (spread === 0) return Math.max(-most, Math.min(most, level));
  const area = (x: number): number => (Math.abs(x) <= most ? x ** 2 / 2 : most * Math.abs(x) - most ** 2 / 2);
  return (area(level + spread) - area(level - spread)) / (2 * spread);
}
