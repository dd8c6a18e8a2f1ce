import { hash } from 'node:crypto';

/** A Merkle tree that is built leaf by leaf and keeps no more than one hash for each level. */
export interface MerkleTree {
  add(leaf: Uint8Array): void;
  readonly size: number;
  /** Root of the leaves so far, hexadecimal. */
  root(): string;
}

/** First byte of what is hashed: without it a node could be passed off as a leaf (RFC 6962, section 2.1). */
const LEAF = 0;
const NODE = 1;

/**
 * The Merkle tree hash of RFC 6962 with SHA-256: a leaf is hashed after the byte 0, two nodes after the byte 1, and a list
 * of n leaves is split at the largest power of two below n. One hash stands for all leaves and their order, and that a leaf
 * is among them can be shown by one hash for each level.
 * @example two leaves a, b → SHA-256(1 ‖ SHA-256(0 ‖ a) ‖ SHA-256(0 ‖ b))
 */
export function createMerkleTree(): MerkleTree {
  /** Roots of whole subtrees, the widest first: their widths are the binary digits of `size`. */
  const roots: string[] = [];
  let size = 0;
  return {
    add: (leaf) => {
      let node = leafHash(leaf);
      for (let width = size; width % 2 === 1; width = (width - 1) / 2) {
        node = nodeHash(roots.pop() as string, node);
      }
      roots.push(node);
      size++;
    },
    get size() {
      return size;
    },
    root: () => {
      const last = roots.at(-1);
      if (last === undefined) return hash('sha256', '', 'hex');
      const root = roots.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
      return Buffer.from(root, 'latin1').toString('hex');
    },
  };
}

/**
 * What is hashed, written anew each time, and hashes as strings of a byte a character: a buffer for each would cost three times what the hash
 * does.
 */
const leafBytes = Buffer.alloc(33, LEAF);
const pair = Buffer.alloc(65, NODE);

function leafHash(leaf: Uint8Array): string {
  const bytes = leaf.length === 32 ? leafBytes : Buffer.alloc(1 + leaf.length, LEAF);
  bytes.set(leaf, 1);
  return hash('sha256', bytes, 'binary');
}

function nodeHash(left: string, right: string): string {
  pair.write(left, 1, 'latin1');
  pair.write(right, 33, 'latin1');
  return hash('sha256', pair, 'binary');
}
