import type { Coordination } from '../domain/campaign.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { Headline } from '../domain/finding.ts';
import { publishCampaigns } from '../measure/publish-campaigns.ts';
import { timeBins } from '../measure/time-bins.ts';
import { campaignAuthorsIn } from '../store/queries/campaign-authors.ts';
import { weightUnit, withoutCampaigns } from '../store/queries/observation.ts';
import { partMoments } from '../store/queries/part-moments.ts';
import { estimateAlike } from './multiverse-estimators.ts';
import type { MeasureContext } from './run-context.ts';

/** The campaigns with what they say, and the headline without them; null where none were sought. */
export async function measureCampaigns(
  context: MeasureContext,
  headline: Headline,
): Promise<Coordination | null> {
  const { study, database } = context;
  const foundCampaigns = await context.openCampaigns();
  if (foundCampaigns === null) return null;
  const { checks, campaigns: found } = foundCampaigns;
  if (found.length === 0) return { checks, campaigns: [], headlineWithout: null };
  const { measure, weights, period, bin } = study;
  const campaigns = publishCampaigns({
    found,
    moments: await partMoments(database, {
      of: 'campaigns',
      targets: study.targets.map(({ id }) => id),
      weightUnit: weightUnit(weights),
    }),
    bins: timeBins(period, bin),
    period,
    measure,
    weights,
  });
  return { checks, campaigns, headlineWithout: await headlineWithout(context, headline) };
}

/** Few accounts removed would be told by the difference of the two numbers. */
async function headlineWithout(context: MeasureContext, headline: Headline): Promise<Estimate | null> {
  const { study, database } = context;
  const of = { target: headline.target, class: headline.stratum['class'] ?? '' };
  const removed = await campaignAuthorsIn(database, of);
  if (removed < study.measure.minimumAuthors) return null;
  return withoutCampaigns(database, { ...of, weights: study.weights }, () =>
    estimateAlike({ context, headline, study }),
  );
}
