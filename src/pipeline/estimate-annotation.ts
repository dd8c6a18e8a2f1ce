import { annotateMentions } from '../annotate/annotate-mentions.ts';
import { NO_OPINION, type StanceAnnotator } from '../annotate/stance/annotator.ts';
import { loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import { createTargetMatcher } from '../annotate/target-matcher.ts';
import { createWhoseWords } from '../annotate/voice/whose-words.ts';
import { collectRecords } from '../collect/collect-records.ts';
import { planInputs } from '../collect/plan-inputs.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import type { StanceEstimate } from '../domain/stance-estimate.ts';
import { BugError } from '../errors/errors.ts';
import { createPseudonymizer } from '../normalize/author-key.ts';
import { normalizeRecords } from '../normalize/normalize-records.ts';
import { createRemovalCheck, NO_REMOVAL } from '../normalize/removal.ts';
import { ADAPTERS } from '../sources/registry.ts';
import type { SourceConfig, StudyConfig } from '../study/config.ts';
import { createLanguageIdentifier } from '../text/language.ts';
import { createZoneOffsets } from '../text/zone-offsets.ts';
import { nodeFiles } from './node-files.ts';
import { nodeNetwork } from './node-network.ts';

/**
 * Reads everything a study would ask about and counts what asking takes; nothing is asked or stored. Null where the
 * annotator costs nothing.
 * @throws StudyError `study/no-files`
 */
export async function estimateStudy(study: StudyConfig): Promise<StanceEstimate | null> {
  if (study.annotators.stance.kind !== 'endpoint') return null;
  const units: InputUnit[] = [];
  for (const source of study.sources) {
    const context = { files: nodeFiles, folder: study.folder, cache: new Map() };
    units.push(...(await planInputs(source, adapterOf(source), context)).units);
  }
  return estimateUnits(study, units);
}

/** Counts what asking about these units takes; null where the annotator costs nothing. */
export async function estimateUnits(
  study: StudyConfig,
  units: readonly InputUnit[],
): Promise<StanceEstimate | null> {
  if (study.annotators.stance.kind !== 'endpoint') return null;
  const { targets, themes, folder } = study;
  const annotator = await loadStanceAnnotator(study.annotators.stance, folder, {
    targets,
    network: nodeNetwork,
  });
  const estimator = annotator.estimate?.();
  if (estimator === undefined) return null;
  const stance: StanceAnnotator = {
    ...annotator,
    annotate: async (inputs) => {
      await estimator.add(inputs);
      return inputs.map(() => NO_OPINION);
    },
  };
  const annotate = {
    targets,
    themes,
    matcher: createTargetMatcher(targets, themes),
    whoseWords: createWhoseWords(),
    stance,
    // Themes are not asked about.
    themeModel: null,
  };
  const identifier = createLanguageIdentifier();
  const normalize = {
    // Authors are not looked at, so any key will do.
    pseudonymize: createPseudonymizer(new Uint8Array(32)),
    formerPseudonyms: () => [],
    removal: createRemovalCheck(NO_REMOVAL),
    identifyLanguage: (text: string) => identifier.identify(text).language,
    offsetAt: createZoneOffsets(),
  };
  for (const unit of units) {
    const source = study.sources.find((one) => one.id === unit.sourceId);
    if (source === undefined) throw new BugError(`no source ${unit.sourceId}`);
    // As in the run, which asks for whole batches: of repeated records only those that stay are counted.
    const context = {
      files: nodeFiles,
      adapter: adapterOf(source),
      portionRecords: Number.POSITIVE_INFINITY,
    };
    for await (const { records } of collectRecords(unit, source, context)) {
      const { documents } = normalizeRecords(records, { source, ...normalize });
      await annotateMentions(documents, { ...annotate, domain: source.domain }, '');
    }
  }
  return estimator.total();
}

function adapterOf(source: SourceConfig) {
  const adapter = ADAPTERS.find((one) => one.name === source.adapter);
  if (adapter === undefined) throw new BugError(`unknown adapter ${source.adapter} after parsing`);
  return adapter;
}
