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
  const roots: Buffer[] = [];
  let size = 0;
  return {
    add: (leaf) => {
      let node = leafHash(leaf);
      for (let width = size; width % 2 === 1; width = (width - 1) / 2) {
        node = nodeHash(roots.pop() as Buffer, node);
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
      return roots
        .slice(0, -1)
        .reduceRight((right, left) => nodeHash(left, right), last)
        .toString('hex');
    },
  };
}

function leafHash(leaf: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + leaf.length);
  bytes[0] = LEAF;
  bytes.set(leaf, 1);
  return hash('sha256', bytes, 'buffer');
}

/** What is hashed of two nodes: written anew each time. */
const pair = Buffer.alloc(65, NODE);

function nodeHash(left: Buffer, right: Buffer): Buffer {
  pair.set(left, 1);
  pair.set(right, 33);
  return hash('sha256', pair, 'buffer');
}
