import type { RobustnessCase } from './case-table.ts';
import { EN_CONTRAST, EN_NEGATION } from './cases/en-negation.ts';
import { EN_COMPARISON, EN_TARGET_LEAK, EN_TWO_TARGETS } from './cases/en-several.ts';
import { EN_EMOJI, EN_TRANSLITERATION, EN_TYPOS } from './cases/en-spelling.ts';
import { EN_LONG_POST, EN_QUOTED_SPEECH, EN_SARCASM } from './cases/en-voices.ts';
import { RU_CONTRAST, RU_NEGATION } from './cases/ru-negation.ts';
import { RU_COMPARISON, RU_TARGET_LEAK, RU_TWO_TARGETS } from './cases/ru-several.ts';
import { RU_EMOJI, RU_TRANSLITERATION, RU_TYPOS } from './cases/ru-spelling.ts';
import { RU_LONG_POST, RU_QUOTED_SPEECH, RU_SARCASM } from './cases/ru-voices.ts';
import { ZH_CONTRAST, ZH_NEGATION } from './cases/zh-negation.ts';
import { ZH_COMPARISON, ZH_TARGET_LEAK, ZH_TWO_TARGETS } from './cases/zh-several.ts';
import { ZH_EMOJI, ZH_TRANSLITERATION, ZH_TYPOS } from './cases/zh-spelling.ts';
import { ZH_LONG_POST, ZH_QUOTED_SPEECH, ZH_SARCASM } from './cases/zh-voices.ts';

/** Every suite, language by language. */
export const ROBUSTNESS_CASES: readonly RobustnessCase[] = [
  [RU_NEGATION, RU_CONTRAST, RU_TWO_TARGETS, RU_QUOTED_SPEECH, RU_COMPARISON, RU_SARCASM].flat(),
  [RU_EMOJI, RU_TRANSLITERATION, RU_TYPOS, RU_LONG_POST, RU_TARGET_LEAK].flat(),
  [EN_NEGATION, EN_CONTRAST, EN_TWO_TARGETS, EN_QUOTED_SPEECH, EN_COMPARISON, EN_SARCASM].flat(),
  [EN_EMOJI, EN_TRANSLITERATION, EN_TYPOS, EN_LONG_POST, EN_TARGET_LEAK].flat(),
  [ZH_NEGATION, ZH_CONTRAST, ZH_TWO_TARGETS, ZH_QUOTED_SPEECH, ZH_COMPARISON, ZH_SARCASM].flat(),
  [ZH_EMOJI, ZH_TRANSLITERATION, ZH_TYPOS, ZH_LONG_POST, ZH_TARGET_LEAK].flat(),
].flat();
