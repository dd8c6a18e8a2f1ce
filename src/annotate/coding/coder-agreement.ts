import { CODED_LABELS, type PairedAgreement } from '../../domain/coding.ts';
import { agreementScores, type LabelUnit } from '../stance/agreement-scores.ts';
import type { ScoringOptions } from '../stance/score-predictions.ts';
import { ADJUDICATED, type CodedWave } from './coded-wave.ts';

/**
 * How far coders agree on the mentions that two or more of them labelled, over all waves, and each two of them. Intervals resample whole
 * documents. Mentions that a coder found unclear are missing values of that coder.
 */
export function coderAgreement(waves: readonly CodedWave[], options: ScoringOptions): PairedAgreement {
  const names = new Set(waves.flatMap(({ coders }) => [...coders.keys()]));
  const coderNames = [...names].filter((name) => name !== ADJUDICATED).sort();
  const shared = waves.flatMap(({ wave, coders }) =>
    wave.mentions.flatMap(({ id, documentId }) => {
      const unit: LabelUnit = coderNames.map((name) => {
        const place = (CODED_LABELS as readonly string[]).indexOf(coders.get(name)?.get(id) ?? '');
        return place < 0 ? null : place;
      });
      const said = unit.filter((place) => place !== null);
      return said.length < 2 ? [] : [{ unit, documentId, distance: Math.max(...said) - Math.min(...said) }];
    }),
  );
  const units = shared.map(({ unit }) => unit);
  const groups = shared.map(({ documentId }) => documentId);
  const { alpha, share, pairs } = agreementScores(units, groups, options);
  return {
    nShared: shared.length,
    alpha,
    share,
    nNeighbouring: shared.filter(({ distance }) => distance === 1).length,
    nOpposite: shared.filter(({ distance }) => distance === 2).length,
    confidenceLevel: options.level,
    pairs: pairs.flatMap(({ a, b, n, share: same, kappa }) =>
      n === 0 ? [] : [{ coders: [coderNames[a] as string, coderNames[b] as string], n, share: same, kappa }],
    ),
  };
}
