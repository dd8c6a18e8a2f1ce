import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { prepareRecord } from '../article/check-facts.ts';
import { checkLedger, checkRecord } from '../article/check-ledger.ts';
import { classWords } from '../article/class-words.ts';
import { decodeArticle } from '../article/decode-article.ts';
import { LEDGER_SPEC, type Ledger, RECORD_SPEC, type RecordFact } from '../article/ledger-spec.ts';
import { markArticle } from '../article/mark-article.ts';
import { readAttached } from '../article/read-attached.ts';
import { splitArticle } from '../article/split-article.ts';
import { createSuggester } from '../article/suggest-claim.ts';
import { updateLedger, writeLedger } from '../article/write-ledger.ts';
import type { ArticleSentence, CheckedArticle } from '../domain/checked-article.ts';
import type { Finding } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { ARTICLE_FORMATS, renderArticle } from '../report/render-article.ts';
import type { StudyConfig } from '../study/config.ts';
import { withLastRun } from './open-run.ts';
import { writeWhole } from './part-store.ts';
import type { RunOptions } from './run-context.ts';
import { readFinding } from './run-study.ts';
import { quotesToSeek, searchQuotes } from './search-quotes.ts';

/** What is checked, and where the results go. */
export interface ArticleOptions {
  /** Path as the user wrote it. */
  readonly article: string;
  /** Folder of the ledger and the results; null = beside the article. */
  readonly folder: string | null;
  /** File of recorded facts; null = the one that the ledger names. */
  readonly record: string | null;
}

/** What was made. */
export interface ArticleResult {
  readonly checked: CheckedArticle;
  readonly ledger: {
    readonly path: string;
    readonly state: 'written' | 'updated' | 'unchanged';
    readonly nGone: number;
  };
  readonly files: readonly string[];
}

/** Sentences that a ledger may list: a person has to read them. */
const MOST_LISTED = 2_000;

/**
 * Checks an article against the last run of a study: brings its ledger up to date, seeks its quotations in the corpus and writes the
 * article with a mark on every sentence.
 * @throws {StudyError} what is wrong with the article, the ledger or the record, with line and remedy
 */
export async function checkArticle(
  study: StudyConfig,
  options: ArticleOptions,
  run: RunOptions,
): Promise<ArticleResult> {
  const finding = await readFinding(run.out);
  if (finding === null) throw new StudyError('report/no-finding', { path: run.out });
  const text = await readArticle(options.article);
  const sentences = splitArticle(text);
  const files = pathsOf(options);
  const kept = await readLedger(files.ledger, study, options);
  const ledgerOf = suggesterOf(study, kept.ledger);
  const record = options.record === null ? null : relative(dirname(files.ledger), resolve(options.record));
  const ledger = ledgerOf.update(sentences, { article: basename(options.article), record });
  if (ledger.sentences.length > MOST_LISTED)
    throw unusable(
      options.article,
      `${ledger.sentences.length} sentences claim something; a person reads at most ${MOST_LISTED}`,
      'split the article into files',
    );
  const context = { ledger, facts: kept.facts, suggester: ledgerOf.suggester };
  const quotes = await quotesOf(study, run, { ...context, finding, sentences });
  const checked = markArticle(sentences, {
    ...context,
    name: basename(options.article),
    text,
    study,
    finding,
    quotes,
  });
  await mkdir(dirname(files.ledger), { recursive: true });
  const state = await keepLedger(files.ledger, { before: kept.ledger, ledger });
  for (const format of ARTICLE_FORMATS)
    await writeWhole(`${files.checked}.${format}`, renderArticle(checked, { finding, text, format }));
  return {
    checked,
    ledger: { path: files.ledger, state, nGone: ledger.gone?.length ?? 0 },
    files: ARTICLE_FORMATS.map((format) => `${files.checked}.${format}`),
  };
}

/**
 * The text of an article as it is checked.
 * @throws {StudyError} `article/unusable`
 */
export async function readArticle(path: string): Promise<string> {
  return decodeArticle(await readBytes(path), path);
}

/**
 * Whether a text can be checked as an article.
 * @throws {StudyError} `article/unusable`
 */
export function checkText(text: string, path: string): void {
  decodeArticle(Buffer.from(text), path);
}

async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    throw unusable(path, 'the file cannot be read', 'check the path', cause);
  });
}

function unusable(
  path: string,
  problem: string,
  ...[remedy, cause]: readonly [string, unknown?]
): StudyError {
  return new StudyError('article/unusable', { problem, remedy }, { position: { path }, cause });
}

function pathsOf({ article, folder }: ArticleOptions): { readonly ledger: string; readonly checked: string } {
  const name = basename(article).replace(/\.(?:txt|md|markdown)$/i, '');
  const base = join(folder ?? dirname(resolve(article)), name);
  return { ledger: `${base}.claims.yaml`, checked: `${base}.checked` };
}

interface KeptFiles {
  readonly ledger: Ledger | null;
  readonly facts: readonly RecordFact[];
}

async function readLedger(path: string, study: StudyConfig, options: ArticleOptions): Promise<KeptFiles> {
  if (!existsSync(path))
    return { ledger: null, facts: options.record === null ? [] : await readRecord(options.record) };
  return parseLedger(await readFile(path, 'utf8'), { path, study, record: options.record });
}

/** Where the ledger of an article lies beside it. */
export function ledgerPath(article: string): string {
  return pathsOf({ article, folder: null, record: null }).ledger;
}

/**
 * A ledger and the facts that it names.
 * @param record path of the facts, where another is to be read than the one it names
 * @throws {StudyProblems} what is wrong with it, with line and remedy
 */
export async function parseLedger(
  text: string,
  {
    path,
    study,
    record: given,
  }: { readonly path: string; readonly study: StudyConfig; readonly record: string | null },
): Promise<{ readonly ledger: Ledger; readonly facts: readonly RecordFact[] }> {
  const parse = (record: readonly RecordFact[] | null, isChecked: boolean): Ledger =>
    readAttached({
      text,
      path,
      spec: LEDGER_SPEC,
      check: (ledger) => (isChecked ? checkLedger(ledger, { study, record }) : []),
    });
  const named = parse(null, false).record;
  const recordPath = given ?? (named === undefined ? null : join(dirname(path), named));
  const facts = recordPath === null ? null : await readRecord(recordPath);
  return { ledger: parse(facts, true), facts: facts ?? [] };
}

async function readRecord(path: string): Promise<readonly RecordFact[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const parameters = {
      problem: `no record at ${path}`,
      remedy: 'correct the path under `record:` or after --record',
    };
    throw new StudyError('article/attached', parameters, { cause });
  });
  return readAttached({ text, path, spec: RECORD_SPEC, check: checkRecord }).facts;
}

function suggesterOf(study: StudyConfig, before: Ledger | null) {
  const suggester = createSuggester(study, classWords(study.classes, before?.classWords ?? {}));
  return {
    suggester,
    update: (
      sentences: readonly ArticleSentence[],
      names: { readonly article: string; readonly record: string | null },
    ): Ledger => {
      const listed = sentences
        .map((sentence) => ({ sentence, suggestion: suggester.suggest(sentence) }))
        .filter(({ suggestion }) => suggestion.kind !== 'no-claim');
      return updateLedger(before, listed, { ...names, study: study.id, all: sentences });
    },
  };
}

async function quotesOf(
  study: StudyConfig,
  run: RunOptions,
  {
    ledger,
    facts,
    finding,
    sentences,
    suggester,
  }: {
    readonly ledger: Ledger;
    readonly facts: readonly RecordFact[];
    readonly finding: Finding;
    readonly sentences: readonly ArticleSentence[];
    readonly suggester: ReturnType<typeof createSuggester>;
  },
) {
  const sought = quotesToSeek(sentences, ledger);
  if (sought.length === 0) return new Map();
  const record = prepareRecord(facts, ledger.entities ?? []);
  return withLastRun(study, run, (stage) =>
    searchQuotes(stage, sought, { finding, record, namesIn: suggester.namesIn }),
  );
}

/** A ledger that says the same is left as it lies, with its comments; before another takes its place it is kept beside. */
async function keepLedger(
  path: string,
  { before, ledger }: { readonly before: Ledger | null; readonly ledger: Ledger },
): Promise<'written' | 'updated' | 'unchanged'> {
  if (before !== null && JSON.stringify(ordered(before)) === JSON.stringify(ordered(ledger)))
    return 'unchanged';
  if (before !== null)
    await writeWhole(path.replace(/\.yaml$/, '.previous.yaml'), await readFile(path, 'utf8'));
  await writeWhole(path, writeLedger(ledger));
  return before === null ? 'written' : 'updated';
}

/** Keys in one order: a person may move them. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}
