import { readFile } from 'node:fs/promises';
import type { AnnotatorQuality } from '../domain/annotator-quality.ts';
import type { FoundCampaigns } from '../domain/campaign.ts';
import { readParts } from '../store/part.ts';
import { openCampaigns } from '../store/queries/campaign-authors.ts';
import { openDiscoveredThemes } from '../store/queries/discovered-texts.ts';
import { CAMPAIGN_AUTHOR, DISCOVERED_THEME } from '../store/tables.ts';
import { coordinateStage } from './coordinate-stage.ts';
import { inCorpusThread } from './corpus-thread.ts';
import { discoverStage } from './discover-stage.ts';
import type { MeasureContext, StageContext } from './run-context.ts';
import { runStage } from './run-stage.ts';
import { assessStage } from './set-stages.ts';
import { beginStage, haveThreads, postponeStage } from './side-stage.ts';
import { STAGES } from './stages.ts';

/** What is measured with beside the corpus: the annotator's errors, campaigns and discovered themes, as far as they are not on disk. */
export async function openMeasuring(stage: StageContext): Promise<MeasureContext> {
  const qualityPath = await runStage(STAGES.assess, stage, {
    file: 'annotator_quality.json',
    work: assessStage,
  });
  const annotatorQuality = JSON.parse(await readFile(qualityPath, 'utf8')) as AnnotatorQuality[];
  const openCampaigns = seekCampaigns(stage);
  const learnedPath = await runStage(STAGES.discover, stage, {
    file: 'discovered.json',
    work: discoverStage,
  });
  const learnedThemes = JSON.parse(await readFile(learnedPath, 'utf8')) as MeasureContext['learnedThemes'];
  await openDiscoveredThemes(
    stage.database,
    readParts(DISCOVERED_THEME, [learnedPath.replace('.json', '_theme.parquet')]),
  );
  return { ...stage, annotatorQuality, learnedThemes, openCampaigns };
}

/** Seeks campaigns beside what needs none, where there are threads for it. */
function seekCampaigns(stage: StageContext): MeasureContext['openCampaigns'] {
  const file = 'campaigns.json';
  const sought = haveThreads(stage)
    ? beginStage(STAGES.coordinate, stage, {
        file,
        work: async (of, path) => {
          // Of databases that work beside this one there is one at a time.
          await Promise.allSettled([of.recordDigests]);
          return inCorpusThread('coordinate', of, path);
        },
      })
    : postponeStage(STAGES.coordinate, stage, { file, work: coordinateStage });
  stage.keepOpenFor(sought.ended);
  return async () => {
    const path = await sought.path();
    await openCampaigns(
      stage.database,
      readParts(CAMPAIGN_AUTHOR, [path.replace('.json', '_author.parquet')]),
    );
    return JSON.parse(await readFile(path, 'utf8')) as FoundCampaigns | null;
  };
}
