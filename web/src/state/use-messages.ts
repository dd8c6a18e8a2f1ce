import { useEffect, useState } from 'preact/hooks';
import type { ReportLanguage } from '../../../src/study/config.ts';
import { LOAD_MESSAGES, type PageMessages } from '../messages/messages.ts';

/** The words of a language; those before stay until they are loaded, and null before the first. */
export function useMessages(language: ReportLanguage): PageMessages | null {
  const [words, setWords] = useState<PageMessages | null>(null);
  useEffect(() => {
    let isWanted = true;
    LOAD_MESSAGES[language]().then(
      (loaded) => isWanted && setWords(loaded),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return words;
}
