import { joinCampaigns } from '../../../src/coordinate/join-campaigns.ts';
import { type DatedActions, linkedAccounts } from '../../../src/coordinate/linked-accounts.ts';
import { campaignTexts, type PassingOn } from '../../../src/coordinate/passed-on-texts.ts';
import type { Simulation } from '../simulation.ts';

const DAYS = 14;
const HOURS = 24 * DAYS;
/** Features of an hour: what is linked to, the most popular first. */
const OBJECTS = 400;
const ACCOUNTS = 500;
/** News that break: in that hour a third of those who are there share the same three things. */
const BURSTS = [100, 190, 200, 260, 300] as const;
const BURST_SHARE = 0.35;
const CIRCLES = 12;

type Kind = 'link' | 'hashtags' | 'copied-text' | 'one-text';

interface Action {
  readonly account: number;
  readonly hour: number;
  readonly object: number;
}

interface Drawn {
  readonly actions: Action[];
  /** Accounts that took part in a burst. */
  readonly inBursts: Set<number>;
}

/** People share what is popular, in the evening more than at night; some fifty times as often as others. Circles of friends share from a list of their own. */
function drawOrganic(random: () => number): Drawn {
  const actions: Action[] = [];
  const inBursts = new Set<number>();
  const hourOf = (): number => {
    const day = Math.floor(DAYS * random());
    const hour = Math.floor((8 + 8 * (random() + random())) % 24);
    return 24 * day + hour;
  };
  for (let account = 0; account < ACCOUNTS; account++) {
    const n = 2 + Math.floor(100 * random() ** 6);
    const circle = account % CIRCLES;
    for (let i = 0; i < n; i++) {
      const hour = hourOf();
      const isOwn = account < 10 * CIRCLES && random() < 0.4;
      const day = Math.floor(hour / 24);
      const object = isOwn
        ? OBJECTS + 10 * (circle * DAYS + day) + Math.floor(10 * random())
        : Math.floor(OBJECTS * random() ** 3);
      actions.push({ account, hour, object });
    }
    for (const [k, hour] of BURSTS.entries()) {
      if (random() > BURST_SHARE * Math.min(1, n / 20)) continue;
      inBursts.add(account);
      for (let i = 0; i < 3; i++)
        if (random() < 0.8) actions.push({ account, hour, object: 1_000_000 + 3 * k + i });
    }
  }
  return { actions, inBursts };
}

/** Accounts of a campaign do some of a list of things within the hour that each is set for, and beside it what others do. */
function drawCampaign(size: number, random: () => number): Action[] {
  const script = Array.from({ length: 12 }, (_, i) => ({
    hour: Math.floor(HOURS * random()),
    object: 2_000_000 + i,
  }));
  return Array.from({ length: size }, (_, i) => ACCOUNTS + i).flatMap((account) => [
    ...script.filter(() => random() < 0.7).map((one) => ({ account, ...one })),
    ...Array.from({ length: Math.floor(12 * random()) }, () => ({
      account,
      hour: Math.floor(HOURS * random()),
      object: Math.floor(OBJECTS * random() ** 3),
    })),
  ]);
}

function tableOf(actions: readonly Action[], window: number, exchange: number): DatedActions {
  const rows = new Map<string, Action & { readonly slot: number }>();
  for (const one of actions) {
    const slot = Math.floor(one.hour / window);
    rows.set(`${one.account} ${slot} ${one.object}`, { ...one, slot });
  }
  const features = new Map<string, number>();
  const sorted = [...rows.values()].sort(
    (a, b) => a.slot - b.slot || a.object - b.object || a.account - b.account,
  );
  for (const { slot, object } of sorted) {
    const key = `${slot} ${object}`;
    if (!features.has(key)) features.set(key, features.size);
  }
  const column = (of: (row: (typeof sorted)[number]) => number): Int32Array => Int32Array.from(sorted, of);
  const stratum = column((row) => Math.floor(row.hour / exchange));
  return {
    nAuthors: 1 + sorted.reduce((most, row) => Math.max(most, row.account), 0),
    nFeatures: features.size,
    authors: column((row) => row.account),
    features: column((row) => features.get(`${row.slot} ${row.object}`) as number),
    moments: column((row) => row.slot),
    strata: stratum,
    periods: stratum,
    days: column((row) => Math.floor(row.hour / 24)),
  };
}

/** Texts that ten or more accounts passed on: by accounts that say little else, by people as they are, and by newcomers whom news bring. */
function drawTexts(size: number, random: () => number): PassingOn[] {
  const draw = (n: number, share: number): number =>
    Array.from({ length: n }, () => random()).filter((u) => u < share).length;
  const row = (text: string, nAuthors: number, share: number, others: number): PassingOn => ({
    text,
    nAuthors,
    nSingle: draw(nAuthors, share),
    nOthers: 300,
    nOthersSingle: draw(300, others),
  });
  return [
    ...(size === 0 ? [] : [row('planted', size, 0.9, 0.4)]),
    ...Array.from({ length: 8 }, (_, i) => row(`organic ${i}`, 10 + Math.floor(60 * random()), 0.4, 0.4)),
    ...Array.from({ length: 4 }, (_, i) => row(`news ${i}`, 20 + Math.floor(200 * random()), 0.75, 0.75)),
  ];
}

function runTexts(size: number, random: () => number) {
  const named = campaignTexts(drawTexts(size, random));
  const wrong = named.filter((text) => text !== 'planted').length;
  return {
    any: Number(wrong > 0),
    burst: Number(named.some((text) => text.startsWith('news'))) / 4,
    ...(named.length === 0 ? {} : { precision: (named.length - wrong) / named.length }),
    ...(size === 0 ? {} : { recall: Number(named.includes('planted')) }),
  };
}

/** Whether planted campaigns are found, and nobody else. */
export const coordinationSimulation: Simulation = {
  id: 'coordination',
  title: 'Campaigns among people, news and circles of friends',
  text: `${ACCOUNTS} accounts over ${DAYS} days share what is popular, some a hundred times as often as others; 120 of them belong to ${CIRCLES} circles that share from a list of
the day of their own. In ${BURSTS.length} hours news break: a third of the busy accounts share three things of it within the hour. A campaign of *size* accounts does within the hour
some of twelve things (70 % each), and up to twelve that others do. *link*: windows of an hour, accounts exchanged within a day; *copied-text*: of a day and a week.
*one-text*: accounts of which 90 % say little else pass on one text, where 40 % of those who write then do; eight other texts are passed on by people as they are, four by
a crowd of newcomers among newcomers. *precision*, *recall*: of accounts (of texts), where any is named and where any is planted. *burst*: share of the accounts that took part in
news (of the texts of newcomers) that are named. *any*: searches in which any account (text) is named that was not planted.`,
  cases: (['link', 'copied-text', 'one-text'] as const).flatMap((kind: Kind) =>
    (kind === 'one-text' ? [0, 12, 30, 100] : [0, 5, 15, 50]).map((size) => ({ kind, size })),
  ),
  columns: [
    {
      of: 'precision',
      label: 'precision',
      kind: 'rate',
      goal: { from: 0.9, cases: ({ size }) => size !== 0 },
    },
    { of: 'recall', label: 'recall', kind: 'rate', goal: { from: 0.8 } },
    { of: 'burst', label: 'burst', kind: 'rate', goal: { to: 0.01 } },
    { of: 'any', label: 'any', kind: 'rate', goal: { to: 0.05 } },
  ],
  replicates: { full: 12, short: 2 },
  short: ({ size }) => size === 0 || size === 15 || size === 30,
  chunk: 4,
  code: ['src/coordinate/*.ts'],
  run({ kind, size: written }, random) {
    const size = Number(written);
    if (kind === 'one-text') return runTexts(size, random);
    const { actions, inBursts } = drawOrganic(random);
    const all = [...actions, ...(size === 0 ? [] : drawCampaign(size, random))];
    const table = kind === 'link' ? tableOf(all, 1, 24) : tableOf(all, 24, 7 * 24);
    const linked = linkedAccounts(table, { fewest: 3, seed: Math.floor(2 ** 31 * random()) });
    const found = joinCampaigns({
      behaviours: [{ behaviour: kind === 'link' ? 'link' : 'copied-text', linked }],
      texts: [],
      fewestAuthors: 3,
    }).flatMap(({ authors }) => authors);
    const right = found.filter((account) => account >= ACCOUNTS).length;
    return {
      any: Number(found.length > right),
      burst: found.filter((account) => inBursts.has(account)).length / inBursts.size,
      ...(found.length === 0 ? {} : { precision: right / found.length }),
      ...(size === 0 ? {} : { recall: right / size }),
    };
  },
};
