import type { ClaimConfig } from './claim-config.ts';
import { DEFAULTS } from './defaults.ts';
import type { ClaimSpec } from './spec-claims.ts';

/** A claim with every default filled. */
export function completeClaim(written: ClaimSpec): ClaimConfig {
  const d = DEFAULTS.claim;
  const claim = { ...written, text: written.text.normalize() };
  switch (claim.kind) {
    case 'change':
    case 'trend': {
      const { class: classes, ...rest } = claim;
      return { ...rest, classes: [...new Set([classes].flat())], by: claim.by ?? d.by };
    }
    case 'level': {
      const { class: classes, ...rest } = claim;
      return {
        ...rest,
        classes: [...new Set([classes].flat())],
        measure: claim.measure ?? d.measure,
        threshold: claim.threshold ?? d.threshold,
      };
    }
    case 'gap': {
      const { regions, thanRegions, ...rest } = claim;
      return {
        ...rest,
        by: claim.by ?? d.by,
        ...(regions === undefined ? {} : { regions: [regions].flat() }),
        ...(thanRegions === undefined ? {} : { thanRegions: [thanRegions].flat() }),
      };
    }
    case 'driver':
      return { ...claim, by: claim.by ?? d.by };
    case 'order':
      return claim;
    case 'omission':
      return { ...claim, times: claim.times ?? d.times };
    default:
      return { ...claim, target: claim.target ?? null };
  }
}
