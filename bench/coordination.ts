import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinCampaigns } from '../src/coordinate/join-campaigns.ts';
import { type DatedActions, linkedAccounts } from '../src/coordinate/linked-accounts.ts';
import type { Behaviour } from '../src/domain/behaviour.ts';
import { createCanonicalizer, exactHash } from '../src/text/shingles.ts';

/** Finds campaigns in two published operations: `node bench/coordination.ts`, after `npm run data`. Prints counts alone. */

interface Act {
  readonly account: string;
  readonly object: string;
  /** Seconds since 1970. */
  readonly at: number;
}

const DATA = join(import.meta.dirname, '..', 'data');
const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

function rowsOf(path: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  const text = readFileSync(path, 'utf8');
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      row.push(cell);
      cell = '';
      if (c === '\n') rows.push(row.splice(0));
    } else if (c !== '\r') cell += c;
  }
  return rows.slice(1);
}

function tableOf(
  acts: readonly Act[],
  accounts: readonly string[],
  [window, exchange]: readonly [number, number],
): DatedActions {
  const place = new Map(accounts.map((account, i) => [account, i]));
  const rows = new Map<string, Act & { readonly slot: number }>();
  for (const act of acts) {
    const slot = Math.floor(act.at / window);
    rows.set(`${act.account}\0${act.object}\0${slot}`, { ...act, slot });
  }
  const sorted = [...rows.values()].sort(
    (a, b) =>
      a.slot - b.slot ||
      (a.object < b.object ? -1 : a.object > b.object ? 1 : 0) ||
      (place.get(a.account) as number) - (place.get(b.account) as number),
  );
  const features = new Map<string, number>();
  for (const { slot, object } of sorted) {
    const key = `${slot}\0${object}`;
    if (!features.has(key)) features.set(key, features.size);
  }
  const column = (of: (row: (typeof sorted)[number]) => number): Int32Array => Int32Array.from(sorted, of);
  const strata = column((row) => Math.floor(row.at / exchange));
  return {
    nAuthors: accounts.length,
    nFeatures: features.size,
    authors: column((row) => place.get(row.account) as number),
    features: column((row) => features.get(`${row.slot}\0${row.object}`) as number),
    moments: column((row) => row.slot),
    strata,
    periods: strata,
    days: column((row) => Math.floor(row.at / DAY)),
  };
}

interface Looked {
  readonly behaviour: Behaviour;
  readonly acts: readonly Act[];
  readonly windows: readonly [number, number];
  readonly fewest: number;
}

function seek(name: string, looked: readonly Looked[], categories: ReadonlyMap<string, string>): void {
  const accounts = [...new Set(looked.flatMap(({ acts }) => acts.map((act) => act.account)))].sort();
  const behaviours = looked.map(({ behaviour, acts, windows, fewest }) => ({
    behaviour,
    linked: linkedAccounts(tableOf(acts, accounts, windows), { fewest, seed: 1 }),
  }));
  const found = joinCampaigns({ behaviours, texts: [], fewestAuthors: 3 });
  const members = found.reduce((sum, one) => sum + one.authors.length, 0);
  const links = behaviours.map(
    ({ behaviour, linked }) => `${behaviour} ${linked.pairs.length} (${linked.threshold?.toFixed(2) ?? '–'})`,
  );
  process.stdout.write(
    `| ${name} | ${accounts.length} | ${links.join(', ')} | ${found.length} | ${members} | ${found[0]?.authors.length ?? 0} |`,
  );
  if (categories.size === 0) {
    process.stdout.write(' – | – |\n');
    return;
  }
  const of = (author: number): string => categories.get(accounts[author] as string) ?? 'unlabelled';
  const largest = (values: readonly string[]): number =>
    Math.max(...[...Map.groupBy(values, (one) => one).values()].map((same) => same.length));
  const pure = found.reduce((sum, one) => sum + largest(one.authors.map(of)), 0);
  const chance = largest(accounts.map((_, i) => of(i))) / accounts.length;
  process.stdout.write(
    ` ${((100 * pure) / Math.max(1, members)).toFixed(0)} % | ${(100 * chance).toFixed(0)} % |\n`,
  );
}

function coortweet(): void {
  const acts = rowsOf(join(DATA, 'coortweet-russian-coordinated', 'russian_coord_tweets.csv')).map(
    ([object, account, , at]): Act => ({
      object: object as string,
      account: account as string,
      at: Number(at),
    }),
  );
  seek(
    'coortweet-russian-coordinated',
    [{ behaviour: 'repost', acts, windows: [MINUTE, DAY], fewest: 3 }],
    new Map(),
  );
}

function ira(): void {
  const categories = new Map(
    rowsOf(join(DATA, 'ira-troll-tweets', 'authors.csv')).map((row) => [row[1] as string, row[4] as string]),
  );
  const canonical = createCanonicalizer();
  for (const path of globSync(join(DATA, 'ira-troll-tweets', 'windows', '*.csv')).sort()) {
    const posts = rowsOf(path).map((row) => ({
      account: row[0] as string,
      text: (row[1] as string).replace(/https?:\S+/g, ''),
      at: Date.parse(`${(row[4] as string).replace(' ', 'T')}Z`) / 1_000,
      isRepost: row[10] === '1',
    }));
    const tagged = posts.flatMap(({ account, text, at }) => {
      const tags = [...new Set(text.toLowerCase().match(/#[\p{L}\p{N}_]{2,}/gu) ?? [])].sort();
      return tags.length < 2 ? [] : [{ account, at, object: tags.join(' ') }];
    });
    const copied = posts.flatMap(({ account, text, at, isRepost }) => {
      const units = canonical(text);
      return isRepost || units.length < 44 ? [] : [{ account, at, object: String(exactHash(units)) }];
    });
    const name = `ira-troll-tweets ${path.slice(-25).replace(/^.*?(\d{4}-\d\d-\d\d).*$/s, '$1')}`;
    seek(
      name,
      [
        { behaviour: 'copied-text', acts: copied, windows: [DAY, 7 * DAY], fewest: 3 },
        { behaviour: 'hashtags', acts: tagged, windows: [HOUR, DAY], fewest: 3 },
        {
          behaviour: 'time',
          acts: posts.map((one) => ({ ...one, object: '' })),
          windows: [MINUTE, HOUR],
          fewest: 12,
        },
      ],
      categories,
    );
  }
}

process.stdout.write(
  '| data | accounts | pairs above chance (bar) | groups | accounts in them | largest | of one published category | if drawn at random |\n| --- | --: | --- | --: | --: | --: | --: | --: |\n',
);
coortweet();
ira();
