import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** Makes the view `campaign_author` (author → campaign) over what the search for campaigns wrote. */
export async function openCampaigns(database: Database, part: string): Promise<void> {
  await database.run(
    'campaign-author',
    `create or replace temp view campaign_author as select * from ${part}`,
  );
}

/** Accounts of campaigns among the observations of a target in a class. After `createObservations`. */
export async function campaignAuthorsIn(
  database: Database,
  of: { readonly target: string; readonly class: string },
): Promise<number> {
  const [{ n } = { n: 0 }] = await database.rows<{ n: number }>(
    'campaign-authors-in',
    `select count(distinct author_key)::double as n from observation semi join campaign_author using (author_key)
     where target = ${literal(of.target)} and class = ${literal(of.class)}`,
  );
  return n;
}
