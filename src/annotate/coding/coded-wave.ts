import type { CodedLabel, Coding, CodingStratum, CodingWaveSummary } from '../../domain/coding.ts';
import type { DocumentId } from '../../domain/identifiers.ts';
import { shuffleByKey } from '../../stats/sample-design.ts';
import type { CoderLabels } from './coder-labels.ts';
import type { CodingWave, WaveStratum } from './coding-wave.ts';

/** The name under which labels are kept that coders agreed on afterwards: they count before all others. */
export const ADJUDICATED = 'adjudicated';

/** A wave with what each coder said. */
export interface CodedWave {
  readonly wave: CodingWave;
  readonly coders: ReadonlyMap<string, CoderLabels>;
}

/** What a wave gives an estimator. */
export interface AdjudicatedWave {
  readonly codings: readonly Coding[];
  readonly strata: readonly CodingStratum[];
  readonly summary: Omit<CodingWaveSummary, 'nUnmatched'>;
}

/**
 * One label for each mention: the adjudicated one; else the one that most coders gave; a tie falls by a coin that the
 * mention's id decides, so that no coder and no label is preferred. Null = coders looked and none could tell; ids on which
 * nobody said anything are left out.
 */
export function adjudicateLabels({ wave, coders }: CodedWave): ReadonlyMap<string, CodedLabel | null> {
  const adjudicated = coders.get(ADJUDICATED);
  const others = [...coders].filter(([name]) => name !== ADJUDICATED).map(([, labels]) => labels);
  const decided = new Map<string, CodedLabel | null>();
  for (const { id } of wave.mentions) {
    const final = adjudicated?.get(id);
    const said = final === undefined ? others.flatMap((labels) => labels.get(id) ?? []) : [final];
    if (said.length === 0) continue;
    const votes = Map.groupBy(
      said.filter((label) => label !== 'unclear'),
      (label) => label,
    );
    const most = Math.max(0, ...[...votes.values()].map((list) => list.length));
    const tied = [...votes].filter(([, list]) => list.length === most).map(([label]) => label);
    const [label] = shuffleByKey(tied, `${wave.seed}/${wave.wave}/tie/${id}`) as CodedLabel[];
    decided.set(id, label ?? null);
  }
  return decided;
}

/**
 * The codings of a wave, with probabilities that allow for drawn mentions without a label: these count as missing at random
 * within their stratum, and within target and class where one of its strata has no label at all. Sheets are in random
 * order, so that mentions which nobody has come to yet are.
 */
export function adjudicateWave(coded: CodedWave): AdjudicatedWave {
  const { wave, coders } = coded;
  const decided = adjudicateLabels(coded);
  const labels = wave.mentions.map((mention) => ({ mention, label: decided.get(mention.id) }));
  const nCoded = new Map(wave.strata.map(({ id }) => [id, 0]));
  for (const { mention, label } of labels)
    if (label != null) nCoded.set(mention.stratum, (nCoded.get(mention.stratum) ?? 0) + 1);
  const answered = answerShares(wave.strata, nCoded);
  const codings = labels.flatMap(({ mention, label }): Coding[] => {
    if (label == null) return [];
    const { documentId, target, stratum } = mention;
    return [
      {
        documentId: BigInt(`0x${documentId}`) as DocumentId,
        target,
        wave: wave.wave,
        stratum,
        inclusionProbability: mention.inclusionProbability * (answered.get(stratum) ?? 1),
        label,
      },
    ];
  });
  return {
    codings,
    strata: wave.strata.map(({ start, end, ...stratum }) => ({
      ...stratum,
      wave: wave.wave,
      period: { start, end },
      nCoded: nCoded.get(stratum.id) ?? 0,
    })),
    summary: {
      wave: wave.wave,
      drawnOn: wave.drawnOn,
      nPopulation: wave.strata.reduce((sum, { nPopulation }) => sum + nPopulation, 0),
      nStrata: wave.strata.length,
      nDrawn: wave.mentions.length,
      nCoded: codings.length,
      nUnclear: [...decided.values()].filter((label) => label === null).length,
      smallestProbability: Math.min(...wave.strata.map((one) => one.nDrawn / one.nPopulation)),
      nCoders: [...coders.keys()].filter((name) => name !== ADJUDICATED).length,
    },
  };
}

/** Stratum → share of its drawn mentions that have a label, by target and class where a stratum has none. */
function answerShares(
  strata: readonly WaveStratum[],
  nCoded: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const cells = Map.groupBy(strata, (one) => JSON.stringify([one.target, one.class]));
  const codedOf = ({ id }: WaveStratum): number => nCoded.get(id) ?? 0;
  const shares = [...cells.values()].flatMap((cell) => {
    if (cell.every((one) => codedOf(one) > 0))
      return cell.map((one) => [one.id, codedOf(one) / one.nDrawn] as const);
    const share =
      cell.reduce((sum, one) => sum + codedOf(one), 0) / cell.reduce((sum, one) => sum + one.nDrawn, 0);
    return cell.map((one) => [one.id, share] as const);
  });
  return new Map(shares);
}
