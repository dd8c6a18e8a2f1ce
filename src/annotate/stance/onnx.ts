import { SourceError, StudyError } from '../../errors/errors.ts';
import { softmaxInPlace } from '../../learn/softmax.ts';
import type { OnnxStanceConfig } from '../../study/config.ts';
import { NO_OPINION, type StanceAnnotator, type StanceInput, type StanceResult } from './annotator.ts';
import type { OnnxFiles } from './onnx/model-files.ts';
import type { OnnxClassifier } from './onnx/open-classifier.ts';
import { problemOf } from './onnx/session.ts';
import { wholeProbabilities } from './whole-probabilities.ts';

/** What a model is beside its options in the study. */
export interface OnnxModel {
  readonly name: string;
  readonly version: string;
  readonly files: OnnxFiles;
}

/**
 * Asks a text classifier in ONNX format, mention by mention. The model is opened by the first mention and stays open
 * until `close`.
 * @throws {StudyError} `model/unfit`, `model/no-runtime` naming the file
 * @throws {SourceError} `annotator/failed`, `annotator/wrong-answer` naming the batch and the mention in it
 */
export function createOnnxStanceAnnotator(config: OnnxStanceConfig, model: OnnxModel): StanceAnnotator {
  let classifier: Promise<OnnxClassifier> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  // Studies without such a model need not load what opens it.
  const open = async (): Promise<OnnxClassifier> => {
    const { openClassifier } = await import('./onnx/open-classifier.ts');
    return openClassifier(model.files, config);
  };
  const annotateAll = async (inputs: readonly StanceInput[], batch: string): Promise<StanceResult[]> => {
    const results: StanceResult[] = [];
    for (const [i, input] of inputs.entries()) {
      if (!isRead(input, config)) {
        results.push(NO_OPINION);
        continue;
      }
      classifier ??= open();
      const asked = { name: model.name, batch: `${batch}, mention ${i + 1}` };
      results.push(await annotateOne(input, await classifier, asked));
    }
    return results;
  };
  return {
    name: model.name,
    version: model.version,
    trainedOn: [],
    annotate: (inputs, batch = 'the batch') => {
      const mine = turn.then(() => annotateAll(inputs, batch));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close: () => {
      classifier?.then((open) => open.session.close()).catch(() => undefined);
      classifier = null;
    },
  };
}

function isRead({ text, language }: StanceInput, { languages }: OnnxStanceConfig): boolean {
  if (text.trim() === '') return false;
  return languages === null || languages.includes((language.split('-')[0] as string).toLowerCase());
}

async function annotateOne(
  input: StanceInput,
  { reader, session, classes }: OnnxClassifier,
  asked: { readonly name: string; readonly batch: string },
): Promise<StanceResult> {
  let logits: Float64Array;
  try {
    const row = reader.read(input);
    if (row === null) return NO_OPINION;
    logits = await session.logits(row);
  } catch (cause) {
    if (cause instanceof StudyError) throw cause;
    throw new SourceError('annotator/failed', { ...asked, problem: problemOf(cause) }, { cause });
  }
  if (!logits.every(Number.isFinite))
    throw new SourceError('annotator/wrong-answer', {
      ...asked,
      problem: `its logits are ${logits.join(', ')}`,
    });
  softmaxInPlace(logits);
  const sums = [0, 0, 0];
  logits.forEach((probability, i) => {
    sums[classes[i] as number]! += probability;
  });
  return decided(wholeProbabilities(sums));
}

/** The most probable class; of equal ones `neither`, then `against`. */
function decided([against, neither, favor]: readonly [number, number, number]): StanceResult {
  const label = neither >= against && neither >= favor ? 'neither' : against >= favor ? 'against' : 'favor';
  return { label, against, neither, favor };
}
