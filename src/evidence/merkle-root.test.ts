import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMerkleTree } from './merkle-root.ts';

const golden = JSON.parse(readFileSync('test/golden/merkle.json', 'utf8')) as {
  cases: { leaves: string[] | number; root: string }[];
};

function rootOf(leaves: readonly Uint8Array[]): string {
  const tree = createMerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  expect(tree.size).toBe(leaves.length);
  return tree.root();
}

test.each(golden.cases)('the root is that of the recursive definition: case %#', ({ leaves, root }) => {
  const bytes =
    typeof leaves === 'number'
      ? Array.from({ length: leaves }, (_, i) => hash('sha256', String(i), 'buffer'))
      : leaves.map((leaf) => Buffer.from(leaf, 'hex'));
  expect(rootOf(bytes)).toBe(root);
});

test('the roots of the reference log are met', () => {
  expect(golden.cases[1]?.root).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(golden.cases[8]?.root).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

test('any bit, any leaf more or less and any change of order gives another root', () => {
  const leaf = fc.uint8Array({ minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (leaves, a, b) => {
      const root = rootOf(leaves);
      const at = a % leaves.length;
      const flipped = leaves.map((bytes, i) => {
        if (i !== at) return bytes;
        const copy = Uint8Array.from(bytes);
        const byte = b % copy.length;
        copy[byte] = (copy[byte] as number) ^ (1 << (b % 8));
        return copy;
      });
      expect(rootOf(flipped)).not.toBe(root);
      expect(rootOf(leaves.toSpliced(at, 1))).not.toBe(root);
      expect(rootOf([...leaves, new Uint8Array()])).not.toBe(root);
      const turned = leaves.toReversed();
      const isSame = turned.every((bytes, i) => Buffer.compare(bytes, leaves[i] as Uint8Array) === 0);
      expect(rootOf(turned) === root).toBe(isSame);
    }),
  );
});
