import { hash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTranslator } from '../annotate/translation/load-translator.ts';
import type { Passage, Translator } from '../annotate/translation/translator.ts';
import type { Exhibit } from '../domain/exhibit.ts';
import type { Limit } from '../domain/finding.ts';
import { shownTranslation } from '../evidence/shown-translation.ts';
import { recordColumns } from '../store/queries/record-columns.ts';
import type { StudyConfig } from '../study/config.ts';
import { canonicalDigest, canonicalJson } from './canonical-digest.ts';
import { translatorContext } from './describe-annotators.ts';
import { writeWhole } from './part-store.ts';
import type { StageContext } from './run-context.ts';
import { STAGES } from './stages.ts';

/**
 * Puts a translation beside each exhibit in another language than the report's, where the study names a translator. All that is sent
 * are the words of exhibits as they are published. What was translated is kept by digest of words and translator, and not
 * asked again; translations of what is no longer shown are not kept. Without a translator everything stays as it is.
 */
export async function translateExhibits(
  exhibits: readonly Exhibit[],
  context: StageContext,
): Promise<readonly Exhibit[]> {
  const { study } = context;
  const config = study.annotators.translation;
  if (config === undefined) return exhibits;
  const translator = await loadTranslator(config, translatorContext(study));
  const started = context.now();
  const wanted = exhibits.filter((exhibit) => isForeign(exhibit, study));
  context.progress({ kind: 'stage-start', stage: 'translate', total: wanted.length, unit: 'exhibits' });
  const set = `sets/translate-${canonicalDigest([STAGES.translate.version, translator.digest])}`;
  const passages = await passagesOf(wanted, context);
  const keyOf = (passage: Passage): string => digestOf(passage, translator);
  const kept = await readKept(join(context.keptStore ?? context.storeFolder, set), translator);
  const missing = passages.filter((passage) => !kept.has(keyOf(passage)));
  let problem: string | null = null;
  if (missing.length > 0 && !(translator.isAsked && context.keptStore !== undefined))
    problem = await ask(missing, translator, (passage, text) => kept.set(keyOf(passage), text));
  // What was kept is checked like what was answered: another program may have written it.
  const used = new Map(
    passages.map((passage) => {
      const text = kept.get(keyOf(passage));
      return [keyOf(passage), text === undefined ? null : shownTranslation(text, passage.text)] as const;
    }),
  );
  await keep(join(context.storeFolder, set), used);
  if (problem !== null)
    context.progress({ kind: 'warning', message: `translator ${translator.name}: ${problem}` });
  const translated = new Map(
    wanted.map((exhibit, i) => [exhibit, used.get(keyOf(passages[i] as Passage)) ?? null]),
  );
  const seconds = (context.now() - started) / 1000;
  const rows = passages.filter((passage) => used.get(keyOf(passage)) !== null).length;
  const skipped = missing.length === 0;
  context.progress({ kind: 'stage-end', stage: 'translate', seconds, skipped, rows, output: set });
  const { name, version } = translator;
  return exhibits.map((exhibit) => {
    const text = translated.get(exhibit);
    if (text === undefined) return exhibit;
    if (text === null) return { ...exhibit, translation: null };
    return { ...exhibit, translation: { text, language: study.language, translator: { name, version } } };
  });
}

/** What a finding says of exhibits for which the translator gave nothing. */
export function untranslatedLimits(exhibits: readonly Exhibit[], study: StudyConfig): Limit[] {
  const translator = study.annotators.translation?.name;
  const missing = exhibits.filter(({ translation }) => translation === null).length;
  if (translator === undefined || missing === 0) return [];
  const wanted = exhibits.filter(({ translation }) => translation !== undefined).length;
  return [{ code: 'untranslated', parameters: { translator, missing, wanted } }];
}

/** In another language than the report's, with words to translate. */
function isForeign({ text, language }: Exhibit, study: StudyConfig): boolean {
  return language.split('-')[0] !== study.language && /\p{L}/u.test(text);
}

/** The words as they are published; with the fields of a record only where they are the whole of its text. */
async function passagesOf(exhibits: readonly Exhibit[], context: StageContext): Promise<Passage[]> {
  const { database, corpus, study } = context;
  const isColumn = study.annotators.translation?.kind === 'column';
  const ids = isColumn ? exhibits.map(({ documentId }) => documentId) : [];
  const rows = await recordColumns(database, corpus, ids);
  const documents = new Map(rows.map((row) => [row.documentId, row]));
  return exhibits.map(({ text, language, documentId, start, end }) => {
    const document = documents.get(documentId);
    const rest = document === undefined ? '' : document.text.slice(0, start) + document.text.slice(end);
    const isWhole = document !== undefined && !/[\p{L}\p{N}]/u.test(rest);
    return { text, language, columns: isWhole ? document.columns : null };
  });
}

async function ask(
  passages: readonly Passage[],
  translator: Translator,
  take: (passage: Passage, text: string) => void,
): Promise<string | null> {
  // The same words of two exhibits are asked once.
  const distinct = [...new Map(passages.map((one) => [digestOf(one, translator), one])).values()];
  try {
    return await translator.translate(distinct, (place, answer) => {
      const passage = distinct[place];
      const text = passage === undefined ? null : shownTranslation(answer, passage.text);
      if (passage !== undefined && text !== null) take(passage, text);
    });
  } finally {
    translator.close();
  }
}

function digestOf(passage: Passage, translator: Translator): string {
  return hash('sha256', canonicalJson([translator.digest, passage]), 'base64url');
}

/** Names the file in the folder of a translator. */
const KEPT_FILE = 'translation.json';

/** What was translated before; a file that cannot be read is none. */
async function readKept(folder: string, { isAsked }: Translator): Promise<Map<string, string>> {
  if (!isAsked) return new Map();
  const text = await readFile(join(folder, KEPT_FILE), 'utf8').catch(() => '{}');
  try {
    const entries = Object.entries(JSON.parse(text) as Readonly<Record<string, unknown>>);
    return new Map(entries.flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])));
  } catch {
    return new Map();
  }
}

async function keep(folder: string, translations: ReadonlyMap<string, string | null>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const known = Object.fromEntries([...translations].filter(([, text]) => text !== null));
  await writeWhole(join(folder, KEPT_FILE), canonicalJson(known));
}
