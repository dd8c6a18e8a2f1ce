import type { AnnotatorQuality } from '../domain/annotator-quality.ts';
import type { Coordination } from '../domain/campaign.ts';
import type { ChangePoint, Trend } from '../domain/change-point.ts';
import type { Claim } from '../domain/claim.ts';
import type { ClassContrast } from '../domain/class-contrast.ts';
import type { CodingsSummary } from '../domain/coding.ts';
import type { Decomposition } from '../domain/decomposition.ts';
import type { DiscoveredThemes, NoDiscoveredThemes } from '../domain/discovered-theme.ts';
import type { Series } from '../domain/estimate.ts';
import type { Exhibit } from '../domain/exhibit.ts';
import type {
  EventContrast,
  Finding,
  FindingManifest,
  FindingStudy,
  Headline,
  Level,
  Limit,
  SourceHealth,
  StanceCorrection,
  VoiceCount,
} from '../domain/finding.ts';
import type { PollPanel } from '../domain/poll.ts';
import type { RegionBalances } from '../domain/region-balance.ts';
import type { StudyConfig } from '../study/config.ts';

/** What the stage `measure` hands on. */
export interface Measurement {
  readonly headline: Headline;
  readonly series: readonly Series[];
  readonly levels: readonly Level[];
  readonly changePoints: readonly ChangePoint[];
  readonly trends: readonly Trend[];
  readonly events: readonly EventContrast[];
  readonly decompositions: readonly Decomposition[];
  readonly classContrasts: readonly ClassContrast[];
  readonly discoveredThemes: readonly (DiscoveredThemes | NoDiscoveredThemes)[];
  readonly regions: readonly RegionBalances[];
  /** Null = none was sought. */
  readonly coordination: Coordination | null;
  readonly claims: readonly Claim[];
  readonly voices: readonly VoiceCount[];
  readonly codings?: CodingsSummary;
  readonly corrections?: readonly StanceCorrection[];
  readonly health: readonly SourceHealth[];
  readonly limits: readonly Limit[];
}

/** The parts of a finding that the stages made. */
export interface FindingParts {
  readonly study: StudyConfig;
  readonly manifest: FindingManifest;
  readonly measurement: Measurement;
  readonly exhibits: readonly Exhibit[];
  readonly annotatorQuality: readonly AnnotatorQuality[];
  readonly polls: readonly PollPanel[];
}

/** Puts a finding together. */
export function composeFinding({ study, manifest, measurement, ...parts }: FindingParts): Finding {
  return {
    schema: 'groundswell-finding/1',
    synthetic: study.synthetic,
    study: findingStudy(study),
    manifest,
    headline: measurement.headline,
    series: measurement.series,
    levels: measurement.levels,
    changePoints: measurement.changePoints,
    trends: measurement.trends,
    events: measurement.events,
    decompositions: measurement.decompositions,
    classContrasts: measurement.classContrasts,
    discoveredThemes: measurement.discoveredThemes,
    ...(measurement.regions.length === 0 ? {} : { regions: measurement.regions }),
    ...(measurement.coordination === null ? {} : { coordination: measurement.coordination }),
    claims: measurement.claims,
    exhibits: parts.exhibits,
    voices: measurement.voices,
    annotatorQuality: parts.annotatorQuality,
    ...(measurement.codings === undefined ? {} : { codings: measurement.codings }),
    ...(parts.polls.length === 0 ? {} : { polls: parts.polls }),
    ...(measurement.corrections === undefined ? {} : { corrections: measurement.corrections }),
    health: measurement.health,
    limits: measurement.limits,
  };
}

function findingStudy(study: StudyConfig): FindingStudy {
  return {
    id: study.id,
    title: study.title,
    question: study.question,
    period: study.period,
    bin: study.bin,
    language: study.language,
    confidenceLevel: study.measure.confidenceLevel,
    minimumMentions: study.measure.minimumMentions,
    minimumAuthors: study.measure.minimumAuthors,
    weights: study.weights,
    referenceMix: study.referenceMix,
    targets: study.targets.map(({ id, label, placebo, aliases, exclude }) => ({
      id,
      label,
      placebo,
      aliases,
      exclude,
    })),
    classes: study.classes.map(({ id, label, speaker }) => ({ id, label, speaker })),
    sources: study.sources.map(({ id, label, class: name, adapter }) => ({
      id,
      label,
      class: name,
      adapter,
    })),
    themes: study.themes.map(({ id, label }) => ({ id, label })),
    configDigest: study.digest,
    privacy: {
      profile: study.privacy.profile,
      privateWords: study.privacy.privateWords,
      retentionDays: study.privacy.retentionDays,
    },
    voices: study.measure.voices,
  };
}
