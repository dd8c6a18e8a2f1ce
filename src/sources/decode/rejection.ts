import type { RecordPosition, RejectionReason } from '../../domain/record.ts';
import type { SourceRejection } from '../adapter.ts';

/** Characters of a rejected record that are kept. */
export const EXCERPT_LENGTH = 200;

const NOWHERE: RecordPosition = { line: null, byteOffset: null };

/** A rejection with the excerpt cut to {@link EXCERPT_LENGTH}. */
export function rejection(
  reason: RejectionReason,
  detail: string,
  at: { readonly excerpt?: string; readonly position?: RecordPosition } = {},
): SourceRejection {
  return {
    kind: 'rejected',
    reason,
    detail,
    excerpt: (at.excerpt ?? '').slice(0, EXCERPT_LENGTH),
    position: at.position ?? NOWHERE,
  };
}
