import type { ReportLanguage } from './config.ts';

/** Kinds of speaker a study has when it names none, with their labels in the languages of the report. */
export const DEFAULT_CLASSES: readonly {
  readonly id: string;
  readonly labels: Readonly<Record<ReportLanguage, string>>;
}[] = [
  { id: 'state-media', labels: { en: 'State media', ru: 'Государственные СМИ', zh: '官方媒体' } },
  { id: 'private-press', labels: { en: 'Private press', ru: 'Частная пресса', zh: '民营媒体' } },
  { id: 'business-press', labels: { en: 'Business press', ru: 'Деловая пресса', zh: '财经媒体' } },
  { id: 'officials', labels: { en: 'Officials', ru: 'Официальные лица', zh: '官员与政府机构' } },
  { id: 'military-bloggers', labels: { en: 'Military bloggers', ru: 'Военные блогеры', zh: '军事博主' } },
  {
    id: 'public',
    labels: {
      en: 'Posts and comments of users',
      ru: 'Посты и комментарии пользователей',
      zh: '网民发帖与评论',
    },
  },
];

/** Classes whose words are an institution's where a study does not say who speaks; in all others persons do. */
export const INSTITUTIONS: readonly string[] = [
  'state-media',
  'private-press',
  'business-press',
  'officials',
];

/** Every default of a study file, in one place. A key that is not here has no default or is required. */
export const DEFAULTS = {
  language: 'en',
  synthetic: false,
  bin: 'week',
  seed: 1,
  placebo: false,
  source: { timeZone: 'UTC', rejectLimit: 0.2, optional: false },
  event: { kind: 'declared' },
  /** Of claims: any size, a balance, the middle of its range, half the share of talk. */
  claim: { by: 0, measure: 'net-balance', threshold: 0, times: 2 },
  poll: { measure: 'net-balance' },
  weights: { copies: 'each', authorWeekCap: null },
  /** Of a class that names no other. */
  referenceMix: { source: 'observed' },
  measure: {
    confidenceLevel: 0.95,
    minimumMentions: 30,
    minimumAuthors: 10,
    eventWindowDays: null,
    voices: ['own'],
    decomposition: 'symmetric',
  },
  discoveredThemes: { most: 0 },
  /** Three things done together, by three accounts: the least that is more than a pair and a coincidence. */
  coordination: { detect: true, fewestActions: 3, fewestAuthors: 3 },
  stance: { kind: 'linear', model: 'stance-1' },
  program: { batch: 256, timeoutSeconds: 60, name: 'program' },
  onnx: { download: false, revision: 'main', input: 'pair', maxTokens: 256 },
  endpoint: {
    name: 'endpoint',
    batch: 1,
    concurrency: 4,
    timeoutSeconds: 60,
    retries: 6,
    currency: 'USD',
    maxCharacters: 2_000,
    answerTokens: 100,
    cache: 'answers',
  },
  /** A quote is longer than a label. */
  translation: { name: 'translator', answerTokens: 1_000 },
  privacy: { profile: 'verbatim-institutions', privateWords: 'excerpt', retentionDays: null, keyFile: null },
} as const;
