import { createHash } from 'node:crypto';
import { VOICES, type Voice } from '../domain/mention.ts';
import { calendarDay, dayText } from './calendar-day.ts';
import { expandCodeWords } from './code-words/code-words.ts';
import { completeClaim } from './complete-claim.ts';
import { completeMix } from './complete-mix.ts';
import { completeStance, stanceColumns } from './complete-stance.ts';
import { completeTranslation } from './complete-translation.ts';
import type {
  ClassConfig,
  EventConfig,
  PrivacyConfig,
  ReportLanguage,
  SourceConfig,
  StudyConfig,
  TargetConfig,
} from './config.ts';
import { DEFAULT_CLASSES, DEFAULTS, INSTITUTIONS } from './defaults.ts';
import type { StudySpec } from './spec.ts';
import { joinTerms, termsByLanguage } from './term-language.ts';

/** Fills every default of a study whose form and references were checked. */
export function completeStudy(spec: StudySpec, folder: string): StudyConfig {
  const language = spec.language ?? DEFAULTS.language;
  const classes = completeClasses(spec.classes, language);
  const annotators = completeAnnotators(spec.annotators);
  const institutions = classes.flatMap(({ id, speaker }) => (speaker === 'institution' ? [id] : []));
  const { measure } = DEFAULTS;
  const columns = annotatorColumns(annotators);
  const config: StudyConfig = {
    id: spec.id,
    title: spec.title.normalize(),
    question: (spec.question ?? spec.title).normalize(),
    language,
    synthetic: spec.synthetic ?? DEFAULTS.synthetic,
    period: { start: spec.period.start, end: spec.period.end },
    bin: spec.bin ?? DEFAULTS.bin,
    seed: spec.seed ?? DEFAULTS.seed,
    targets: spec.targets.map(completeTarget),
    classes,
    sources: spec.sources.map((source) => completeSource(source, { columns, institutions })),
    themes: (spec.themes ?? []).map((theme) => ({
      id: theme.id,
      label: labelOf(theme),
      terms: termsByLanguage(theme.terms),
    })),
    events: (spec.events ?? []).map(completeEvent),
    claims: (spec.claims ?? []).map(completeClaim),
    weights: {
      copies: spec.weights?.copies ?? DEFAULTS.weights.copies,
      authorWeekCap: spec.weights?.authorWeekCap ?? DEFAULTS.weights.authorWeekCap,
      sources: { ...spec.weights?.sources },
    },
    referenceMix: completeMix(spec.referenceMix, classes),
    polls: (spec.polls ?? []).map((poll) => ({
      ...poll,
      label: labelOf(poll),
      measure: poll.measure ?? DEFAULTS.poll.measure,
    })),
    regionTiers: (spec.regionTiers ?? []).map(completeTier),
    measure: {
      confidenceLevel: spec.measure?.confidenceLevel ?? measure.confidenceLevel,
      minimumMentions: spec.measure?.minimumMentions ?? measure.minimumMentions,
      minimumAuthors: spec.measure?.minimumAuthors ?? measure.minimumAuthors,
      eventWindowDays: spec.measure?.eventWindowDays ?? measure.eventWindowDays,
      voices: completeVoices(spec.measure?.voices),
      decomposition: spec.measure?.decomposition ?? measure.decomposition,
    },
    discoveredThemes: { most: spec.discoveredThemes?.most ?? DEFAULTS.discoveredThemes.most },
    coordination: completeCoordination(spec.coordination),
    annotators,
    privacy: completePrivacy(spec.privacy),
    codings: spec.codings ?? null,
    folder,
    digest: '',
  };
  return { ...config, digest: studyDigest(config) };
}

function completeAnnotators(spec: StudySpec['annotators']): StudyConfig['annotators'] {
  const { themes, translation } = spec ?? {};
  return {
    stance: completeStance(spec?.stance),
    ...(themes === undefined ? {} : { themes }),
    ...(translation === undefined ? {} : { translation: completeTranslation(translation) }),
  };
}

/** Names of the record's fields that annotators read, each once, in order. */
function annotatorColumns({ stance, translation }: StudyConfig['annotators']): string[] {
  const translations = translation?.kind === 'column' ? [translation.text] : [];
  return [...new Set([...stanceColumns(stance), ...translations])].sort();
}

/**
 * SHA-256, hexadecimal, of everything in a configuration that bears on results: the keys in order at every depth,
 * without the folder of the study and the places of its author key and codings, which are another machine's business, and without the
 * translator, on whom no number rests.
 */
function studyDigest(config: StudyConfig): string {
  const { folder: _folder, digest: _digest, codings: _codings, privacy, annotators, ...rest } = config;
  const { keyFile: _keyFile, ...shared } = privacy;
  const { translation: _translation, ...measuring } = annotators;
  return createHash('sha256')
    .update(canonicalJson({ ...rest, privacy: shared, annotators: measuring }))
    .digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const labelOf = (item: { readonly id: string; readonly label?: string | undefined }): string =>
  (item.label ?? item.id).normalize();

const listOf = (value: string | readonly string[] | undefined): readonly string[] => [value ?? []].flat();

function completeTier(
  tier: NonNullable<StudySpec['regionTiers']>[number],
): StudyConfig['regionTiers'][number] {
  return {
    id: tier.id,
    label: labelOf(tier),
    regions: listOf(tier.regions).map((region) => region.normalize()),
  };
}

function completeTarget(target: StudySpec['targets'][number]): TargetConfig {
  const codeWords = expandCodeWords(listOf(target.codeWords));
  return {
    id: target.id,
    label: labelOf(target),
    placebo: target.placebo ?? DEFAULTS.placebo,
    aliases: joinTerms([termsByLanguage(target.aliases), codeWords.aliases]),
    exclude: joinTerms([termsByLanguage(target.exclude), codeWords.exclude]),
  };
}

function completeClasses(classes: StudySpec['classes'], language: ReportLanguage): ClassConfig[] {
  return (classes ?? DEFAULT_CLASSES.map(({ id }) => id)).map((each): ClassConfig => {
    const written = typeof each === 'string' ? { id: each } : each;
    const { id, label, speaker } = { label: undefined, speaker: undefined, ...written };
    const known = DEFAULT_CLASSES.find((one) => one.id === id)?.labels[language];
    return {
      id,
      label: (label ?? known ?? id).normalize(),
      speaker: speaker ?? (INSTITUTIONS.includes(id) ? 'institution' : 'private'),
    };
  });
}

function completeSource(
  source: StudySpec['sources'][number],
  {
    columns,
    institutions,
  }: { readonly columns: readonly string[]; readonly institutions: readonly string[] },
): SourceConfig {
  const fields = Object.entries(source.fields ?? {}).filter(([, names]) => names !== undefined);
  return {
    id: source.id,
    label: labelOf(source),
    adapter: source.adapter,
    paths: listOf(source.path),
    class: source.class,
    domain: source.domain ?? (institutions.includes(source.class) ? 'news' : 'posts'),
    language: source.language ?? null,
    region: source.region?.normalize() ?? null,
    timeZone: source.timeZone ?? DEFAULTS.source.timeZone,
    encoding: source.encoding?.trim() ?? null,
    fields: {
      ...Object.fromEntries(fields.map(([field, names]) => [field, listOf(names)])),
      ...(columns.length === 0 ? {} : { columns }),
    },
    options: source.options ?? {},
    rejectLimit: source.rejectLimit ?? DEFAULTS.source.rejectLimit,
    optional: source.optional ?? DEFAULTS.source.optional,
  };
}

function completeCoordination(spec: StudySpec['coordination']): StudyConfig['coordination'] {
  const { coordination } = DEFAULTS;
  return {
    detect: spec?.detect ?? coordination.detect,
    fewestActions: spec?.fewestActions ?? coordination.fewestActions,
    fewestAuthors: spec?.fewestAuthors ?? coordination.fewestAuthors,
  };
}

/** In one order and once each, so that the same choice is the same study. */
function completeVoices(voices: NonNullable<StudySpec['measure']>['voices']): readonly Voice[] {
  const chosen = [voices ?? DEFAULTS.measure.voices].flat();
  return VOICES.filter((voice) => chosen.includes(voice));
}

function completeEvent(event: NonNullable<StudySpec['events']>[number]): EventConfig {
  const { date } = event;
  const nextDay = typeof date === 'string' ? dayText((calendarDay(date) ?? 0) + 1) : date.end;
  return {
    id: event.id,
    label: labelOf(event),
    date: { start: typeof date === 'string' ? date : date.start, end: nextDay },
    kind: event.kind ?? DEFAULTS.event.kind,
    expected: event.expected ?? null,
    targets: listOf(event.targets),
    placeboClasses: listOf(event.placeboClasses),
    control: event.control ?? null,
  };
}

function completePrivacy(written: StudySpec['privacy']): PrivacyConfig {
  const { privacy } = DEFAULTS;
  return {
    profile: written?.profile ?? privacy.profile,
    privateWords: written?.privateWords ?? privacy.privateWords,
    retentionDays: written?.retentionDays ?? privacy.retentionDays,
    keyFile: written?.keyFile ?? privacy.keyFile,
  };
}
