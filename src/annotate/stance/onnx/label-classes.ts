import { StudyError } from '../../../errors/errors.ts';
import type { OnnxStanceConfig } from '../../../study/config.ts';
import { STANCE_CLASSES } from '../gold.ts';
import { type OnnxFiles, readModelJson } from './model-files.ts';

/** Names that models give to the three classes, lower case, with a space for "_" and "-". */
const KNOWN_NAMES: Readonly<Record<(typeof STANCE_CLASSES)[number], readonly string[]>> = {
  against: [
    ...['against', 'anti', 'con', 'oppose', 'opposed', 'unfavorable', 'unfavourable'],
    ...['negative', 'very negative', 'neg', '1 star', '2 stars', 'против', 'негатив', '反对', '消极', '负面'],
  ],
  neither: [
    ...[
      'neither',
      'none',
      'neutral',
      'neu',
      'no stance',
      '3 stars',
      'нейтрально',
      'нейтральный',
      '中立',
      '中性',
    ],
  ],
  favor: [
    ...['favor', 'favour', 'in favor', 'pro', 'support', 'favorable', 'favourable'],
    ...['positive', 'very positive', 'pos', '4 stars', '5 stars', 'за', 'позитив', '支持', '积极', '正面'],
  ],
};

/**
 * The class that each label of a model means, in the order of its outputs.
 * @throws {StudyError} `model/unfit`
 */
export async function readLabelClasses(
  files: OnnxFiles,
  config: OnnxStanceConfig,
): Promise<readonly number[]> {
  const card = await readModelJson(files.config);
  const refuse = (problem: string, remedy: string): StudyError =>
    new StudyError('model/unfit', { path: files.config, problem, remedy });
  if (card['problem_type'] === 'multi_label_classification')
    throw refuse(
      'its labels do not exclude each other (multi_label_classification)',
      'use a model of one label a text',
    );
  const names = card['id2label'];
  const labels =
    typeof names === 'object' && names !== null
      ? Object.entries(names).sort(([a], [b]) => Number(a) - Number(b))
      : [];
  if (labels.length < 2 || labels.some(([key, label], i) => Number(key) !== i || typeof label !== 'string'))
    throw refuse(
      'it does not name its labels under id2label',
      'write them there in the order of the outputs: "id2label": { "0": "against", "1": "neither", "2": "favor" }',
    );
  const found = labelClasses(
    labels.map(([, label]) => String(label)),
    config.labels,
  );
  if ('problem' in found) throw refuse(found.problem, found.remedy);
  return found.classes;
}

/** The class of each label of a model as its place in `STANCE_CLASSES`, or what is wrong with the labels. */
type LabelClasses =
  | { readonly classes: readonly number[] }
  | { readonly problem: string; readonly remedy: string };

/** Says which class each label of a model means: by the study, else by its name. */
function labelClasses(labels: readonly string[], given: OnnxStanceConfig['labels']): LabelClasses {
  const list = labels.map((label) => JSON.stringify(label)).join(', ');
  const named = STANCE_CLASSES.flatMap((stance) => given[stance]);
  const unknown = named.find((label) => !labels.includes(label));
  if (unknown !== undefined)
    return { problem: `it has no label ${JSON.stringify(unknown)}`, remedy: `its labels are: ${list}` };
  const twice = named.find((label, i) => named.indexOf(label) < i);
  if (twice !== undefined)
    return {
      problem: `its label ${JSON.stringify(twice)} is to mean two classes`,
      remedy: 'name each label once under annotators.stance.labels',
    };
  const classes = labels.map((label) => {
    const meant = STANCE_CLASSES.findIndex((stance) => given[stance].includes(label));
    return meant >= 0 ? meant : STANCE_CLASSES.findIndex((s) => KNOWN_NAMES[s].includes(plain(label)));
  });
  const open = labels.filter((_, i) => (classes[i] as number) < 0);
  const absent = (['against', 'favor'] as const).filter((s) => !classes.includes(STANCE_CLASSES.indexOf(s)));
  if (open.length === 0 && absent.length === 0) return { classes };
  const remedy = `say which mean what, as in labels: { against: [..], neither: [..], favor: [..]}, under annotators.stance; its labels are: ${list}`;
  if (open.length === 0) return { problem: `none of its labels means ${absent.join(' or ')}`, remedy };
  const names = open.map((label) => JSON.stringify(label)).join(', ');
  return { problem: `nothing says which stance its labels ${names} mean`, remedy };
}

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
