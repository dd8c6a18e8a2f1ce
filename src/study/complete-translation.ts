import { DEFAULTS } from './defaults.ts';
import type { StudySpec } from './spec.ts';
import type { TranslationConfig } from './translation-config.ts';

type TranslationSpec = NonNullable<NonNullable<StudySpec['annotators']>['translation']>;

/** Fills the defaults of whoever translates exhibits. */
export function completeTranslation(spec: TranslationSpec): TranslationConfig {
  const standard = DEFAULTS.translation;
  const name = spec.name ?? standard.name;
  switch (spec.kind) {
    case 'column':
      return { kind: 'column', text: spec.text, name };
    case 'program':
      return {
        kind: 'program',
        command: spec.command,
        batch: spec.batch ?? DEFAULTS.program.batch,
        timeoutSeconds: spec.timeoutSeconds ?? DEFAULTS.program.timeoutSeconds,
        name,
        version: spec.version ?? null,
      };
    case 'endpoint':
      return {
        kind: 'endpoint',
        url: spec.url,
        model: spec.model,
        keyVariable: spec.keyVariable ?? null,
        name,
        version: spec.version ?? null,
        concurrency: spec.concurrency ?? DEFAULTS.endpoint.concurrency,
        timeoutSeconds: spec.timeoutSeconds ?? DEFAULTS.endpoint.timeoutSeconds,
        retries: spec.retries ?? DEFAULTS.endpoint.retries,
        requestsPerMinute: spec.requestsPerMinute ?? null,
        tokensPerMinute: spec.tokensPerMinute ?? null,
        price: null,
        maxCost: null,
        maxTokens: null,
        maxRequests: spec.maxRequests ?? null,
        answerTokens: spec.answerTokens ?? standard.answerTokens,
        request: spec.request ?? {},
      };
  }
}
