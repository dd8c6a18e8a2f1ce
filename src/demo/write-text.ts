import type { Grammar, PlantedStance } from './grammar.ts';

/** What a post is to say. */
export interface TextOrder<Driver extends string> {
  readonly target: string | null;
  readonly stance: PlantedStance;
  readonly driver: Driver;
  /** An outlet: no greetings, no emoji. */
  readonly formal: boolean;
  /** How the author writes: 0–9. */
  readonly habit: number;
}

/** Share of mentions with complaints about something else, and with the stance in another's mouth. */
const TRAP_SHARE = 0.04;
const QUOTATION_SHARE = 0.02;

/** Share of posts that also tell something else. */
const CHATTER_SHARE = 0.85;

/** Writes one post by the grammar. All chance comes from `random`. */
export function writeText<Driver extends string>(
  grammar: Grammar<Driver>,
  order: TextOrder<Driver>,
  random: () => number,
): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const fill = (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/g, (whole, slot: string) => {
      const forms = grammar.forms[order.target ?? ''] ?? grammar.names?.[order.target ?? ''];
      const form = forms?.[slot];
      const filler = grammar.fillers[slot];
      return form ?? (filler === undefined ? whole : pick(filler));
    });
  const core = fill(pick(sentences(grammar, order, random)));
  const chatter = random() < CHATTER_SHARE ? capital(fill(pick(grammar.chatter))) : '';
  if (order.formal) return joined([core, chatter, fill(pick(grammar.formal))], grammar);
  const quoted = order.target !== null && random() < QUOTATION_SHARE;
  const body = quoted ? pick(grammar.quotations).replace('{quote}', core) : core;
  const second = order.target === null && random() < 0.5 ? fill(pick(grammar.other)) : '';
  const context = fill(pick(grammar.contexts));
  const parts = [fill(pick(grammar.openers)), body, second, chatter, context, fill(pick(grammar.closers))];
  return inHabit(joined(parts, grammar), order.habit, random);
}

function joined(parts: readonly string[], grammar: Pick<Grammar, 'separator'>): string {
  return parts.filter((part) => part !== '').join(grammar.separator);
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function sentences<Driver extends string>(
  grammar: Grammar<Driver>,
  order: TextOrder<Driver>,
  random: () => number,
): readonly string[] {
  if (order.target === null) return grammar.other;
  if (order.target in grammar.forms) return grammar.countries[order.stance];
  if (order.stance !== 'neither' && order.driver === 'general' && random() < TRAP_SHARE * 4) {
    return grammar.traps[order.stance];
  }
  return grammar.evaluations[order.driver][order.stance];
}

/** Small letters, missing full stops, a typing error: each author keeps a habit. */
function inHabit(text: string, habit: number, random: () => number): string {
  if (habit === 0) return text.toLowerCase();
  if (habit === 1) return text.replace(/[.。]$/, '');
  if (habit === 2 && text.length > 20) {
    const at = 8 + Math.floor(random() * (text.length - 12));
    if (/\p{L}{2}/u.test(text.slice(at, at + 2))) {
      return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
    }
  }
  return text;
}
