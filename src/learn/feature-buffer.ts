/**
 * The hashed features of one example, in reusable typed arrays (the hashing trick: Weinberger et al. 2009).
 * Feature `i` falls into bucket `buckets[i]` and belongs to group `groups[i]`. A group is a family of features
 * (words, letter n-grams, …) that is scaled as a whole: with n features in the group each has the value
 * `groupWeight / √n`, so that a long text does not outvote a short one.
 */
export interface FeatureBuffer {
  readonly buckets: Int32Array;
  readonly groups: Uint8Array;
  /** Features in use; the arrays may be longer. */
  length: number;
  /** Features that are plain numbers, beside the hashed ones. */
  readonly dense: Float32Array;
}

/** An empty buffer for at most `capacity` features (what comes after is left out) and `width` plain numbers. */
export function createFeatureBuffer(capacity: number, width = 0): FeatureBuffer {
  return {
    buckets: new Int32Array(capacity),
    groups: new Uint8Array(capacity),
    length: 0,
    dense: new Float32Array(width),
  };
}

/** Starting value of {@link extendHash}, kept apart by a tag (a whole number). */
export function startHash(tag: number): number {
  return Math.imul(tag + 1, 0x9e3779b1) | 0;
}

/** Takes one UTF-16 code unit into a running 32-bit hash. Nothing is allocated. */
export function extendHash(hash: number, codeUnit: number): number {
  const h = Math.imul(hash ^ codeUnit, 0xcc9e2d51);
  return (h << 13) | (h >>> 19);
}

/**
 * Bucket of a running hash, in `[0, mask]`; `salt` gives one n-gram several independent buckets (one per position
 * tag). Finishes as MurmurHash3 does (fmix32).
 */
export function bucketOf(hash: number, salt: number, mask: number): number {
  let h = hash ^ Math.imul(salt, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) & mask;
}

/** Adds a feature unless the buffer is full. */
export function addFeature(buffer: FeatureBuffer, bucket: number, group: number): void {
  const i = buffer.length;
  if (i >= buffer.buckets.length) return;
  buffer.buckets[i] = bucket;
  buffer.groups[i] = group;
  buffer.length = i + 1;
}
