/** The fields a study may map. Several names for `text` are joined by a line break. */
export const MAPPABLE_FIELDS = [
  'id',
  'text',
  'title',
  'publishedAt',
  'author',
  'url',
  'region',
  'language',
  'replyTo',
  'repostOf',
  'likes',
  'reposts',
  'replies',
  'views',
  'retrievedAt',
] as const;

/**
 * Our field → one or more names in the record; a dotted name reaches into nested objects. `columns` are names whose
 * values an annotator needs: each is kept with the document as it stands.
 */
export type FieldMapping = Readonly<
  Partial<Record<(typeof MAPPABLE_FIELDS)[number] | 'columns', readonly string[]>>
>;

/** Values of a record by the names that a study asks for; names that hold nothing are left out. */
export type RecordColumns = Readonly<Record<string, string>>;
