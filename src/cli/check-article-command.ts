import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { CheckedArticle } from '../domain/checked-article.ts';
import { SENTENCE_KINDS } from '../domain/checked-article.ts';
import { type ArticleResult, checkArticle } from '../pipeline/check-article.ts';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import { near } from './near-path.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell check-article`. */
export interface CheckArticleOptions {
  readonly out?: string;
  readonly run?: string;
  readonly record?: string;
  readonly json?: boolean;
}

/** `groundswell check-article article.txt study.yaml`: the article back with a mark on every sentence that claims something. */
export async function checkArticleCommand(
  paths: { readonly article: string; readonly study: string },
  options: CheckArticleOptions,
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(paths.study);
  const result = await checkArticle(
    config,
    {
      article: paths.article,
      folder: options.out === undefined ? null : resolve(options.out),
      record: options.record ?? null,
    },
    {
      out: outFolder(options.run, config),
      threads: availableParallelism(),
      keyFile: keyFile(config, terminal.env),
      progress: () => undefined,
      now: Date.now,
      randomBytes: (n) => randomBytes(n),
      version: programVersion(),
    },
  );
  terminal.out(options.json === true ? `${JSON.stringify(result.checked)}\n` : articleText(result));
}

function articleText({ checked, ledger, files }: ArticleResult): string {
  const quotes = checked.sentences.flatMap((one) => one.quotes);
  const of = (result: string): number => quotes.filter((one) => one.result === result).length;
  const kinds = SENTENCE_KINDS.filter((kind) => checked.counts[kind] > 0).map(
    (kind) => `${checked.counts[kind]} ${kind}`,
  );
  const lines = [
    `${checked.article.nSentences} sentences: ${kinds.join(', ')}`,
    `${checked.nUnconfirmed} not confirmed yet`,
    ...verdictLines(checked),
    ...(quotes.length === 0
      ? []
      : [
          `quotations: ${of('found')} found, ${of('paraphrase')} paraphrase, ${of('not-found')} not found, ${of('conflicts-with-record')} in conflict with the record`,
        ]),
    `${checked.sentences.filter(({ flags }) => flags.length > 0).length} sentences to look at`,
    ...(ledger.nGone === 0
      ? []
      : [`${ledger.nGone} edited entries whose sentences are gone: under \`gone:\` in the ledger`]),
    `ledger ${ledger.state}: ${near(ledger.path)}`,
    ...files.map((file) => `wrote ${near(file)}`),
    ...(checked.nUnconfirmed === 0
      ? []
      : ['next: edit the ledger, set `confirmed: true` where an entry is right, and run this again']),
  ];
  return `${lines.join('\n')}\n`;
}

function verdictLines({ sentences }: CheckedArticle): string[] {
  const verdicts = sentences.flatMap(({ verdict }) => verdict?.verdict ?? []);
  if (verdicts.length === 0) return [];
  const counts = [...Map.groupBy(verdicts, (one) => one)].map(
    ([verdict, list]) => `${list.length} ${verdict}`,
  );
  return [`verdicts: ${counts.join(', ')}`];
}
