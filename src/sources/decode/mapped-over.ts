import type { FieldMapping } from '../../domain/field-mapping.ts';
import type { RecordFields } from '../adapter.ts';
import type { NamedValues, ReadFields } from './field-reader.ts';
import { fieldReader } from './field-reader.ts';

/** Our names of the fields that a study may map; `id` is not among the fields. */
const FIELD_OF: Readonly<Record<Exclude<keyof FieldMapping, 'id'>, keyof RecordFields>> = {
  text: 'text',
  title: 'title',
  publishedAt: 'publishedAt',
  author: 'author',
  url: 'url',
  region: 'region',
  language: 'language',
  replyTo: 'replyTo',
  repostOf: 'repostOf',
  likes: 'nLikes',
  reposts: 'nReposts',
  replies: 'nReplies',
  views: 'nViews',
  retrievedAt: 'retrievedAt',
  columns: 'columns',
};

/**
 * For formats whose fields are known: what the adapter found, with the fields that the study maps read by its
 * mapping instead.
 */
export function mappedOver(
  mapping: FieldMapping,
): (own: ReadFields, record: NamedValues, payload: string) => ReadFields {
  const mapped = Object.keys(mapping) as (keyof FieldMapping)[];
  if (mapped.length === 0) return (own) => own;
  const read = fieldReader(mapping, { names: {} });
  return (own, record, payload) => {
    const { nativeId, fields } = read(record, payload);
    const changed: Partial<Record<keyof RecordFields, unknown>> = {};
    for (const name of mapped) if (name !== 'id') changed[FIELD_OF[name]] = fields[FIELD_OF[name]];
    return {
      nativeId: mapping.id === undefined ? own.nativeId : nativeId,
      fields: { ...own.fields, ...changed } as RecordFields,
    };
  };
}
