import type { Block, Figure, Section } from './block.ts';
import type { Messages } from './messages/messages.ts';

/** A key of fewer events takes no more room than the line that says where to find it. */
const FEWEST_EVENTS = 3;

/**
 * A section whose figures after the first say under which chart their events are named, if they are the same. The key itself stays:
 * a figure that is seen or saved alone needs it. On paper, in Word and in Markdown the line takes the place of the events.
 */
export function lettersOnce(section: Section, messages: Messages): Section {
  const named = new Map<string, string>();
  const blocks = section.blocks.map((block): Block => {
    if (block.kind !== 'figure') return block;
    const { figure } = block;
    const events = eventsOf(figure);
    if (events.length < FEWEST_EVENTS) return block;
    const all = events.map(({ text }) => text).join('\n');
    const title = named.get(all);
    if (title !== undefined) {
      const letters = `${events[0]?.letter}–${events.at(-1)?.letter}`;
      return { ...block, figure: { ...figure, eventsUnder: messages.index.eventsUnder(letters, title) } };
    }
    named.set(all, figure.title);
    return block;
  });
  return { ...section, blocks };
}

function eventsOf({ key }: Figure): { letter: string; text: string }[] {
  return key.flatMap(({ symbol, text }) =>
    symbol.kind === 'letter' ? [{ letter: symbol.letter, text }] : [],
  );
}
