import { hash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { StudyError, StudyProblems } from '../../errors/errors.ts';
import { type DrawnDocuments, drawDocuments } from '../../pipeline/draw-documents.ts';
import { keyFile, parseStudyAt } from '../../pipeline/load-study.ts';
import { writeWhole } from '../../pipeline/part-store.ts';
import { type FoundPlaces, findTarget, previewQuery, type ShownPosts } from '../../pipeline/preview-query.ts';
import { suggestAliases, type Vocabulary, vocabularyOf } from '../../pipeline/suggest-aliases.ts';
import type { StudyConfig, TargetConfig } from '../../study/config.ts';
import { editTerms, termGroups } from '../../study/edit-terms.ts';
import { lineDiff } from '../../study/line-diff.ts';
import type { ParsedStudy } from '../../study/parse.ts';
import { readStudyText } from '../../study/read-study-text.ts';
import type { ServedStudy } from '../served-study.ts';
import type { EditedQuery, PreviewedQuery, Queries, QueryDiff, Suggestions } from './query-contract.ts';

/** The words of the targets of a study: tried, compared and saved. */
export interface QueryService {
  /**
   * Draws the documents and looks for the first target before anybody asks; once. A failure is told to who asks.
   * @param when `soon` = once the first view is drawn; `now` = somebody opens the query builder
   */
  warm(when: 'soon' | 'now'): void;
  queries(): Promise<Queries>;
  preview(
    edited: EditedQuery,
    how: { readonly shown: ShownPosts; readonly seed: number },
  ): Promise<PreviewedQuery>;
  suggest(edited: EditedQuery): Promise<Suggestions>;
  /** @throws {StudyError} `server/study-edited` */
  diff(edited: EditedQuery, digest: string): Promise<QueryDiff>;
  /** @throws {StudyError} `server/study-edited`; StudyProblems where the study could not be run */
  save(edited: EditedQuery, digest: string): Promise<{ readonly digest: string }>;
}

/** Documents on which a query is tried: enough for a share of 1 % to be seen to a tenth of it. */
const MOST_DOCUMENTS = 40_000;

interface Drawn extends DrawnDocuments {
  readonly key: string;
  vocabulary: Vocabulary | null;
  saved: { readonly key: string; readonly found: Promise<FoundPlaces> } | null;
}

/** Makes the query builder of what is served. */
export function createQueryService(served: ServedStudy): QueryService {
  const { path } = served;
  const draw = drawer(served);
  let latest = 0;
  const readText = (): Promise<string> => textOf(served);
  const unchanged = async (digest: string): Promise<string> => {
    const text = await readText();
    if (digestOf(text) !== digest) throw new StudyError('server/study-edited', { path: basename(path) });
    return text;
  };
  return {
    warm: onlyOnce(async () => {
      const { config } = parseStudyAt(path, await readText());
      const [first] = config.targets;
      if (first !== undefined) await savedPlaces(await draw(config), first);
    }),
    queries: async () => queriesOf(basename(path), await readText()),
    preview: async (edited, { shown, seed }) => {
      const asked = ++latest;
      const text = await readText();
      const parsed = attempt(path, editKnown(text, edited));
      if ('problems' in parsed) return { problems: parsed.problems, warnings: [], preview: null };
      const before = parseStudyAt(path, text).config;
      const drawn = await draw(before);
      const target = targetOf(before, edited);
      const wanted = targetOf(parsed.config, edited);
      const saved = await savedPlaces(drawn, target);
      const isSaved = JSON.stringify(wanted) === JSON.stringify(target);
      const now = isSaved ? saved : await findTarget(drawn.documents, wanted, () => asked === latest);
      const preview = previewQuery(before, drawn, { now, saved, shown, seed });
      const warnings = parsed.warnings.filter(({ code }) => TERM_WARNINGS.has(code));
      return { problems: [], warnings: warnings.map(({ message }) => message), preview };
    },
    suggest: async (edited) => {
      const { config } = parseStudyAt(path, editKnown(await readText(), edited));
      const drawn = await draw(config);
      const target = targetOf(config, edited);
      drawn.vocabulary ??= await vocabularyOf(drawn.documents);
      const found = await findTarget(drawn.documents, target);
      const suggestions = await suggestAliases(drawn.documents, target, {
        found,
        vocabulary: drawn.vocabulary,
      });
      return structuredClone({ suggestions }) as Suggestions;
    },
    diff: async (edited, digest) => {
      const text = await unchanged(digest);
      const after = editKnown(text, edited);
      const parsed = attempt(path, after);
      return { lines: lineDiff(text, after), problems: 'problems' in parsed ? parsed.problems : [] };
    },
    save: async (edited, digest) => {
      const after = editKnown(await unchanged(digest), edited);
      parseStudyAt(path, after);
      await writeWhole(path, after);
      return { digest: digestOf(after) };
    },
  };
}

async function textOf({ path, isThere }: ServedStudy): Promise<string> {
  if (!isThere()) throw new StudyError('study/not-found', { path: basename(path) });
  return readFile(path, 'utf8');
}

/** Where the saved words of a target stand, looked for once. */
function savedPlaces(drawn: Drawn, target: TargetConfig): Promise<FoundPlaces> {
  const key = JSON.stringify(target);
  if (drawn.saved?.key !== key) drawn.saved = { key, found: findTarget(drawn.documents, target) };
  return drawn.saved.found;
}

/** The first view is drawn before: what is prepared would be in its way. */
const AFTER_MS = 400;

/** Does something once: later, or now where somebody has come for it. */
function onlyOnce(work: () => Promise<void>): QueryService['warm'] {
  let isBegun = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    clearTimeout(timer);
    if (!isBegun) work().catch(() => undefined);
    isBegun = true;
  };
  return (when) => {
    if (when === 'now') begin();
    else if (!isBegun && timer === undefined) timer = setTimeout(begin, AFTER_MS).unref();
  };
}

const TERM_WARNINGS: ReadonlySet<string> = new Set(['study/shared-alias', 'study/idle-exclude']);

const digestOf = (text: string): string => hash('sha256', text, 'hex');

/** Keeps the documents that were drawn last, for as long as the sources and the store are the same. */
function drawer(served: ServedStudy): (study: StudyConfig) => Promise<Drawn> {
  let kept: { readonly key: string; readonly drawn: Promise<Drawn> } | null = null;
  return async (study) => {
    const out = await served.out();
    const finding = await readFile(`${out}/manifest.json`, 'utf8').catch(() => '');
    const key = digestOf(JSON.stringify([study.sources, study.period, study.seed, out, digestOf(finding)]));
    if (kept?.key === key) return kept.drawn;
    const run = {
      out,
      threads: 1,
      keyFile: keyFile(study, process.env),
      progress: () => undefined,
      now: Date.now,
      randomBytes: (n: number) => randomBytes(n),
      version: '',
    };
    const drawn = drawDocuments(study, run, MOST_DOCUMENTS).then(
      (found): Drawn => ({ ...found, key, vocabulary: null, saved: null }),
    );
    kept = { key, drawn };
    drawn.catch(() => {
      kept = null;
    });
    return drawn;
  };
}

function queriesOf(file: string, text: string): Queries {
  const tree = readStudyText(text).value as { readonly targets?: readonly Record<string, unknown>[] } | null;
  return {
    file,
    digest: digestOf(text),
    targets: (tree?.targets ?? []).map(({ id, label, placebo, aliases, exclude, codeWords }) => ({
      id: String(id),
      label: String(label ?? id),
      placebo: placebo === true,
      aliases: mutable(termGroups(aliases)),
      exclude: mutable(termGroups(exclude)),
      codeWords: [codeWords ?? []].flat().map(String),
    })),
  };
}

const mutable = (groups: ReturnType<typeof termGroups>): Queries['targets'][number]['aliases'] =>
  groups.map(({ language, words }) => ({ language, words: [...words] }));

/** @throws {StudyError} `study/unknown-target` */
function editKnown(text: string, edited: EditedQuery): string {
  const known = queriesOf('', text).targets.map(({ id }) => id);
  if (!known.includes(edited.target))
    throw new StudyError('study/unknown-target', { target: edited.target, known: known.join(', ') });
  return editTerms(text, edited);
}

function targetOf(study: StudyConfig, { target }: EditedQuery): TargetConfig {
  return study.targets.find(({ id }) => id === target) as TargetConfig;
}

function attempt(path: string, text: string): ParsedStudy | { readonly problems: QueryDiff['problems'] } {
  try {
    return parseStudyAt(path, text);
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    return {
      problems: error.problems.map(({ message, hint, position }) => ({
        message,
        hint,
        line: position?.line ?? null,
      })),
    };
  }
}
