import {
  type ClassMix,
  MIX_DIMENSIONS,
  type ReferenceMix,
  type ReferenceShares,
} from '../domain/reference-mix.ts';
import { DEFAULTS } from './defaults.ts';
import type { StudySpec } from './spec.ts';

/** The reference mix of every class; shares sum to 1 exactly. */
export function completeMix(
  spec: StudySpec['referenceMix'],
  classes: readonly { readonly id: string }[],
): ReferenceMix {
  return Object.fromEntries(
    classes.map(({ id }) => {
      const written = spec === undefined || spec === 'observed' ? undefined : spec[id];
      const mix: ClassMix = Object.fromEntries(
        MIX_DIMENSIONS.flatMap((dimension) => {
          const shares = written?.[dimension];
          return shares === undefined ? [] : [[dimension, toOne(shares)]];
        }),
      );
      return [id, Object.keys(mix).length === 0 ? DEFAULTS.referenceMix : mix];
    }),
  );
}

function toOne(shares: ReferenceShares): ReferenceShares {
  if (shares === 'observed') return shares;
  const sum = Object.values(shares).reduce((s, share) => s + share, 0);
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name.normalize(), share / sum]));
}
