import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StudyError } from '../../../errors/errors.ts';

/** The files of a text classifier as exporters write them. Paths are absolute. */
export interface OnnxFiles {
  readonly folder: string;
  readonly config: string;
  readonly tokenizer: string;
  /** Settings of the tokenizer; null where there is no such file. */
  readonly tokenizerConfig: string | null;
  readonly onnx: string;
  /** Weights that stand beside the ONNX file, as in models above 2 GB. */
  readonly weights: string | null;
}

/** Where the ONNX file is looked for. */
const USUAL_PLACES = ['onnx/model.onnx', 'model.onnx'];

/**
 * Finds the files of a model.
 * @param file the ONNX file in the folder; null = where it usually is
 * @throws {StudyError} `model/incomplete`
 */
export function findOnnxFiles(folder: string, file: string | null): OnnxFiles {
  const placed = (name: string): string | null => {
    const path = join(folder, name);
    return existsSync(path) ? path : null;
  };
  const needed = (path: string | null | undefined, lacks: string): string => {
    if (path === null || path === undefined)
      throw new StudyError('model/incomplete', { path: folder, lacks });
    return path;
  };
  needed(placed('.'), 'the folder');
  const places = file === null ? USUAL_PLACES : [file];
  const onnx = needed(
    places.map(placed).find((path) => path !== null),
    places.join(' or '),
  );
  return {
    folder,
    config: needed(placed('config.json'), 'config.json'),
    tokenizer: needed(placed('tokenizer.json'), 'tokenizer.json'),
    tokenizerConfig: placed('tokenizer_config.json'),
    onnx,
    weights: existsSync(`${onnx}_data`) ? `${onnx}_data` : null,
  };
}

/** SHA-256, hexadecimal, of all that decides what a model answers. */
export async function digestOnnxFiles(files: OnnxFiles): Promise<string> {
  const whole = createHash('sha256');
  for (const path of [files.config, files.tokenizer, files.tokenizerConfig, files.onnx, files.weights]) {
    const one = createHash('sha256');
    if (path !== null) for await (const chunk of createReadStream(path)) one.update(chunk as Uint8Array);
    whole.update(one.digest());
  }
  return whole.digest('hex');
}

/**
 * Reads a JSON object.
 * @throws {StudyError} `model/unfit`
 */
export async function readModelJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  const unfit = (problem: string): StudyError =>
    new StudyError('model/unfit', {
      path,
      problem,
      remedy: 'export the model again, or copy the file again',
    });
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw unfit('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unfit('it is no JSON object');
  return value as Readonly<Record<string, unknown>>;
}
