import { createMatcher, type Pattern } from '../../text/aho-corasick.ts';
import { CUE_TABLES, type CueKind } from './cue-words.ts';

/** A cue in a text: half-open UTF-16 offsets. */
export interface Cue {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
}

/** Finds the cues of all languages in one pass, in order of their start. */
export type CueFinder = (text: string) => Cue[];

const KINDS: readonly CueKind[] = ['say', 'judge', 'hearsay', 'according', 'answer', 'role', 'name', 'self'];

/** Cues that exclude one another share a group; the longest wins. */
const GROUPS: Readonly<Record<CueKind, number>> = {
  say: 0,
  judge: 0,
  hearsay: 0,
  according: 0,
  answer: 1,
  role: 2,
  name: 3,
  self: 4,
};

/** Builds the automaton over every table. */
export function createCueFinder(): CueFinder {
  const matcher = createMatcher(
    CUE_TABLES.flatMap(({ language, cues, exclude }) => [
      ...KINDS.flatMap((kind, id) =>
        patterns(cues[kind], language, { id, group: GROUPS[kind], exclude: false }),
      ),
      ...[0, 1].flatMap((group) => patterns(exclude, language, { id: 0, group, exclude: true })),
    ]),
  );
  return (text) =>
    matcher.find(text).map(({ id, start, end }) => ({ kind: KINDS[id] as CueKind, start, end }));
}

function patterns(
  list: string,
  language: string,
  as: { readonly id: number; readonly group: number; readonly exclude: boolean },
): Pattern[] {
  return list
    .split(',')
    .map((form) => form.replace(/\s+/g, ' ').trim())
    .filter((form) => form !== '')
    .map((form) => ({
      form: form.replace(/\*$/, ''),
      prefix: form.endsWith('*'),
      boundary: language === 'zh' ? 'none' : 'word',
      ...as,
    }));
}
