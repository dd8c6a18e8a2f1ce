import { seededRandom } from '../stats/random.ts';
import type { Grammar, PlantedDriver, PlantedStance } from './grammar.ts';
import { ENGLISH } from './grammar-en.ts';
import { RUSSIAN } from './grammar-ru.ts';
import { CHINESE } from './grammar-zh.ts';
import { PLAN, PLANNED_SOURCES, type PlannedSource, TARGET_SHARES } from './plan.ts';
import { campaignShareOn, DAYS, dateOf, LARGEST_BALANCE, plantedLevel, shareOn } from './schedule.ts';
import { writeText } from './write-text.ts';

/** How much to generate. */
export interface CorpusOptions {
  readonly documents: number;
  readonly seed: number;
}

/** A synthetic post as a platform would give it. */
interface SyntheticPost {
  readonly id: string;
  readonly published_at: string;
  readonly author?: string;
  readonly text: string;
  readonly url: string;
  readonly region?: string;
  readonly likes: number;
  readonly repost_of?: string;
}

/** A post with what was planted in it, which never enters the post's file. */
export interface PlantedPost {
  readonly source: PlannedSource;
  /** `2024-07` */
  readonly month: string;
  readonly post: SyntheticPost;
  readonly truth: {
    readonly target: string | null;
    readonly stance: PlantedStance;
    readonly driver: PlantedDriver;
    readonly campaign: boolean;
  };
}

const GRAMMARS: Readonly<Record<PlannedSource['language'], Grammar>> = {
  ru: RUSSIAN,
  zh: CHINESE,
  en: ENGLISH,
};
const DAY = 86_400_000;

const REGIONS = [
  'Москва',
  'Санкт-Петербург',
  'Омская область',
  'Татарстан',
  'Приморский край',
  'Самарская область',
  'Пермский край',
  'Томская область',
];

/**
 * Writes synthetic posts day by day, in bounded memory. The same seed and number give the same posts on every machine.
 */
export function* generateCorpus(options: CorpusOptions): Iterable<PlantedPost> {
  const random = seededRandom(options.seed * 7919 + 17);
  const recent: SyntheticPost[] = [];
  let written = 0;
  for (let day = 0; day < DAYS; day++) {
    const until = Math.round((options.documents * (day + 1)) / DAYS);
    const shares = PLANNED_SOURCES.map((source) => shareOn(source, day));
    const total = shares.reduce((sum, share) => sum + share, 0);
    for (; written < until; written++) {
      const source = PLANNED_SOURCES[drawIndex(shares, random() * total)] as PlannedSource;
      const context = { day, serial: written, options, random };
      const planted = draws(campaignShareOn(source, day), random)
        ? campaignPost(source, context)
        : ordinaryPost(source, context);
      if (source.id === PLAN.reposts.source && random() < PLAN.reposts.share && recent.length > 50) {
        yield repost(planted, recent[Math.floor(random() * recent.length)] as SyntheticPost);
        continue;
      }
      if (source.id === PLAN.reposts.source && planted.truth.target === null) {
        recent.push(planted.post);
        if (recent.length > 200) recent.shift();
      }
      yield planted;
    }
  }
}

interface PostContext {
  readonly day: number;
  readonly serial: number;
  readonly options: CorpusOptions;
  readonly random: () => number;
}

/** Draws only where there is a chance, so that what is planned elsewhere draws the same numbers. */
const draws = (share: number, random: () => number): boolean => share > 0 && random() < share;

function drawIndex(shares: readonly number[], at: number): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    sum += shares[i] as number;
    if (at < sum) return i;
  }
  return shares.length - 1;
}

const CAMPAIGN_TEXT =
  'Друзья, хватит слушать паникёров: Китай был и остаётся надёжным союзником, вместе мы выстоим и победим, перешлите это каждому, кто сомневается';

function campaignPost(source: PlannedSource, context: PostContext): PlantedPost {
  const { random } = context;
  const marks = ['', '!', '!!!', ' 🔥', ' 💪', ' Распространите.', ' Максимальный репост!'];
  const text = `${random() < 0.3 ? 'Внимание! ' : ''}${CAMPAIGN_TEXT}${marks[Math.floor(random() * marks.length)]}`;
  const author = `fresh${Math.floor(random() * 900)}`;
  const truth = { target: 'china', stance: 'favor', driver: 'general', campaign: true } as const;
  return assemble(source, context, { text, author, truth });
}

function ordinaryPost(source: PlannedSource, context: PostContext): PlantedPost {
  const { random, day, options } = context;
  const pool = Math.max(20, Math.round(options.documents * source.share * 0.12));
  const serial = Math.floor(pool * random() ** 2.2);
  const author = source.hasAuthors ? `${source.id}-user${serial}` : null;
  const target = random() < PLAN.mentionShare ? drawTarget(source, random) : null;
  const driver = drawDriver(random);
  const own = author === null ? 0 : (fraction(serial, options.seed) - 0.5) * 2 * PLAN.authorSpread;
  const stance = drawStance(plantedLevel(source, { day, target, driver }) + own, random);
  const text = writeText(
    GRAMMARS[source.language],
    { target, stance, driver, formal: !source.hasAuthors, habit: Math.floor(fraction(serial, 3) * 10) },
    random,
  );
  return assemble(source, context, { text, author, truth: { target, stance, driver, campaign: false } });
}

function drawTarget(source: PlannedSource, random: () => number): string {
  const shares = TARGET_SHARES[source.language];
  return (
    shares[
      drawIndex(
        shares.map(([, share]) => share),
        random(),
      )
    ]?.[0] ?? 'china'
  );
}

function drawDriver(random: () => number): PlantedDriver {
  const drivers = Object.keys(PLAN.talk) as PlantedDriver[];
  return drivers[drawIndex(Object.values(PLAN.talk), random())] ?? 'general';
}

function drawStance(level: number, random: () => number): PlantedStance {
  const sided = LARGEST_BALANCE;
  const net = Math.max(-sided, Math.min(sided, level));
  const u = random();
  if (u < PLAN.neitherShare) return 'neither';
  return u < PLAN.neitherShare + (sided + net) / 2 ? 'favor' : 'against';
}

/** A number in [0, 1) that belongs to an author. */
function fraction(serial: number, seed: number): number {
  let h = Math.imul(serial + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
}

function assemble(
  source: PlannedSource,
  { day, serial, options, random }: PostContext,
  made: { readonly text: string; readonly author: string | null; readonly truth: PlantedPost['truth'] },
): PlantedPost {
  const date = dateOf(day);
  const clock = new Date(Math.floor(random() * DAY)).toISOString().slice(11, 19);
  const region = made.author === null ? undefined : REGIONS[Math.floor(random() * REGIONS.length * 1.7)];
  const post: SyntheticPost = {
    id: `${source.id}-${options.seed}-${serial}`,
    published_at: `${date}T${clock}${source.utcOffset}`,
    ...(made.author === null ? {} : { author: made.author }),
    text: made.text,
    url: `https://${source.id}.example/${date.replaceAll('-', '/')}/thread-${serial % 977}/post-${serial}`,
    ...(region === undefined ? {} : { region }),
    likes: Math.floor(30 * random() ** 4),
  };
  return { source, month: date.slice(0, 7), post, truth: made.truth };
}

function repost(planted: PlantedPost, original: SyntheticPost): PlantedPost {
  return {
    ...planted,
    post: { ...planted.post, text: original.text, repost_of: original.id },
    truth: { target: null, stance: 'neither', driver: 'general', campaign: false },
  };
}
