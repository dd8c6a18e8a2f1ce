import { readFileSync } from 'node:fs';
import type { StanceModelCard } from '../../../src/annotate/stance/model-card.ts';
import { confusionInversion } from '../../../src/stats/confusion-inversion.ts';
import { type ConfusionCounts, confusionSpread } from '../../../src/stats/confusion-spread.ts';
import { drawClass, uniformShares } from '../normal-draw.ts';
import type { Simulation } from '../simulation.ts';

interface Kind {
  readonly language: string;
  readonly domain: string;
  readonly confusion: ConfusionCounts;
}

const CARD = JSON.parse(
  readFileSync(new URL('../../../models/stance-1/model.json', import.meta.url), 'utf8'),
) as StanceModelCard;

const KINDS = CARD.languages.flatMap(({ language, byDomain }) =>
  Object.entries(byDomain).map(([domain, { confusion }]): Kind => ({ language, domain, confusion })),
);

const N = 1000;

/** What the annotator decides of texts of a kind with these true shares. */
function decide({ confusion }: Kind, shares: readonly number[], random: () => number) {
  const rates = confusion.map((row) => row.map((n) => n / row.reduce((sum, m) => sum + m, 0)));
  const counts = [0, 0, 0];
  for (let i = 0; i < N; i++) counts[drawClass(rates[drawClass(shares, random)] ?? [], random)]! += 1;
  const decided = counts.map((k) => k / N) as [number, number, number];
  return {
    decided,
    covariance: decided.map((p, i) => decided.map((q, j) => ((i === j ? p : 0) - p * q) / N)),
  };
}

/** Coverage of the error band where the corpus is each kind of text of the shipped card in turn. */
export const errorBandOnCard: Simulation = {
  id: 'error-band-on-card',
  title: 'The band from the card of stance-1, one kind of text left out',
  text: `The corpus is read as the card of \`stance-1\` says of one kind of text; the band is made from the others, as if that kind had not been coded. All true
shares are equally likely, ${N} mentions before and after. The errors of a kind are the same in every replicate, so a row below 95 % is a kind that the others
do not speak for, and the mean over the rows is what the band promises. English has one other kind, so its center is poorly known.`,
  cases: [{ kind: 'any' }, ...KINDS.map(({ language, domain }) => ({ kind: `${language} ${domain}` }))],
  columns: [
    { of: 'level', label: 'balance', kind: 'rate' },
    { of: 'level width', label: 'width', kind: 'mean' },
    { of: 'change', label: 'change', kind: 'rate' },
    { of: 'change width', label: 'width', kind: 'mean' },
    { of: 'counted level', label: 'error of the balance counted', kind: 'mean' },
  ],
  replicates: { full: 1000, short: 10 },
  run: ({ kind }, random) => {
    const left =
      KINDS.find(({ language, domain }) => kind === `${language} ${domain}`) ??
      (KINDS[Math.floor(random() * KINDS.length)] as Kind);
    const others = [...Map.groupBy(KINDS, ({ language }) => language)].map(([language, kinds]) => ({
      language,
      matrices: kinds.filter((one) => one !== left).map(({ confusion }) => confusion),
    }));
    const group = others.findIndex(({ language }) => language === left.language);
    const spread = confusionSpread(
      others.map(({ matrices }) => matrices),
      { group, kind: null },
    );
    const [p0, p1] = [uniformShares(3, random), uniformShares(3, random)];
    const [before, after] = [decide(left, p0, random), decide(left, p1, random)];
    const common = { spread, functional: [-1, 0, 1] as const, level: 0.95 };
    const level = confusionInversion({ ...common, ...after, mass: [1, 0] });
    const change = confusionInversion({
      ...common,
      decided: [0, 1, 2].map((k) => (after.decided[k] ?? 0) - (before.decided[k] ?? 0)) as [
        number,
        number,
        number,
      ],
      covariance: after.covariance.map((row, i) => row.map((v, j) => v + (before.covariance[i]?.[j] ?? 0))),
      mass: [1, 1],
    });
    const net = (p: readonly number[]): number => (p[2] as number) - (p[0] as number);
    const holds = (band: typeof level, truth: number): number =>
      band !== null && band.lower <= truth && truth <= band.upper ? 1 : 0;
    return {
      level: holds(level, net(p1)),
      change: holds(change, net(p1) - net(p0)),
      ...(level === null ? {} : { 'level width': level.upper - level.lower }),
      ...(change === null ? {} : { 'change width': change.upper - change.lower }),
      'counted level': Math.abs(net(after.decided) - net(p1)),
    };
  },
};
