import { QUANTIFIER_NAMES } from '../../src/stats/quantify.ts';
import { PROTOCOL, type QuantifierLine } from './score-quantifiers.ts';

/** Largest error aimed at in Russian news, by sample size. */
const GOALS: Readonly<Record<number, number>> = { 250: 0.045, 1000: 0.033 };

const GOAL_DOMAIN = 'news';

/** The errors as a Markdown page: no line of it is written by hand. */
export function renderQuantification(
  domains: readonly {
    readonly domain: string;
    readonly n: number;
    readonly lines: readonly QuantifierLine[];
  }[],
  made: { readonly commit: string; readonly machine: string },
): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const tables = PROTOCOL.sizes.map((size) =>
    [
      `## Samples of ${size}`,
      '',
      row(['quantifier', ...domains.map(({ domain, n }) => `${domain} (${n} texts)`)]),
      row(['---', ...domains.map(() => '--:')]),
      ...QUANTIFIER_NAMES.map((name) =>
        row([name, ...domains.map(({ domain, lines }) => cell({ domain, lines, name, size }))]),
      ),
    ].join('\n'),
  );
  return [
    '# Shares of the classes under label shift, real texts',
    `Mean absolute error of the shares of against, neither and favor. Texts of the Russian sets that \`stance-1\` learned from, read by classifiers that have not seen them. Documents are split in halves ${PROTOCOL.splits} times; one half tells of the classifier's errors, and of the other ${PROTOCOL.samples} samples of each size are drawn whose shares are drawn from all that are possible; then the halves change places. ± is the standard error over splits. Probabilities are binned to 1/${PROTOCOL.bins}.`,
    ...tables,
    `Goals, in ${GOAL_DOMAIN}: ${Object.entries(GOALS)
      .map(([size, goal]) => `at most ${goal} in samples of ${size}`)
      .join(', ')}; ✓ met.`,
    `Printed by \`npm run bench:quantify -- --gold FOLDER --write\`. Commit ${made.commit}; ${made.machine}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function cell(of: {
  readonly domain: string;
  readonly lines: readonly QuantifierLine[];
  readonly name: string;
  readonly size: number;
}): string {
  const line = of.lines.find((one) => one.quantifier === of.name && one.sampleSize === of.size);
  if (line === undefined) return '–';
  const met = of.domain === GOAL_DOMAIN && line.error <= (GOALS[of.size] ?? 0);
  return `${line.error.toFixed(4)} ± ${line.standardError.toFixed(4)}${met ? ' ✓' : ''}`;
}
