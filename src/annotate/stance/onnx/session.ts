import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { StudyError } from '../../../errors/errors.ts';
import { printable } from '../printable.ts';
import type { OnnxRuntime } from './runtime.ts';
import type { TokenRow } from './text-reader.ts';

/** An open classifier. One question at a time. */
export interface OnnxSession {
  /**
   * The logits of one text, one per label of the model. Texts are never asked side by side: padding, and the scales
   * that a quantized model takes from the whole batch, would let one text change the answer to another.
   */
  logits(row: TokenRow): Promise<Float64Array>;
  close(): void;
}

/** What a classifier must be like. */
export interface SessionOptions {
  /** The ONNX file. */
  readonly path: string;
  /** Weights that the model keeps beside the file. */
  readonly weights: string | null;
  readonly nLabels: number;
  /** Any tokens of the model, to try it. */
  readonly trial: TokenRow;
}

/** What goes wrong is thrown; the runtime would print it as well. */
const QUIET = { logSeverityLevel: 4 } as const;

/**
 * Opens a classifier and tries it.
 * @throws {StudyError} `model/unfit`
 */
export async function openOnnxSession(runtime: OnnxRuntime, options: SessionOptions): Promise<OnnxSession> {
  const { path } = options;
  const session = await runtime.open(path, options.weights).catch((cause: unknown) => {
    const problem = `${runtime.name} does not open it: ${problemOf(cause)}`;
    const remedy = 'copy or export the file again: it may be cut short, or be no ONNX file';
    throw new StudyError('model/unfit', { path, problem, remedy }, { cause });
  });
  const ask = async (row: TokenRow): Promise<Float64Array> => {
    const answer = await session.run(feedsOf(row, { session, runtime, path }), QUIET);
    return logitsOf(outputOf(answer, path), options);
  };
  try {
    await ask(options.trial);
  } catch (cause) {
    await session.release();
    throw cause instanceof StudyError ? cause : unfit(path, problemOf(cause));
  }
  return { logits: ask, close: () => void session.release().catch(() => undefined) };
}

/** A thrown value as one short line. */
export function problemOf(error: unknown): string {
  const text = printable(error instanceof Error ? error.message : String(error));
  return text.length > 300 ? `${text.slice(0, 299).toWellFormed()}…` : text;
}

function unfit(path: string, problem: string): StudyError {
  const remedy = 'export it as a text classifier, with batch and length open (dynamic axes)';
  return new StudyError('model/unfit', { path, problem, remedy });
}

interface Opened {
  readonly session: InferenceSession;
  readonly runtime: OnnxRuntime;
  readonly path: string;
}

function feedsOf(row: TokenRow, { session, runtime, path }: Opened): Record<string, Tensor> {
  const known: Readonly<Record<string, readonly number[]>> = {
    input_ids: row.ids,
    attention_mask: row.mask,
    token_type_ids: row.types,
  };
  return Object.fromEntries(
    session.inputNames.map((name, i) => {
      const values = Object.hasOwn(known, name) ? known[name] : undefined;
      if (values === undefined) throw unfit(path, `it wants an input "${name}", which a text does not give`);
      const input = session.inputMetadata[i];
      return [
        name,
        runtime.row(values, input?.isTensor === true && input.type === 'int32' ? 'int32' : 'int64'),
      ];
    }),
  );
}

function outputOf(answer: Readonly<Record<string, Tensor>>, path: string): Tensor {
  const names = Object.keys(answer);
  const output = answer['logits'] ?? (names.length === 1 ? answer[names[0] as string] : undefined);
  if (output === undefined) throw unfit(path, `none of its outputs ${names.join(', ')} is called logits`);
  return output;
}

function logitsOf({ type, dims, data }: Tensor, { nLabels, path }: SessionOptions): Float64Array {
  if (type !== 'float32' || dims.length !== 2 || dims[0] !== 1 || dims[1] !== nLabels)
    throw unfit(
      path,
      `it gives ${type} ${dims.join(' × ')}, not float32 1 × ${nLabels}: one number per label`,
    );
  return Float64Array.from(data as Float32Array);
}
