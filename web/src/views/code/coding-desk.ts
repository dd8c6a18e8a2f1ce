import type { Label, OwnItem } from '../../../../src/server/coding/contract.ts';

/** What a coder says of a mention. */
type Said = Pick<OwnItem, 'label' | 'themes' | 'isQuoted'>;

/** A coder's own mentions, where the coder is, and what can be undone. */
export interface Desk {
  readonly items: readonly OwnItem[];
  /** Index of the mention that is shown; as many as there are items = the end. */
  readonly at: number;
  readonly past: readonly { readonly at: number; readonly before: Said }[];
}

/** What a coder does. */
export type Command =
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'quoted' | 'undo' | 'back' | 'next' | 'open' };

/** A desk on which coding goes on where it was left: at the first mention without a label. */
export function openDesk(items: readonly OwnItem[]): Desk {
  return { items, at: firstOpen(items, 0), past: [] };
}

/**
 * What becomes of the desk, and the mention whose coding is to be sent; null = nothing is to be kept. Marks on a mention
 * without a label go with its label.
 */
export function applyCommand(
  desk: Desk,
  command: Command,
): { readonly desk: Desk; readonly changed: OwnItem | null } {
  const { items, at, past } = desk;
  const item = items[at];
  switch (command.kind) {
    case 'back':
      return { desk: { ...desk, at: Math.max(0, at - 1) }, changed: null };
    case 'next':
      return { desk: { ...desk, at: Math.min(items.length, at + 1) }, changed: null };
    case 'open':
      return { desk: { ...desk, at: firstOpen(items, 0) }, changed: null };
    case 'undo': {
      const last = past.at(-1);
      const undone = last === undefined ? undefined : items[last.at];
      if (last === undefined || undone === undefined) return { desk, changed: null };
      const changed = { ...undone, ...last.before };
      return {
        desk: { items: items.with(last.at, changed), at: last.at, past: past.slice(0, -1) },
        changed,
      };
    }
    default: {
      if (item === undefined) return { desk, changed: null };
      const changed = { ...item, ...said(item, command) };
      const next = items.with(at, changed);
      const { label, themes, isQuoted } = item;
      const isLabel = command.kind === 'label';
      return {
        desk: {
          items: next,
          at: isLabel ? firstOpen(next, at + 1) : at,
          past: [...past, { at, before: { label, themes, isQuoted } }],
        },
        changed: isLabel || item.label !== null ? changed : null,
      };
    }
  }
}

function said(item: OwnItem, command: Command): Partial<Said> {
  if (command.kind === 'label') return { label: command.label };
  if (command.kind === 'theme') {
    const { theme } = command;
    const themes = item.themes.includes(theme)
      ? item.themes.filter((one) => one !== theme)
      : [...item.themes, theme];
    return { themes };
  }
  return { isQuoted: !item.isQuoted };
}

/** The first mention without a label from a place on, then from the top; the end where there is none. */
function firstOpen(items: readonly OwnItem[], from: number): number {
  const later = items.findIndex((one, index) => index >= from && one.label === null);
  const found = later >= 0 ? later : items.findIndex((one) => one.label === null);
  return found >= 0 ? found : items.length;
}

/** What a key means, by its place on the keyboard, so that it is the same in every layout; null = nothing. */
export function commandOf(
  key: Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  themes: readonly { readonly id: string }[],
): Command | null {
  if (key.altKey) return null;
  if (key.ctrlKey || key.metaKey) return key.code === 'KeyZ' && !key.shiftKey ? { kind: 'undo' } : null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(key.code)?.[1];
  if (digit !== undefined) {
    const place = Number(digit) - 1;
    if (!key.shiftKey) {
      const label = KEYED_LABELS[place];
      return label === undefined ? null : { kind: 'label', label };
    }
    const theme = themes[place];
    return theme === undefined ? null : { kind: 'theme', theme: theme.id };
  }
  if (key.shiftKey) return null;
  const kind = KEYED[key.code];
  return kind === undefined ? null : { kind };
}

/** Labels in the order of their keys, 1 to 4. */
export const KEYED_LABELS = ['against', 'neither', 'favor', 'unclear'] as const satisfies readonly Label[];

const KEYED: Readonly<Record<string, 'quoted' | 'undo' | 'back' | 'next'>> = {
  KeyQ: 'quoted',
  KeyZ: 'undo',
  ArrowLeft: 'back',
  ArrowRight: 'next',
};

/** A passage as its parts: what stands around the target, and the target; line breaks as they were. */
export function partsOfPassage(passage: string): readonly [before: string, target: string, after: string] {
  const text = passage.replaceAll(' ¶ ', '\n');
  const [start, end] = [text.indexOf('⟦'), text.indexOf('⟧')];
  if (start < 0 || end < start) return [text, '', ''];
  return [text.slice(0, start), text.slice(start + 1, end), text.slice(end + 1)];
}
