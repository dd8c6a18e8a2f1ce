import { rename } from 'node:fs/promises';
import {
  BEHAVIOUR_RULES,
  type BehaviourRule,
  FEWEST_PASSING_ON,
  MOST_TEXTS,
} from '../coordinate/behaviours.ts';
import { campaignId, countCampaigns } from '../coordinate/count-campaigns.ts';
import { type CampaignText, joinCampaigns } from '../coordinate/join-campaigns.ts';
import { type LinkedAccounts, linkedAccounts } from '../coordinate/linked-accounts.ts';
import { campaignTexts } from '../coordinate/passed-on-texts.ts';
import type { BehaviourCheck, CampaignAuthor, FoundCampaigns } from '../domain/campaign.ts';
import type { Database } from '../store/database.ts';
import { writePart } from '../store/part.ts';
import {
  campaignDocuments,
  createActs,
  dropActs,
  pairsWithin,
  passingAuthors,
  passingOn,
  readActions,
} from '../store/queries/actions.ts';
import { CAMPAIGN_AUTHOR } from '../store/tables.ts';
import { writeWhole } from './part-store.ts';
import type { CorpusContext } from './run-context.ts';

/** Pairs of accounts in the windows of one behaviour: about a second of work in each shuffled table. */
const MOST_PAIRS = 5_000_000;

/** Accounts that act alike → `campaigns.json`, and who they are → `campaigns_author.parquet` beside it. */
export async function coordinateStage(context: CorpusContext, path: string): Promise<number> {
  const { found, authors } = await seekCampaigns(context);
  const part = path.replace('.json', '_author.parquet');
  await writePart(CAMPAIGN_AUTHOR, { rows: authors, path: `${part}.unfinished` });
  await rename(`${part}.unfinished`, part);
  await writeWhole(path, JSON.stringify(found));
  return found?.campaigns.length ?? 0;
}

interface Sought {
  readonly found: FoundCampaigns | null;
  readonly authors: readonly CampaignAuthor[];
}

async function seekCampaigns({ study, database, corpus }: CorpusContext): Promise<Sought> {
  const { detect, fewestActions, fewestAuthors } = study.coordination;
  if (!detect) return { found: null, authors: [] };
  const nAuthors = await createActs(database, corpus);
  const checks: BehaviourCheck[] = [];
  const behaviours: { behaviour: BehaviourRule['behaviour']; linked: LinkedAccounts }[] = [];
  for (const [place, rule] of BEHAVIOUR_RULES.entries()) {
    const { behaviour, exchange, times } = rule;
    const window = await chooseWindow(database, rule);
    const actions = await readActions(database, { kind: behaviour, window, exchange }, nAuthors);
    const options = { fewest: times * fewestActions, seed: 10 * study.seed + place };
    const linked = linkedAccounts(actions, options);
    behaviours.push({ behaviour, linked });
    checks.push({
      behaviour,
      nAuthors: new Set(actions.authors).size,
      nActions: actions.authors.length,
      threshold: linked.threshold,
      nAbove: linked.pairs.length,
    });
  }
  const { texts, check } = await seekPassedOn(database);
  const joined = joinCampaigns({ behaviours, texts, fewestAuthors });
  const members = joined.flatMap(({ authors }, place) =>
    authors.map((actor) => ({ actor, campaign: campaignId(place) })),
  );
  const { counts, authors } = await campaignDocuments(database, members);
  await dropActs(database);
  const classOfSource = new Map(study.sources.map((source) => [source.id, source.class]));
  const campaigns = countCampaigns(joined, counts, classOfSource);
  return { found: { checks: [...checks, check], campaigns }, authors };
}

/** The widest window that does not bring too many together; of the narrowest features of too many make no pairs. */
async function chooseWindow(database: Database, { behaviour, windows }: BehaviourRule): Promise<number> {
  if (behaviour !== 'time') return windows[0] as number;
  for (const window of windows) if ((await pairsWithin(database, window)) <= MOST_PAIRS) return window;
  return windows.at(-1) as number;
}

async function seekPassedOn(
  database: Database,
): Promise<{ readonly texts: CampaignText[]; readonly check: BehaviourCheck }> {
  const rows = await passingOn(database, { fewestAuthors: FEWEST_PASSING_ON, mostTexts: MOST_TEXTS });
  const named = campaignTexts(rows);
  const passed = await passingAuthors(database, named);
  const texts = [...Map.groupBy(passed, (row) => row.text).values()].map(
    (mine): CampaignText => ({
      authors: mine.map((row) => row.actor),
      days: [Math.min(...mine.map((row) => row.firstDay)), Math.max(...mine.map((row) => row.lastDay))],
    }),
  );
  const check: BehaviourCheck = {
    behaviour: 'one-text',
    nAuthors: rows.reduce((sum, row) => sum + row.nAuthors, 0),
    nActions: new Set(rows.map((row) => row.text)).size,
    threshold: null,
    nAbove: named.length,
  };
  return { texts, check };
}
