import type { NamedValues } from './field-reader.ts';

/**
 * Where the lists of records are: keys from the top, `*` for any key; lists on the way are passed through. An empty
 * path means the list that is the document. `document` = each value at the top is itself a record.
 */
export type RecordPaths = readonly (readonly string[])[] | 'document';

interface Frame {
  readonly isObject: boolean;
  readonly path: readonly string[];
  readonly holdsRecords: boolean;
  readonly scalars: Record<string, unknown>;
  /** Lists of records met before this frame was opened. */
  readonly nBefore: number;
  key: string | null;
}

/** What a value is for, told by where it stands: `between` = a container that was entered. */
export type ValueUse = 'between' | 'key' | 'scalar' | 'skip' | 'element' | 'junk';

const QUOTE = 0x22;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The containers around the current place of a JSON document, down to a list of records. */
export class JsonFrames {
  private readonly paths: RecordPaths;
  private readonly frames: Frame[] = [];
  private nLists = 0;
  private seen: readonly NamedValues[] | null = null;

  constructor(paths: RecordPaths) {
    this.paths = paths;
  }

  get isOpen(): boolean {
    return this.frames.length > 0;
  }

  /** Scalar members of the objects around, outermost first. */
  around(): readonly NamedValues[] {
    this.seen ??= this.frames.filter((frame) => frame.isObject).map((frame) => ({ ...frame.scalars }));
    return this.seen;
  }

  /** A comma: the member is over. */
  endMember(): void {
    const frame = this.frames.at(-1);
    if (frame) frame.key = null;
  }

  /** A key, or the value of one. */
  takeText(use: 'key' | 'scalar', text: string): void {
    const frame = this.frames.at(-1);
    if (!frame?.isObject) return;
    this.seen = null;
    const value = parsedScalar(text);
    if (use === 'key') frame.key = String(value ?? '');
    else if (frame.key !== null && frame.key !== '__proto__') frame.scalars[frame.key] = value;
  }

  /** Tells what the value that begins with `byte` is for, and enters it where it may lead to records. */
  begin(byte: number): ValueUse {
    const frame = this.frames.at(-1);
    const isContainer = byte === OPEN_OBJECT || byte === OPEN_LIST;
    if (frame?.isObject && frame.key === null) {
      if (byte === QUOTE) return 'key';
      // Not JSON; a list of records was closed too early, and this is one of them.
      return byte === OPEN_OBJECT ? this.element() : 'skip';
    }
    if (frame?.holdsRecords) return this.element();
    if (frame === undefined && (this.paths === 'document' || (byte === OPEN_OBJECT && this.listsAtTop()))) {
      return this.element();
    }
    if (!isContainer) return frame === undefined ? 'junk' : 'scalar';
    return this.enter(byte === OPEN_OBJECT, frame);
  }

  /**
   * A closing bracket: `stray` = it closes nothing, `empty` = it ends a document in which no list of records was
   * found, `closed` otherwise.
   */
  close(byte: number): 'stray' | 'empty' | 'closed' {
    const isObject = byte === CLOSE_OBJECT;
    if (this.frames.at(-1)?.isObject !== isObject) {
      if (isObject || !this.frames.some((frame) => !frame.isObject)) return 'stray';
      while (this.frames.at(-1)?.isObject) this.frames.pop();
    }
    this.seen = null;
    const frame = this.frames.pop();
    return this.frames.length === 0 && frame?.nBefore === this.nLists ? 'empty' : 'closed';
  }

  /** Where the records should be, in words. */
  describe(): string {
    if (this.paths === 'document') return 'in the document';
    return this.paths
      .map((path) => (path.length === 0 ? 'at the top' : `under "${path.join('.')}"`))
      .join(' or ');
  }

  private element(): 'element' {
    this.nLists++;
    return 'element';
  }

  /** An object where only a list was expected, or behind the end of one, is taken as a record. */
  private listsAtTop(): boolean {
    if (this.paths === 'document' || !this.paths.some((path) => path.length === 0)) return false;
    return this.nLists > 0 || this.paths.length === 1;
  }

  private enter(isObject: boolean, frame: Frame | undefined): 'between' | 'skip' {
    const path = frame === undefined ? [] : frame.isObject ? [...frame.path, frame.key ?? ''] : frame.path;
    const match = this.paths === 'document' ? 'none' : matchOf(this.paths, path);
    if (match === 'none') return 'skip';
    const holdsRecords = match === 'whole' && !isObject;
    if (match === 'whole' && isObject && path.length > 0) return 'skip';
    const nBefore = this.nLists;
    if (holdsRecords) this.nLists++;
    this.seen = null;
    this.frames.push({ isObject, path, holdsRecords, scalars: {}, nBefore, key: null });
    return 'between';
  }
}

/** Whether a path is one of those wanted, leads to one, or neither. */
function matchOf(paths: readonly (readonly string[])[], path: readonly string[]): 'whole' | 'part' | 'none' {
  let best: 'part' | 'none' = 'none';
  for (const wanted of paths) {
    if (path.length > wanted.length) continue;
    if (!path.every((key, i) => wanted[i] === '*' || wanted[i] === key)) continue;
    if (path.length === wanted.length) return 'whole';
    best = 'part';
  }
  return best;
}

function parsedScalar(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
