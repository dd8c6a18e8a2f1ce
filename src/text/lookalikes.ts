/** Letters that look alike in small or capital form, and the signs written in their place. The first stands for all. */
const LOOKALIKES = [
  'аaα@',
  'вbβ',
  'еeε',
  'кkκ',
  'мmμ',
  'нhηһ',
  'оoο0',
  'рpρ',
  'сc',
  'тtτ',
  'уyυ',
  'хxχ',
  'иіiι1',
  'ѕs$',
  'јj',
  'ԛq',
  'ԝw',
] as const;

/** A word with a sign in place of a letter is only read as the word from this length. */
const SHORTEST_WITH_SIGNS = 4;

/** Gives each folded unit that looks like another the unit that stands for all of them; other units stay. */
export function createLookalikes(): (unit: number) => number {
  const first = new Map<number, number>();
  for (const alike of LOOKALIKES)
    for (let i = 0; i < alike.length; i++) first.set(alike.charCodeAt(i), alike.charCodeAt(0));
  return (unit) => first.get(unit) ?? unit;
}

/**
 * Whether a text that looks like a form is meant as it: in every word that is not written as the form is, some letter is.
 * Kитай with a Latin K is Китай; EC in Latin letters is not ЕС. Signs (К1тай, Ch1na) only within longer words.
 * @param text folded, of the length of the form
 * @param form folded
 */
export function isDisguised(text: string, form: string): boolean {
  let [same, other, signs] = [0, 0, 0];
  const isWord = (): boolean =>
    other + signs === 0 ||
    (same > 0 && (signs === 0 || (same > signs && same + other + signs >= SHORTEST_WITH_SIGNS)));
  for (let i = 0; i < form.length; i++) {
    if (!LETTER.test(form[i] as string)) {
      // A digit or mark of the form has no disguise.
      if (text[i] !== form[i] || !isWord()) return false;
      if (!DIGIT.test(form[i] as string)) [same, other, signs] = [0, 0, 0];
    } else if (text[i] === form[i]) same++;
    else if (LETTER.test(text[i] as string)) other++;
    else if (same + other === 0) return false;
    else signs++;
  }
  return isWord();
}

const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
