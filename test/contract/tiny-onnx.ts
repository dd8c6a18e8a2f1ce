import { join } from 'node:path';
import type { OnnxStanceConfig } from '../../src/study/config.ts';

/** Folder of a model that `make_tiny_onnx.py` made. */
export const tinyFolder = (name: 'pair' | 'marked'): string =>
  join(import.meta.dirname, 'fixtures', 'onnx', name);

/** The options with which a tiny model is asked as it was made to be. */
export function tinyOnnx(name: 'pair' | 'marked', more: Partial<OnnxStanceConfig> = {}): OnnxStanceConfig {
  return {
    kind: 'onnx',
    model: tinyFolder(name),
    download: false,
    revision: 'main',
    file: null,
    input: name === 'pair' ? 'pair' : 'text',
    markers: name === 'pair' ? null : ['[T]', '[/T]'],
    labels: { against: [], neither: [], favor: [] },
    languages: ['ru', 'zh', 'en'],
    maxTokens: 256,
    ...more,
  };
}
