import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Network } from '../../../domain/effects.ts';
import { SourceError, StudyError } from '../../../errors/errors.ts';
import type { OnnxStanceConfig } from '../../../study/config.ts';
import { problemOf } from './session.ts';

/** Where models come from and where they are kept. */
export interface Hub {
  /** Address of the hub, without a slash at its end. */
  readonly endpoint: string;
  readonly cacheFolder: string;
  readonly fetch: Network['fetch'];
}

/** The hub of a user: `HF_ENDPOINT` names a mirror, `XDG_CACHE_HOME` the place of the files. */
export function userHub({ env, fetch }: Pick<Network, 'env' | 'fetch'>): Hub {
  return {
    endpoint: (env['HF_ENDPOINT'] ?? 'https://huggingface.co').replace(/\/+$/, ''),
    cacheFolder: join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'groundswell', 'models'),
    fetch,
  };
}

/**
 * The folder of a model of the hub. Files that are not there yet are fetched; with all of them there, nothing is asked.
 * @throws {StudyError} `model/not-fetched` where the name is none
 * @throws {SourceError} `model/not-fetched` where the hub does not give a file
 */
export async function fetchModel(config: OnnxStanceConfig, hub: Hub): Promise<string> {
  const { model, revision } = config;
  if (!/^\w[\w.-]*\/\w[\w.-]*$/.test(model))
    throw new StudyError('model/not-fetched', {
      model,
      problem: 'a name on the hub has the form owner/name',
    });
  const folder = join(hub.cacheFolder, model, revision);
  const onnx = config.file ?? 'onnx/model.onnx';
  // The last of them is there only when the others are.
  const wanted = [
    { file: 'tokenizer_config.json', isOptional: true },
    { file: `${onnx}_data`, isOptional: true },
    { file: 'config.json', isOptional: false },
    { file: 'tokenizer.json', isOptional: false },
    { file: onnx, isOptional: false },
  ];
  if (wanted.every(({ file, isOptional }) => isOptional || existsSync(join(folder, file)))) return folder;
  for (const { file, isOptional } of wanted) {
    const path = join(folder, file);
    if (existsSync(path)) continue;
    const address = `${hub.endpoint}/${model}/resolve/${revision}/${file}`;
    const problem = await fetchFile(address, path, hub.fetch).catch(networkProblem);
    if (problem !== null && !(isOptional && problem === ABSENT))
      throw new SourceError('model/not-fetched', {
        model: `${model} (${revision})`,
        problem: `${file}: ${problem}`,
      });
  }
  return folder;
}

const ABSENT = 'status 404';

/** `fetch` says why it failed in the cause only. */
function networkProblem(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? problemOf(error) : `${problemOf(error)}, ${problemOf(cause)}`;
}

/** Writes a file whole or not at all. Gives what went wrong, or null. */
async function fetchFile(address: string, path: string, get: Network['fetch']): Promise<string | null> {
  const answer = await get(address, {});
  if (!answer.ok || answer.body === null) return `status ${answer.status}`;
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(unfinished));
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  return null;
}
