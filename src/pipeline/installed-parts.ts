import { DEFAULT_STANCE_MODEL, loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import { loadOnnxRuntime } from '../annotate/stance/onnx/runtime.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { openDatabase } from '../store/database.ts';

/** Version of the embedded database; throws where it does not start. */
export async function databaseVersion(): Promise<string> {
  const database = await openDatabase({
    path: ':memory:',
    threads: 1,
    memoryLimitMb: 100,
    temporaryFolder: '.',
  });
  try {
    const [row] = await database.rows<{ version: string }>('version', 'select version() as version');
    return row?.version ?? '';
  } finally {
    database.close();
  }
}

/** Name and version of the embedded stance model; throws where it does not load. */
export async function embeddedModel(): Promise<string> {
  const model = await loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
  return `${model.name} ${model.version}`;
}

/** Name and version of the runtime for ONNX models; throws where none is installed. */
export async function onnxRuntime(): Promise<string> {
  return (await loadOnnxRuntime('(any)')).name;
}

/** Names of the source adapters. */
export function adapterNames(): string[] {
  return ADAPTERS.map((adapter) => adapter.name);
}
