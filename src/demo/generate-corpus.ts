import { seededRandom } from '../stats/random.ts';
import { type CorpusPlan, dateIn, dayIn, largestBalance, type SyntheticSource } from './corpus-plan.ts';
import type { Grammar, PlantedDriver, PlantedStance } from './grammar.ts';
import { writeText } from './write-text.ts';

/** How much to generate. */
export interface CorpusOptions {
  readonly documents: number;
  readonly seed: number;
}

/** A synthetic post as a platform would give it, with the columns that the plan adds. */
interface SyntheticPost {
  readonly id: string;
  readonly published_at: string;
  readonly author?: string;
  readonly text: string;
  readonly url: string;
  readonly region?: string;
  readonly likes: number;
  readonly repost_of?: string;
  readonly [column: string]: string | number | undefined;
}

/** A post with what was planted in it, which never enters the post's file. */
export interface PlantedPost<Driver extends string = PlantedDriver> {
  readonly source: SyntheticSource;
  /** `2024-07` */
  readonly month: string;
  readonly post: SyntheticPost;
  readonly truth: {
    readonly target: string | null;
    readonly stance: PlantedStance;
    readonly driver: Driver | null;
    readonly campaign: boolean;
  };
}

const DAY = 86_400_000;

/**
 * Writes synthetic posts day by day, in bounded memory. The same plan, seed and number give the same posts on every machine.
 */
export function* generateCorpus<Driver extends string, Source extends SyntheticSource>(
  plan: CorpusPlan<Driver, Source>,
  options: CorpusOptions,
): Iterable<PlantedPost<Driver>> {
  const random = seededRandom(options.seed * 7919 + 17);
  const recent: SyntheticPost[] = [];
  const days = dayIn(plan.period, plan.period.end);
  let written = 0;
  for (let day = 0; day < days; day++) {
    const until = Math.round((options.documents * (day + 1)) / days);
    const shares = plan.sources.map((source) => plan.shareOn(source, day));
    const total = shares.reduce((sum, share) => sum + share, 0);
    for (; written < until; written++) {
      const source = plan.sources[drawIndex(shares, random() * total)] as Source;
      const context = { plan, day, serial: written, options, random };
      const planted = draws(plan.campaign?.shareOn(source, day) ?? 0, random)
        ? campaignPost(source, context)
        : ordinaryPost(source, context);
      const isRepost = plan.reposts?.source === source.id && random() < plan.reposts.share;
      if (isRepost && recent.length > 50) {
        yield repost(planted, recent[Math.floor(random() * recent.length)] as SyntheticPost);
        continue;
      }
      if (plan.reposts?.source === source.id && planted.truth.target === null) {
        recent.push(planted.post);
        if (recent.length > 200) recent.shift();
      }
      yield planted;
    }
  }
}

interface PostContext<Driver extends string, Source extends SyntheticSource> {
  readonly plan: CorpusPlan<Driver, Source>;
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

/** One of several names, each as often as its share says. */
function drawName(shares: readonly (readonly [string, number])[], random: () => number): string {
  const at = drawIndex(
    shares.map(([, share]) => share),
    random(),
  );
  return (shares[at] as readonly [string, number])[0];
}

const CAMPAIGN_TEXT =
  'Друзья, хватит слушать паникёров: Китай был и остаётся надёжным союзником, вместе мы выстоим и победим, перешлите это каждому, кто сомневается';

function campaignPost<Driver extends string, Source extends SyntheticSource>(
  source: Source,
  context: PostContext<Driver, Source>,
): PlantedPost<Driver> {
  const { plan, random } = context;
  const marks = ['', '!', '!!!', ' 🔥', ' 💪', ' Распространите.', ' Максимальный репост!'];
  const text = `${random() < 0.3 ? 'Внимание! ' : ''}${CAMPAIGN_TEXT}${marks[Math.floor(random() * marks.length)]}`;
  const author = `fresh${Math.floor(random() * 900)}`;
  const target = plan.campaign?.target ?? null;
  return assemble(source, context, {
    text,
    author,
    truth: { target, stance: 'favor', driver: null, campaign: true },
  });
}

function ordinaryPost<Driver extends string, Source extends SyntheticSource>(
  source: Source,
  context: PostContext<Driver, Source>,
): PlantedPost<Driver> {
  const { plan, random, day, options } = context;
  const pool = Math.max(20, Math.round(options.documents * source.share * 0.12));
  const serial = Math.floor(pool * random() ** 2.2);
  const author = source.hasAuthors ? `${source.id}-user${serial}` : null;
  const targets = plan.targetsOf(source);
  const target = random() < plan.mentionShare ? drawName(targets, random) : null;
  const talk = plan.talkOf(source, target ?? targets[0]?.[0] ?? '');
  const driver = drawName(Object.entries(talk) as [string, number][], random) as Driver;
  const own = author === null ? 0 : (fraction(serial, options.seed) - 0.5) * 2 * plan.authorSpread;
  // Posts about nothing draw as many numbers as the others, so that a plan's shares do not move what is written.
  const level = target === null ? 0 : plan.levelOf(source, { day, target, driver });
  const stance = drawStance(plan, level + own, random);
  const text = writeText(
    plan.grammars[source.language] as Grammar<Driver>,
    { target, stance, driver, formal: !source.hasAuthors, habit: Math.floor(fraction(serial, 3) * 10) },
    random,
  );
  const columns = target === null ? {} : (plan.columnsOf?.({ target, stance, driver }, random) ?? {});
  const truth = { target, stance, driver, campaign: false };
  return assemble(source, context, { text, author, truth, columns });
}

function drawStance<Driver extends string, Source extends SyntheticSource>(
  plan: CorpusPlan<Driver, Source>,
  level: number,
  random: () => number,
): PlantedStance {
  const sided = largestBalance(plan);
  const net = Math.max(-sided, Math.min(sided, level));
  const u = random();
  if (u < plan.neitherShare) return 'neither';
  return u < plan.neitherShare + (sided + net) / 2 ? 'favor' : 'against';
}

/** A number in [0, 1) that belongs to an author. */
function fraction(serial: number, seed: number): number {
  let h = Math.imul(serial + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
}

interface MadePost<Driver extends string> {
  readonly text: string;
  readonly author: string | null;
  readonly truth: PlantedPost<Driver>['truth'];
  readonly columns?: Readonly<Record<string, string>>;
}

function assemble<Driver extends string, Source extends SyntheticSource>(
  source: Source,
  { plan, day, serial, options, random }: PostContext<Driver, Source>,
  made: MadePost<Driver>,
): PlantedPost<Driver> {
  const date = dateIn(plan.period, day);
  const clock = new Date(Math.floor(random() * DAY)).toISOString().slice(11, 19);
  const regions = plan.regionsOf(source);
  const region = made.author === null ? undefined : regions[Math.floor(random() * regions.length * 1.7)];
  const post: SyntheticPost = {
    id: `${source.id}-${options.seed}-${serial}`,
    published_at: `${date}T${clock}${source.utcOffset}`,
    ...(made.author === null ? {} : { author: made.author }),
    text: made.text,
    url: `https://${source.id}.example/${date.replaceAll('-', '/')}/thread-${serial % 977}/post-${serial}`,
    ...(region === undefined ? {} : { region }),
    likes: Math.floor(30 * random() ** 4),
    ...made.columns,
  };
  return { source, month: date.slice(0, 7), post, truth: made.truth };
}

function repost<Driver extends string>(
  planted: PlantedPost<Driver>,
  original: SyntheticPost,
): PlantedPost<Driver> {
  return {
    ...planted,
    post: { ...planted.post, text: original.text, repost_of: original.id },
    truth: { target: null, stance: 'neither', driver: null, campaign: false },
  };
}
