import type { Claim, ClaimExhibits } from '../domain/claim.ts';
import { type Exhibit, SELECTIONS } from '../domain/exhibit.ts';
import type { ClaimConfig } from '../study/claim-config.ts';

/** Quotes on each side of a claim. */
const PER_SIDE = 2;

type Side = Exhibit['side'];

/**
 * The exhibits that say what each measured claim says and those that say the opposite: of its target and classes, of its theme where it
 * has one, by the rules in their order, one author never twice. Claims that numbers do not decide have none.
 */
export function exhibitsOfClaims(
  claims: readonly Claim[],
  exhibits: readonly Exhibit[],
  configs: readonly ClaimConfig[],
): Claim[] {
  return claims.map((claim) => {
    const config = configs.find(({ id }) => id === claim.id);
    const side = config === undefined ? null : sideOf(config);
    if (claim.verdict === null || config === undefined || side === null) return claim;
    return { ...claim, exhibits: chosen(claim, exhibits, { config, side }) };
  });
}

function chosen(
  { target, classes }: Claim,
  exhibits: readonly Exhibit[],
  { config, side }: { readonly config: ClaimConfig; readonly side: Side },
): ClaimExhibits {
  const of = config.kind === 'gap' ? [config.class] : classes;
  const themes = 'themes' in config ? config.themes : 'theme' in config ? [config.theme] : null;
  const places = exhibits
    .map((exhibit, place) => ({ exhibit, place }))
    .filter(({ exhibit }) => exhibit.target === target && of.includes(exhibit.class))
    .filter(
      ({ exhibit }) => themes === null || exhibit.themes?.some((theme) => themes.includes(theme)) === true,
    )
    .sort((a, b) => rank(a.exhibit) - rank(b.exhibit) || a.place - b.place);
  const on = (wanted: Side): number[] =>
    places.flatMap(({ exhibit, place }) => (exhibit.side === wanted ? [place] : [])).slice(0, PER_SIDE);
  return { for: on(side), against: on(side === 'favor' ? 'against' : 'favor') };
}

const rank = ({ selection }: Exhibit): number => SELECTIONS.indexOf(selection ?? 'random');

/** The side of which a quote says what the claim says; null where none does. */
function sideOf(claim: ClaimConfig): Side | null {
  switch (claim.kind) {
    case 'change':
      return claim.direction === 'none' ? null : claim.direction === 'rise' ? 'favor' : 'against';
    case 'driver':
    case 'order':
      return claim.direction === 'rise' ? 'favor' : 'against';
    case 'gap':
      return claim.is === 'higher' ? 'favor' : 'against';
    case 'level': {
      if (claim.measure === 'neither-share') return null;
      const isHigh = claim.is === 'above';
      return isHigh === (claim.measure !== 'against-share') ? 'favor' : 'against';
    }
    default:
      return null;
  }
}
