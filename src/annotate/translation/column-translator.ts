import type { ColumnTranslationConfig } from '../../study/translation-config.ts';
import type { Translator } from './translator.ts';

/** Takes the translations that the records bring. They are of whole texts, so a part of one has none. */
export function createColumnTranslator({ text: field, name }: ColumnTranslationConfig): Translator {
  return {
    name,
    version: `field ${field}`,
    digest: `column ${field}`,
    isAsked: false,
    translate: async (passages, take) => {
      for (const [place, { columns }] of passages.entries()) {
        const text = columns?.[field];
        if (text !== undefined) take(place, text);
      }
      return null;
    },
    close: () => undefined,
  };
}
