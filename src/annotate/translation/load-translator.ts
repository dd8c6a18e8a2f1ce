import type { Network } from '../../domain/effects.ts';
import type { TranslationConfig } from '../../study/translation-config.ts';
import { programVersion } from '../stance/program-version.ts';
import { createColumnTranslator } from './column-translator.ts';
import { createEndpointTranslator } from './endpoint-translator.ts';
import { createProgramTranslator } from './program-translator.ts';
import type { Translator } from './translator.ts';

/** What a translator needs beside its options. */
export interface TranslatorContext {
  /** Folder of the study. */
  readonly folder: string;
  /** Language of the report. */
  readonly to: string;
  readonly network: Network;
}

/** Opens the translator of a study; nothing is started or sent before the first passage. */
export async function loadTranslator(
  config: TranslationConfig,
  { folder, to, network }: TranslatorContext,
): Promise<Translator> {
  switch (config.kind) {
    case 'column':
      return createColumnTranslator(config);
    case 'program':
      return createProgramTranslator(config, { folder, to, version: await programVersion(config, folder) });
    case 'endpoint':
      return createEndpointTranslator(config, { to, network });
  }
}
