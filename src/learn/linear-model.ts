import { hash } from 'node:crypto';
import { StudyError } from '../errors/errors.ts';
import type { LinearWeights } from './linear-classifier.ts';

/** One classifier inside a weights file. */
interface LinearSectionHeader {
  readonly name: string;
  readonly classes: number;
  readonly buckets: number;
  /** A weight is its stored byte (−127 … 127) times this. */
  readonly scale: number;
  readonly bias: readonly number[];
}

/** Says what a weights file holds: kept beside it, as JSON. */
export interface LinearModelHeader {
  readonly formatVersion: number;
  readonly sections: readonly LinearSectionHeader[];
  /** Length of the weights file. */
  readonly bytes: number;
  /** SHA-256 of the weights file, hexadecimal. */
  readonly sha256: string;
}

/** A classifier ready for use; `weights[bucket × classes + class]` are in units of `scale`. */
export interface LinearSection extends LinearSectionHeader {
  readonly weights: Int8Array;
}

/** Version of the layout written by {@link serializeLinearModel}. */
const LINEAR_FORMAT_VERSION = 1;

const MAGIC = [0x47, 0x53, 0x57, 0x4c, 0, 0, 0, LINEAR_FORMAT_VERSION];

/**
 * Rounds weights to one byte each. The scale is the one of several clippings that loses least (smallest squared
 * error), because a few large weights would otherwise leave only zeros for the many small ones.
 */
export function quantizeWeights(name: string, model: LinearWeights): LinearSection {
  let top = 0;
  for (const w of model.weights) top = Math.max(top, Math.abs(w));
  let best = { scale: 1, error: Number.POSITIVE_INFINITY };
  for (const share of top === 0 ? [] : [1, 0.8, 0.6, 0.45, 0.33, 0.25, 0.18, 0.12]) {
    const scale = (top * share) / 127;
    let error = 0;
    for (const w of model.weights) error += (toByte(w, scale) * scale - w) ** 2;
    if (error < best.error) best = { scale, error };
  }
  const { classes, features: buckets, bias } = model;
  const { scale } = best;
  const weights = Int8Array.from(model.weights, (w) => toByte(w, scale));
  return { name, classes, buckets, scale, bias: [...bias], weights };
}

function toByte(weight: number, scale: number): number {
  return Math.max(-127, Math.min(127, Math.round(weight / scale)));
}

/** Packs classifiers into one weights file and the header that describes it. */
export function serializeLinearModel(sections: readonly LinearSection[]): {
  readonly bytes: Uint8Array;
  readonly header: LinearModelHeader;
} {
  const total = sections.reduce((sum, one) => sum + one.weights.length, MAGIC.length);
  const bytes = new Uint8Array(total);
  bytes.set(MAGIC);
  let at = MAGIC.length;
  for (const { weights } of sections) {
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  const header = {
    formatVersion: LINEAR_FORMAT_VERSION,
    sections: sections.map(({ weights: _, ...section }) => section),
    bytes: total,
    sha256: hash('sha256', bytes, 'hex'),
  };
  return { bytes, header };
}

/**
 * Opens a weights file. The bytes are used in place, not copied.
 * @param path - named in errors.
 * @throws StudyError `model/invalid` where the file is of another version, cut short or changed.
 */
export function loadLinearModel(bytes: Uint8Array, header: LinearModelHeader, path: string): LinearSection[] {
  const refuse = (problem: string): StudyError => new StudyError('model/invalid', { path, problem });
  if (header.formatVersion !== LINEAR_FORMAT_VERSION)
    throw refuse(`it has format ${header.formatVersion}, this version reads ${LINEAR_FORMAT_VERSION}`);
  if (bytes.length !== header.bytes)
    throw refuse(`it has ${bytes.length} bytes, its header says ${header.bytes}`);
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw refuse('it is no weights file');
  if (hash('sha256', bytes, 'hex') !== header.sha256) throw refuse('its checksum is not the header’s');
  let at = MAGIC.length;
  const sections = header.sections.map((section) => {
    const length = section.buckets * section.classes;
    const powerOfTwo = section.buckets > 0 && (section.buckets & (section.buckets - 1)) === 0;
    if (!powerOfTwo || section.bias.length !== section.classes || at + length > bytes.length)
      throw refuse(`section "${section.name}" does not fit`);
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, length);
    at += length;
    return { ...section, weights };
  });
  if (at !== bytes.length) throw refuse(`${bytes.length - at} bytes belong to no section`);
  return sections;
}
