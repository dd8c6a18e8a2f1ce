import { STANCE_LABELS, type StanceLabel, type StanceProblem } from '../../domain/stance.ts';
import type { ColumnStanceConfig, TargetConfig } from '../../study/config.ts';
import { NO_OPINION, type StanceAnnotator, type StanceInput, type StanceResult } from './annotator.ts';
import { probabilityShares } from './probability-shares.ts';
import { wholeProbabilities } from './whole-probabilities.ts';

/**
 * Takes the labels that came with the records. A value that is no label, probabilities that do not sum to 1 and a
 * target that the study does not know give `abstain` with the problem, so that nothing is lost and all is counted.
 */
export function createColumnStanceAnnotator(
  config: ColumnStanceConfig,
  targets: readonly TargetConfig[],
): StanceAnnotator {
  const known = targetsByName(targets);
  return {
    name: 'column',
    version: '1',
    trainedOn: [],
    annotate: async (inputs) => inputs.map((input) => readLabel(input, config, known)),
    close: () => undefined,
  };
}

type TargetsByName = ReadonlyMap<string, ReadonlySet<string>>;

function targetsByName(targets: readonly TargetConfig[]): TargetsByName {
  const known = new Map<string, Set<string>>();
  for (const { id, label, aliases } of targets) {
    for (const name of [id, label, ...Object.values(aliases).flat()]) {
      known.set(folded(name), (known.get(folded(name)) ?? new Set<string>()).add(id));
    }
  }
  return known;
}

const folded = (name: string): string => name.normalize().trim().toLowerCase();

function readLabel(input: StanceInput, config: ColumnStanceConfig, known: TargetsByName): StanceResult {
  if (input.text.trim() === '') return NO_OPINION;
  if (config.target !== null) {
    const about = known.get(folded(cellOf(input, config.target)));
    if (about === undefined) return refused('unknown-target');
    if (!about.has(input.target ?? '')) return NO_OPINION;
  }
  const written = cellOf(input, config.label);
  if (written === '') return refused('no-label');
  const label = labelOf(written, config.labels);
  if (label === undefined) return refused('unknown-label');
  const names = config.probabilities;
  const cells =
    names === null ? [] : [names.against, names.neither, names.favor].map((n) => cellOf(input, n));
  if (cells.every((cell) => cell === '')) return certain(label);
  const probabilities = probabilityShares(cells.map((cell) => (NUMBER.test(cell) ? Number(cell) : null)));
  if (probabilities === null) return refused('bad-probabilities');
  const [against, neither, favor] = wholeProbabilities(probabilities);
  return { label, against, neither, favor };
}

function cellOf({ columns }: StanceInput, name: string): string {
  if (columns === undefined || columns === null || !Object.hasOwn(columns, name)) return '';
  return (columns[name] as string).trim();
}

function labelOf(written: string, labels: ColumnStanceConfig['labels']): StanceLabel | undefined {
  if (Object.hasOwn(labels, written)) return labels[written];
  const plain = written.toLowerCase();
  return STANCE_LABELS.find((label) => label === plain);
}

function refused(problem: StanceProblem): StanceResult {
  return { ...NO_OPINION, problem };
}

function certain(label: StanceLabel): StanceResult {
  if (label === 'abstain') return NO_OPINION;
  const [against, neither, favor] = wholeProbabilities(
    (['against', 'neither', 'favor'] as const).map((one) => (one === label ? 1 : 0)),
  );
  return { label, against, neither, favor };
}

const NUMBER = /^(?:\d{1,3}(?:\.\d{0,30})?|\.\d{1,30})(?:e-?\d{1,3})?$/i;
