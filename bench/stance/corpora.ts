import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TONE_CONVERTERS } from '../../models/training/tone-converters.ts';
import { type GoldRow, readGold } from '../../src/annotate/stance/gold.ts';
import type { StanceModelCard } from '../../src/annotate/stance/model-card.ts';
import { groupedFolds } from '../../src/learn/grouped-folds.ts';

/** Coded rows and the fold that each is tested in. */
export interface FoldedRows {
  readonly rows: readonly GoldRow[];
  readonly folds: Int32Array;
}

/** What baselines learn from and are tested on: the rows of one data set. */
export interface Corpus extends FoldedRows {
  readonly name: string;
  /** `document`: the model's own folds. `target`: every target is a fold, so it is never seen in training. */
  readonly foldsBy: 'document' | 'target';
  /** Whether the model learned from these rows; its score is then the out-of-fold one of its card. */
  readonly inModel: boolean;
}

class GoldMismatchError extends Error {}

/** Sets that are parts of one. */
const PART_OF: Readonly<Record<string, string>> = {
  'sentirueval-2015-tweets': 'sentirueval-tweets',
  'sentirueval-2016-tweets': 'sentirueval-tweets',
  rusentiment: 'russian-tone',
  rusentitweet: 'russian-tone',
};

/** The set with few targets and many texts for each. */
const FEW_TARGETS = 'nlpcc2016-stance';

/**
 * Reads what convert-gold.ts wrote: every set that the model's card scores, in the very folds of its training, and the
 * sets of document tone. Folds are drawn by language over all sets of the card, as in training.
 * @throws GoldMismatchError where a set has not the rows that the card counts: the folds would be others.
 */
export function readCorpora(folder: string, card: StanceModelCard): Corpus[] {
  const scored = card.trainingSets.filter((set) => set.scored);
  const rowsOf = new Map(scored.map((set) => [set.name, readSet(folder, set.name)]));
  for (const { name, rows } of scored) {
    const n = rowsOf.get(name)?.length;
    if (n !== rows)
      throw new GoldMismatchError(
        `${name} has ${n} rows, the card of ${card.name} counts ${rows}: train the model on this gold first`,
      );
  }
  const foldOf = trainingFolds([...rowsOf.values()].flat(), card);
  const names = [...new Set(scored.map(({ name }) => PART_OF[name] ?? name))];
  const seen = names.map((name) => {
    const parts = scored.filter((set) => (PART_OF[set.name] ?? set.name) === name);
    const rows = parts.flatMap((part) => rowsOf.get(part.name) ?? []);
    return corpus(name, rows, { foldOf: (row) => foldOf.get(row) as number, inModel: true });
  });
  const unseen = TONE_CONVERTERS.filter(({ name }) => !rowsOf.has(name)).map(({ name }) => {
    const rows = readSet(folder, name);
    const folds = trainingFolds(rows, card);
    return corpus(name, rows, { foldOf: (row) => folds.get(row) as number, inModel: false });
  });
  const byTarget = seen.filter(({ name }) => name === FEW_TARGETS).map(withUnseenTargets);
  return [...seen, ...byTarget, ...unseen];
}

function readSet(folder: string, name: string): GoldRow[] {
  const path = join(folder, `${name}.ndjson`);
  return readGold(readFileSync(path), path);
}

function trainingFolds(rows: readonly GoldRow[], card: StanceModelCard): ReadonlyMap<GoldRow, number> {
  const foldOf = new Map<GoldRow, number>();
  for (const mine of Map.groupBy(rows, (row) => row.language).values()) {
    const folds = groupedFolds(
      mine.map((row) => row.group),
      card.validation.folds,
      card.seed,
    );
    mine.forEach((row, i) => {
      foldOf.set(row, folds[i] as number);
    });
  }
  return foldOf;
}

function corpus(
  name: string,
  rows: readonly GoldRow[],
  { foldOf, inModel }: { readonly foldOf: (row: GoldRow) => number; readonly inModel: boolean },
): Corpus {
  return { name, rows, folds: Int32Array.from(rows, foldOf), foldsBy: 'document', inModel };
}

function withUnseenTargets(corpus: Corpus): Corpus {
  const targets = [...new Set(corpus.rows.map((row) => row.target))];
  const folds = Int32Array.from(corpus.rows, (row) => targets.indexOf(row.target));
  return { ...corpus, folds, foldsBy: 'target', inModel: false };
}
