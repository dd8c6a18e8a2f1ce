import { normalizeText } from '../../text/normalize-text.ts';
import { fieldText, type GoldFields, optionalText, readGoldRows, type Wrong } from '../stance/gold-lines.ts';

/** A passage and the themes that a person found in it. */
export interface CodedPassage {
  readonly id: string;
  /** Document or sentence: passages of one group never stand on both sides of a validation split. */
  readonly group: string;
  readonly language: string;
  /** As a post's text is after normalization. */
  readonly text: string;
  /** Ids of themes, sorted, each once; empty = none of these. */
  readonly themes: readonly string[];
}

const FIELDS = ['id', 'language', 'text', 'themes', 'group'];

/** The form of an id in a study file. */
const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/**
 * Reads codings of themes: a table with a header (`.csv`, `.tsv`) or one JSON object a line. `themes` holds ids with
 * `;` between them, or none; in JSON also a list. `group` defaults to `id`. Other fields are passed over.
 * @throws StudyError `gold/invalid` naming the file and the line, at the first line that is wrong.
 */
export function readCodedPassages(content: Uint8Array, path: string): CodedPassage[] {
  return readGoldRows(content, path, { fields: FIELDS, nRequired: 4, parse: parsePassage });
}

function parsePassage(fields: GoldFields, wrong: Wrong): CodedPassage {
  const id = fieldText(fields, 'id', wrong);
  const { text } = normalizeText(fieldText(fields, 'text', wrong), { markup: 'plain' });
  if (text === '') throw wrong('field "text" holds no words', 'leave out rows without words');
  return {
    id,
    group: optionalText(fields, 'group', wrong) ?? id,
    language: fieldText(fields, 'language', wrong),
    text,
    themes: themesOf(fields, wrong),
  };
}

function themesOf(fields: GoldFields, wrong: Wrong): string[] {
  const value = fields['themes'];
  const remedy = 'write ids of themes with ";" between them; nothing = none of these';
  // A field that is not there is a slip; one that is empty is a coding.
  if (value === undefined || value === null) throw wrong('field "themes" is missing', remedy);
  const written = Array.isArray(value) ? value : typeof value === 'string' ? value.split(';') : [value];
  const ids = written.map((one: unknown) => {
    if (typeof one !== 'string') throw wrong('field "themes" is not text', remedy);
    return one.trim();
  });
  const themes = [...new Set(ids.filter((one) => one !== ''))].sort();
  const odd = themes.find((one) => !ID.test(one));
  if (odd !== undefined)
    throw wrong(
      `"${odd.slice(0, 40)}" is no id of a theme`,
      'write the ids that the study declares, with ";" between them: lower-case letters, digits, "-" and "_"',
    );
  return themes;
}
