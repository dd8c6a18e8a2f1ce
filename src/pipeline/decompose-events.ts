import type { Decomposition, Dimension } from '../domain/decomposition.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import { WORD_AUTHORS } from '../domain/word-authors.ts';
import { cellCounts } from '../measure/cell-counts.ts';
import { type ChosenLevel, type ChosenSide, chooseLevels } from '../measure/choose-levels.ts';
import { eventSpans } from '../measure/contrast-events.ts';
import { type ChangeInputs, decomposeChange, withQValues } from '../measure/decompose-changes.ts';
import { withWords, wordSources } from '../measure/shift-words.ts';
import { periodOfDays } from '../measure/time-bins.ts';
import {
  changeCrossProducts,
  createChangeParts,
  type DecompositionOptions,
  type LevelCounts,
  levelCounts,
} from '../store/queries/decomposition-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { wordCounts } from '../store/queries/word-counts.ts';
import type { EventConfig } from '../study/config.ts';
import type { StageContext } from './run-context.ts';

/** Splits what is compared within a class; the last compares classes. */
const DIMENSIONS = ['theme', 'discovered', 'source', 'region', 'language', 'author', 'class'] as const;

/** How changes are split: over every dimension and with the words behind them, or over the themes that claims may name. */
export type SplitDimensions = 'all' | 'themes';

/** One target and class of one event with its levels. */
interface Chosen {
  readonly target: string;
  readonly class: string;
  readonly levels: readonly ChosenLevel[];
}

/** The changes at the declared events that can be estimated, split over every dimension that has at least two levels. */
export async function decomposeEvents(
  context: StageContext,
  contrasts: readonly EventContrast[],
  splits: SplitDimensions,
): Promise<Decomposition[]> {
  const { study } = context;
  const placebos = new Set(study.targets.filter((one) => one.placebo).map((one) => one.id));
  const declared = study.events.filter((one) => one.kind === 'declared');
  const found: Decomposition[] = [];
  for (const event of declared) {
    const changes = contrasts.filter(
      (one) => one.event === event.id && one.effect.kind === 'estimate' && !placebos.has(one.target),
    );
    if (changes.length === 0) continue;
    for (const dimension of splits === 'all' ? DIMENSIONS : (['theme'] as const)) {
      found.push(...(await decomposeEvent(context, { event, changes, dimension })));
    }
  }
  const tested = withQValues(found);
  if (splits === 'themes') return tested;
  const worded: Decomposition[] = [];
  for (const event of declared) {
    worded.push(
      ...(await addWords(
        context,
        event,
        tested.filter((one) => one.event === event.id),
      )),
    );
  }
  return worded;
}

async function addWords(
  { study, database, corpus }: StageContext,
  event: EventConfig,
  decompositions: readonly Decomposition[],
): Promise<Decomposition[]> {
  const uses = await wordCounts(database, {
    spans: eventSpans(event, study.period, study.measure),
    sources: wordSources(decompositions),
    mention: corpus.mention,
    document: corpus.document,
    seed: study.seed,
    minimumAuthors: WORD_AUTHORS,
  });
  return withWords(decompositions, uses, study.measure);
}

async function decomposeEvent(
  { study, database }: StageContext,
  of: {
    readonly event: EventConfig;
    readonly changes: readonly EventContrast[];
    readonly dimension: Dimension;
  },
): Promise<Decomposition[]> {
  const { event, changes, dimension } = of;
  const { measure, weights, seed } = study;
  const spans = eventSpans(event, study.period, measure);
  const targets = [...new Set(changes.map((one) => one.target))];
  const options: DecompositionOptions = { dimension, spans, targets, weightUnit: weightUnit(weights) };
  await createChangeParts(database, options);
  const counts = (await levelCounts(database, options)).filter(
    (row) => dimension === 'class' || changes.some((one) => isOf(one, row)),
  );
  const chosen = [...Map.groupBy(counts, (row) => JSON.stringify([row.target, row.class])).values()].flatMap(
    (rows): Chosen[] => {
      const levels = chooseLevels(rows, dimension, measure);
      const [first] = rows as [LevelCounts, ...LevelCounts[]];
      return levels === null ? [] : [{ target: first.target, class: first.class, levels }];
    },
  );
  const products = await changeCrossProducts(database, options, chosen.flatMap(placesOf));
  return chosen.map((one) => {
    const { crossProducts } = products.find((p) => isSame(p, one)) as (typeof products)[number];
    const contrast = changes.find((change) => isOf(change, one));
    return decomposeChange({
      target: one.target,
      stratum: dimension === 'class' ? {} : { class: one.class },
      event: event.id,
      from: periodOfDays(spans.before.start, spans.before.end),
      to: periodOfDays(spans.after.start, spans.after.end),
      dimension,
      levels: one.levels,
      crossProducts,
      counts:
        contrast === undefined
          ? countsOf(one.levels, crossProducts.copies.nGroups)
          : {
              before: cellCounts(contrast.before),
              after: cellCounts(contrast.after),
              change: cellCounts(contrast.effect),
            },
      counted: {
        before: countedOf(contrast?.before),
        after: countedOf(contrast?.after),
        change: countedOf(contrast?.effect, contrast?.variants),
      },
      corrected: correctedOf(contrast),
      measure,
      weights,
      seed,
    });
  });
}

/** The estimate that counts labels at the observed mix, in the foreground or among the variants. */
function countedOf(estimate?: Estimate, variants: EventContrast['variants'] = []): Estimate | null {
  const all = [estimate, ...variants.map((one) => one.estimate)];
  const isCounted = (one?: Estimate): boolean =>
    one?.kind === 'estimate' && one.correction === 'none' && one.mix === 'observed';
  return all.find(isCounted) ?? null;
}

function correctedOf(contrast: EventContrast | undefined): Estimate | null {
  const effect = contrast?.effect;
  return effect?.kind === 'estimate' && effect.correction !== 'none' ? effect : null;
}

function placesOf({ levels, ...of }: Chosen) {
  return levels.flatMap(({ members }, place) =>
    members.map((level) => ({ target: of.target, class: of.class, level, place })),
  );
}

interface OfClass {
  readonly target: string;
  readonly class: string;
}

function isSame(a: OfClass, b: OfClass): boolean {
  return a.target === b.target && a.class === b.class;
}

function isOf(change: EventContrast, of: OfClass): boolean {
  return change.target === of.target && change.stratum['class'] === of.class;
}

/** What all classes together rest on: an author who writes in two of them counts in both. */
function countsOf(levels: readonly ChosenLevel[], nClusters: number): ChangeInputs['counts'] {
  const side = (which: 'before' | 'after') => {
    const sum = (of: (one: ChosenSide) => number): number =>
      levels.reduce((total, one) => total + of(one[which]), 0);
    return {
      nDocuments: sum((one) => one.nMentions),
      nAuthors: sum((one) => one.nAuthors),
      nClusters: sum((one) => one.copyGroups),
    };
  };
  const [before, after] = [side('before'), side('after')];
  return {
    before,
    after,
    change: {
      nDocuments: before.nDocuments + after.nDocuments,
      nAuthors: Math.min(before.nAuthors, after.nAuthors),
      nClusters,
    },
  };
}
