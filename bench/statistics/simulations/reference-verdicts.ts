import { plantedClaims } from '../../../src/demo/reference/planted-claims.ts';
import { CLAIM_VERDICTS, type Claim, type ClaimKind, type ClaimVerdict } from '../../../src/domain/claim.ts';
import { measureReference } from '../reference-replicate.ts';
import type { Column, Replicate, Simulation } from '../simulation.ts';

const PLANTED = plantedClaims();
const KINDS: readonly ClaimKind[] = ['change', 'trend', 'level', 'gap', 'driver', 'order', 'omission'];
const ERROR = { to: 0.05 };

const rate = (of: string, label: string, goal?: Column['goal']): Column => ({
  of,
  label,
  kind: 'rate',
  ...(goal === undefined ? {} : { goal }),
});
const truthWord = (planted: boolean | null): string =>
  planted === null ? 'nothing planted' : planted ? 'planted' : 'not planted';

/** What the claims of one corpus were found to be, beside what was planted: 1 = yes, 0 = no, or a share. */
function checkClaims(claims: readonly Claim[]): Replicate {
  const measured = claims.filter((one) => one.verdict !== null);
  const missing = measured.filter(({ id }) => !(id in PLANTED)).map(({ id }) => id);
  if (missing.length > 0) throw new RangeError(`nothing is known of ${missing.join(', ')}`);
  const is = (verdict: ClaimVerdict) => (one: Claim) => one.verdict === verdict;
  const [true_, false_] = [true, false].map((planted) =>
    measured.filter(({ id }) => PLANTED[id] === planted),
  ) as [Claim[], Claim[]];
  const share = (of: readonly Claim[], verdict: ClaimVerdict): number =>
    of.filter(is(verdict)).length / of.length;
  return {
    falseSupported: share(false_, 'supported'),
    anyFalseSupported: Number(false_.some(is('supported'))),
    falseContradicted: share(true_, 'contradicted'),
    anyFalseContradicted: Number(true_.some(is('contradicted'))),
    trueSupported: share(true_, 'supported'),
    falseRefuted: share(false_, 'contradicted'),
    allSupported: Number(measured.every(is('supported'))),
    ...Object.fromEntries(
      KINDS.flatMap((kind) => {
        const of = measured.filter((one) => one.kind === kind);
        return CLAIM_VERDICTS.map((verdict) => [`${kind}:${verdict}`, share(of, verdict)]);
      }),
    ),
    ...Object.fromEntries(
      measured.flatMap((one) => [
        [`${one.id}:supported`, Number(is('supported')(one))],
        [`${one.id}:contradicted`, Number(is('contradicted')(one))],
      ]),
    ),
  };
}

/** The claims of the reference study against planted truth. */
export const referenceVerdicts: Simulation = {
  id: 'reference-verdicts',
  title: 'Verdicts of the reference study against planted truth',
  text: `Each replicate is a synthetic corpus with a seed of its own, taken through the whole program with
[the study file](../../../studies/russia-on-china/study.yaml). *Planted* claims are those that the generator's plan makes true
(\`src/demo/reference/planted-claims.ts\`). Talk about China in Russia sours slowly from spring on, so that claims which date the fall are not
planted. Labels have planted errors and are not corrected by codings. A corpus has 24,000 posts, so that a hundred can be measured; the study has 60,000. Rows *kind: verdict* are shares of the claims of that kind.`,
  cases: [{}],
  columns: [
    rate('falseSupported', 'claims not planted: supported', ERROR),
    rate('anyFalseSupported', 'any claim not planted supported in a study', ERROR),
    rate('falseContradicted', 'claims planted: contradicted', ERROR),
    rate('anyFalseContradicted', 'any claim planted contradicted in a study', ERROR),
    rate('trueSupported', 'claims planted: supported'),
    rate('falseRefuted', 'claims not planted: contradicted'),
    rate('allSupported', 'all claims supported', { to: 0 }),
    ...KINDS.flatMap((kind) =>
      CLAIM_VERDICTS.map((verdict) => rate(`${kind}:${verdict}`, `${kind}: ${verdict}`)),
    ),
    ...Object.entries(PLANTED).flatMap(([id, planted]) => [
      rate(
        `${id}:supported`,
        `${id}, ${truthWord(planted)}: supported`,
        planted === false ? ERROR : undefined,
      ),
      rate(
        `${id}:contradicted`,
        `${id}, ${truthWord(planted)}: contradicted`,
        planted === true ? ERROR : undefined,
      ),
    ]),
  ],
  replicates: { full: 100, short: 1 },
  small: { documents: 6_000 },
  code: ['src/**/*.ts', 'studies/russia-on-china/study.yaml'],
  chunk: 1,
  async run({ documents = 24_000 }, random) {
    const seed = Math.floor(random() * 2 ** 31);
    const { claims } = await measureReference({ documents: Number(documents), seed });
    return checkClaims(claims);
  },
};
