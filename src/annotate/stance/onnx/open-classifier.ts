import { Tokenizer } from '@huggingface/tokenizers';
import { StudyError } from '../../../errors/errors.ts';
import type { OnnxStanceConfig } from '../../../study/config.ts';
import { readLabelClasses } from './label-classes.ts';
import { type OnnxFiles, readModelJson } from './model-files.ts';
import { loadOnnxRuntime } from './runtime.ts';
import { type OnnxSession, openOnnxSession, problemOf } from './session.ts';
import { createTextReader, type TextReader } from './text-reader.ts';

/** A model with all that is needed to ask it about a mention. */
export interface OnnxClassifier {
  readonly reader: TextReader;
  readonly session: OnnxSession;
  /** The class that each label of the model means, as its place in `STANCE_CLASSES`. */
  readonly classes: readonly number[];
}

type ModelJson = Readonly<Record<string, unknown>>;

/**
 * Opens a model from its files.
 * @throws {StudyError} `model/unfit`, `model/no-runtime`
 */
export async function openClassifier(files: OnnxFiles, config: OnnxStanceConfig): Promise<OnnxClassifier> {
  const classes = await readLabelClasses(files, config);
  const card = await readModelJson(files.config);
  const settings = files.tokenizerConfig === null ? {} : await readModelJson(files.tokenizerConfig);
  const maxTokens = Math.min(config.maxTokens, tokenLimit(card, settings));
  const tokenizer = await openTokenizer(files.tokenizer, settings);
  const { input, markers } = config;
  // RoBERTa and its kin know one type of text, and take no other number for it.
  const hasTypes = card['type_vocab_size'] !== 1;
  const reader = createTextReader(tokenizer, { input, markers, maxTokens, hasTypes });
  const { ids, attention_mask: mask } = tokenizer.encode('one');
  const runtime = await loadOnnxRuntime(files.onnx);
  const trial = { ids, mask, types: ids.map(() => 0) };
  const session = await openOnnxSession(runtime, {
    path: files.onnx,
    weights: files.weights,
    nLabels: classes.length,
    trial,
  });
  return { reader, session, classes };
}

/** Longest input that a model takes. RoBERTa and its kin count two positions that no token can have. */
function tokenLimit(card: ModelJson, settings: ModelJson): number {
  const positions = card['max_position_embeddings'];
  const length = settings['model_max_length'];
  return Math.min(
    typeof positions === 'number' && positions > 2 ? positions - 2 : Number.POSITIVE_INFINITY,
    typeof length === 'number' && length > 0 ? length : Number.POSITIVE_INFINITY,
  );
}

async function openTokenizer(path: string, settings: ModelJson): Promise<Tokenizer> {
  const rules = await readModelJson(path);
  try {
    return new Tokenizer(rules, settings);
  } catch (cause) {
    const remedy = 'save the tokenizer again in the fast form: tokenizer.json of the transformers library';
    const problem = `its rules cannot be read: ${problemOf(cause)}`;
    throw new StudyError('model/unfit', { path, problem, remedy }, { cause });
  }
}
