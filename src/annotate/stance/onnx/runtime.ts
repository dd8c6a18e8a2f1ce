import { basename } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { StudyError } from '../../../errors/errors.ts';
import { printable } from '../printable.ts';

/** The part of ONNX Runtime that is used: the native and the WebAssembly build share it. */
type RuntimeModule = Pick<typeof import('onnxruntime-web'), 'InferenceSession' | 'Tensor' | 'env'>;

/** ONNX Runtime as installed beside this package. */
export interface OnnxRuntime {
  /** Package and version. */
  readonly name: string;
  /**
   * Opens a model file. It computes in one thread: the worker processes are the threads, and several threads may add
   * numbers in another order.
   * @param weights file of the weights that the model keeps beside it
   */
  open(path: string, weights: string | null): Promise<InferenceSession>;
  /** One row of whole numbers, of the kind that an input asks for. */
  row(values: readonly number[], type: 'int32' | 'int64'): Tensor;
}

const WEB = 'onnxruntime-web';

/** Packages that bring the runtime, the faster one first. */
const ONNX_RUNTIMES = ['onnxruntime-node', WEB] as const;

/**
 * Loads the first runtime that is installed and works.
 * @param path the model that needs it, for the message
 * @throws {StudyError} `model/no-runtime`
 */
export async function loadOnnxRuntime(
  path: string,
  packages: readonly string[] = ONNX_RUNTIMES,
): Promise<OnnxRuntime> {
  const problems: string[] = [];
  for (const name of packages) {
    try {
      return runtimeOf((await import(name)) as RuntimeModule, name);
    } catch (error) {
      problems.push(problemOf(error, name));
    }
  }
  throw new StudyError('model/no-runtime', { path, problem: problems.join('; ') });
}

function problemOf(error: unknown, name: string): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const isAbsent = code === 'ERR_MODULE_NOT_FOUND' && String(message).includes(`'${name}'`);
  return isAbsent ? `${name} is not installed` : `${name} does not load (${printable(String(message))})`;
}

function runtimeOf(runtime: RuntimeModule, name: string): OnnxRuntime {
  const { versions } = runtime.env;
  runtime.env.wasm.numThreads = 1;
  runtime.env.logLevel = 'fatal';
  return {
    name: `${name} ${versions.node ?? versions.web ?? versions.common}`,
    open: (path, weights) =>
      runtime.InferenceSession.create(path, {
        // The native build finds them by itself.
        ...(weights === null || name !== WEB
          ? {}
          : { externalData: [{ path: basename(weights), data: weights }] }),
        executionProviders: [name === WEB ? 'wasm' : 'cpu'],
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        logSeverityLevel: 4,
      }),
    row: (values, type) =>
      type === 'int32'
        ? new runtime.Tensor('int32', Int32Array.from(values), [1, values.length])
        : new runtime.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]),
  };
}
