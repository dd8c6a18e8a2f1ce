import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CheckedArticle } from '../../domain/checked-article.ts';
import { StudyError } from '../../errors/errors.ts';
import { checkArticle, checkText, readArticle } from '../../pipeline/check-article.ts';
import { editArticle, type LedgerEdit, type OpenLedger, openLedger } from '../../pipeline/edit-article.ts';
import { writeWhole } from '../../pipeline/part-store.ts';
import { readResult } from '../../pipeline/read-result.ts';
import { describeProblem } from '../describe-problem.ts';
import { createRunOptions, type ServedRunOptions } from '../run-options.ts';
import type { ServedStudy } from '../served-study.ts';
import { fileInside } from '../start/inside-folder.ts';
import { oneAfterAnother, type StoreTurn } from '../turns.ts';
import type { ShownArticle } from './article-contract.ts';

/** Articles beside the study file: checked, and shown as they were checked. */
export interface ArticleService {
  names(): Promise<string[]>;
  /** @throws {StudyError} `article/unusable` where there is none of this name */
  show(name: string): Promise<ShownArticle>;
  /** @throws {StudyError} what is wrong with the article, its ledger or its record */
  check(name: string, text: string | null): Promise<ShownArticle>;
  /** @throws {StudyError} `server/study-edited`, or what the ledger cannot say */
  say(name: string, what: LedgerEdit): Promise<OpenLedger>;
}

/** The study, its run, and the place at the store. */
export interface ArticleServiceOptions extends ServedRunOptions {
  readonly served: ServedStudy;
  readonly turn: StoreTurn;
}

/** Folder of articles beside the study file. */
const FOLDER = 'articles';

/** Most articles that are listed. */
const MOST_NAMED = 200;

const ENDING = '.checked.json';

/** Checks the articles of a study that is served. */
export function createArticleService(options: ArticleServiceOptions): ArticleService {
  const { served, turn } = options;
  const runOf = createRunOptions(options);
  const inOrder = oneAfterAnother();
  const fileOf = (name: string): string => `${FOLDER}/${name}.txt`;
  const shown = async (name: string): Promise<ShownArticle> => {
    const path = await articleFile(served.folder, fileOf(name));
    const checked = await readResult<CheckedArticle>(path.replace(/\.txt$/, ENDING), 'check-article');
    if (checked === null) throw missing();
    const ledger = await ledgerOf(path);
    return {
      name,
      text: await readArticle(path),
      ledger: `${FOLDER}/${name}.claims.yaml`,
      ...ledger,
      checked,
    };
  };
  const ledgerOf = async (path: string): Promise<Pick<ShownArticle, 'open' | 'problem'>> => {
    try {
      const { config } = await served.load();
      return { open: await openLedger(config, path), problem: null };
    } catch (error) {
      return { open: null, problem: describeProblem(error).problem };
    }
  };
  return {
    names: async () => {
      const files = await readdir(join(served.folder, FOLDER)).catch((): string[] => []);
      return files
        .filter((file) => file.endsWith(ENDING) && files.includes(file.replace(ENDING, '.txt')))
        .map((file) => basename(file, ENDING))
        .sort()
        .slice(0, MOST_NAMED);
    },
    show: shown,
    say: (name, what) =>
      inOrder(async () => {
        const { config } = await served.load();
        return editArticle(config, await articleFile(served.folder, fileOf(name)), what);
      }),
    check: (name, text) =>
      turn.take('an article is being checked', () =>
        inOrder(async () => {
          const { config } = await served.load();
          if (text !== null) await keepText(served.folder, fileOf(name), text);
          const article = await articleFile(served.folder, fileOf(name));
          await checkArticle(config, { article, folder: null, record: null }, runOf(config));
          return shown(name);
        }),
      ),
  };
}

const missing = (): StudyError =>
  new StudyError('article/unusable', {
    problem: 'no article of this name was checked',
    remedy: 'paste its text and check it',
  });

async function articleFile(folder: string, path: string): Promise<string> {
  return fileInside(folder, path).catch(() => Promise.reject(missing()));
}

/** Puts an article into its file; one that is there stays as it is. */
async function keepText(folder: string, path: string, text: string): Promise<void> {
  const place = join(folder, path);
  const isThere = await stat(place).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    checkText(text, path);
    await mkdir(join(folder, FOLDER), { recursive: true });
    return writeWhole(place, text);
  }
  if ((await readFile(await fileInside(folder, path), 'utf8')) === text) return;
  throw new StudyError('article/unusable', {
    problem: 'another article has this name',
    remedy: 'give it another name, or change its file in the folder `articles` and check it again',
  });
}
