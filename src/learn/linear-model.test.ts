import { describe, expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { loadLinearModel, quantizeWeights, serializeLinearModel } from './linear-model.ts';

function section(name: string, seed: number) {
  const random = seededRandom(seed);
  const weights = Float32Array.from({ length: 3 * 64 }, () => random() - 0.5);
  return quantizeWeights(name, { classes: 3, features: 64, weights, bias: new Float64Array([0.1, 0, -0.1]) });
}

const packed = serializeLinearModel([section('one', 1), section('two', 2)]);

test('what was written is read', () => {
  const [one, two] = loadLinearModel(packed.bytes, packed.header, 'weights.bin');
  expect(one).toEqual(section('one', 1));
  expect(two).toEqual(section('two', 2));
});

test('the header survives JSON', () => {
  const header = JSON.parse(JSON.stringify(packed.header));
  expect(loadLinearModel(packed.bytes, header, 'weights.bin')).toHaveLength(2);
});

test('a byte is at most half a step from the weight, where nothing is clipped', () => {
  const weights = Float32Array.from({ length: 192 }, (_, i) => Math.sin(i));
  const { scale, weights: bytes } = quantizeWeights('s', {
    classes: 3,
    features: 64,
    weights,
    bias: new Float64Array(3),
  });
  weights.forEach((w, i) => {
    expect(Math.abs((bytes[i] as number) * scale - w)).toBeLessThanOrEqual(scale / 2 + 1e-6);
  });
});

test('a model of zeros stays one', () => {
  const zero = quantizeWeights('s', {
    classes: 3,
    features: 2,
    weights: new Float32Array(6),
    bias: new Float64Array(3),
  });
  expect([...zero.weights]).toEqual([0, 0, 0, 0, 0, 0]);
});

describe('a damaged file is refused by name', () => {
  const changed = Uint8Array.from(packed.bytes);
  changed[40]! ^= 1;
  const foreign = Uint8Array.from(packed.bytes);
  foreign[0] = 0;
  test.each([
    ['cut short', packed.bytes.subarray(0, 100), packed.header, /100 bytes/],
    ['changed', changed, packed.header, /checksum/],
    ['no weights file', foreign, packed.header, /no weights file/],
    ['another version', packed.bytes, { ...packed.header, formatVersion: 9 }, /format 9/],
    [
      'sections left over',
      packed.bytes,
      { ...packed.header, sections: packed.header.sections.slice(1) },
      /no section/,
    ],
  ] as const)('%s', (_, bytes, header, problem) => {
    const open = () => loadLinearModel(bytes, header, 'mine/weights.bin');
    expect(open).toThrow(problem);
    expect(open).toThrow(/mine\/weights\.bin/);
  });
});
