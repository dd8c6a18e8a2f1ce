/** Forms of a word by case (nominative … prepositional), singular then plural: twelve slots. */
type Paradigm = readonly (readonly string[])[];

const SLOTS = 12;

/**
 * Inflected forms of a Russian word or phrase, for finding names in text: cases and numbers of nouns, genders of
 * adjectives, both agreeing inside a phrase. It over-generates rather than miss a form; forms no one writes match
 * nothing. Abbreviations (КНР) and names in -и (Дели) stay as they are.
 * @param phrase words in the nominative singular or plural
 * @example russianForms('Китай') // Китай Китая Китаю Китаем Китае
 */
export function russianForms(phrase: string): string[] {
  const words = phrase.split(/\s+/).filter((word) => word !== '');
  const paradigms = words.map(paradigmOf);
  const forms = new Set([phrase]);
  for (let slot = 0; slot < SLOTS; slot++) {
    let phrases = [''];
    for (const paradigm of paradigms) {
      const options = paradigm[slot] as readonly string[];
      phrases = phrases.flatMap((start) => options.map((word) => (start === '' ? word : `${start} ${word}`)));
    }
    for (const form of phrases) forms.add(form);
  }
  return [...forms];
}

function paradigmOf(word: string): Paradigm {
  if (!/^[а-яё-]+$/i.test(word) || word === word.toUpperCase() || word.length < 3) return constant([word]);
  // Names in -и are mostly indeclinable: Дели, Моди. Their stems are words of their own (дел, мод).
  if (/^[А-ЯЁ].*и$/.test(word)) return constant([word]);
  const lower = word.toLowerCase();
  const adjective = /^(.+?)(ый|ий|ой|ая|яя|ое|ее|ые|ие)$/.exec(word);
  if (adjective !== null && looksAdjectival(lower)) return adjectiveParadigm(adjective[1] as string, lower);
  return nounParadigm(word, lower);
}

function constant(forms: readonly string[]): Paradigm {
  return Array.from({ length: SLOTS }, () => forms);
}

function looksAdjectival(lower: string): boolean {
  if (
    /(ск|цк|н|ов|ев|ив|ист|лив|чив|ат|ит|ш|щ|ж|ч|р|л|м|т|д|б|в|п|с|з|г|к|х)(ый|ий|ой|ая|ое|ые)$/.test(lower)
  ) {
    // Nouns in -ия and -ий (Индия, саммит is none) end in a soft vowel pair, not in these.
    return !/(ции|сии|нии)$/.test(lower);
  }
  return /(н|ш|щ)(яя|ее|ие)$/.test(lower) || /(ск|цк|г|к|х|ж|ш|ч|щ)(ие|ие)$/.test(lower);
}

function adjectiveParadigm(stem: string, lower: string): Paradigm {
  const soft = /[нш](ий|яя|ее)$/.test(lower) && !/[жшчщ](ий|яя|ее)$/.test(lower) && !/ск/.test(lower);
  const velar = /[кгхжшчщ]$/.test(stem.toLowerCase());
  const i = soft || velar ? 'и' : 'ы';
  const [o, a, u] = soft ? ['е', 'я', 'ю'] : ['о', 'а', 'у'];
  const oblique = /[жшчщ]$/.test(stem.toLowerCase()) ? ['о', 'е'] : [o];
  const many = (endings: readonly string[]): string[] => endings.map((ending) => stem + ending);
  const fem = oblique.map((v) => `${v}й`);
  return [
    many([`${i}й`, 'ой', `${a}${soft ? 'я' : 'я'}`, ...oblique.map((v) => `${v}е`)]),
    many([...oblique.map((v) => `${v}го`), ...fem]),
    many([...oblique.map((v) => `${v}му`), ...fem]),
    many([`${i}й`, ...oblique.map((v) => `${v}го`), `${u}ю`, ...oblique.map((v) => `${v}е`)]),
    many([`${i}м`, ...fem, ...oblique.map((v) => `${v}ю`)]),
    many([...oblique.map((v) => `${v}м`), ...fem]),
    many([`${i}е`]),
    many([`${i}х`]),
    many([`${i}м`]),
    many([`${i}е`, `${i}х`]),
    many([`${i}ми`]),
    many([`${i}х`]),
  ];
}

function nounParadigm(word: string, lower: string): Paradigm {
  const stem = word.slice(0, -1);
  const last = lower.at(-1) as string;
  const before = lower.at(-2) as string;
  const i = /[кгхжшчщ]/.test(before) ? 'и' : 'ы';
  const of = (base: string, endings: readonly string[]): Paradigm =>
    endings.map((slot) => slot.split('/').map((ending) => base + ending.replace('-', '')));
  if (lower.endsWith('ец') && lower.length > 4)
    return of(fleeting(word), ['', ...ENDINGS_EC].slice(1)).map((s, n) => (n === 0 ? [word] : s));
  if (lower.endsWith('ия'))
    return of(stem, ['я', 'и', 'и', 'ю', 'ей/ею', 'и', 'и', 'й', 'ям', 'и', 'ями', 'ях']);
  if (lower.endsWith('ие') || lower.endsWith('ье')) {
    return of(stem, ['е', 'я', 'ю', 'е', 'ем', 'и/е', 'я', 'й', 'ям', 'я', 'ями', 'ях']);
  }
  if (last === 'а') return of(stem, ['а', i, 'е', 'у', 'ой/ою/ей', 'е', i, '-', 'ам', `${i}/-`, 'ами', 'ах']);
  if (last === 'я') return of(stem, ['я', 'и', 'е', 'ю', 'ей/ею', 'е', 'и', 'ь/й', 'ям', 'и', 'ями', 'ях']);
  if (last === 'й') return of(stem, ['й', 'я', 'ю', 'й/я', 'ем', 'е', 'и', 'ев', 'ям', 'и', 'ями', 'ях']);
  if (last === 'ь') {
    return of(stem, ['ь', 'я/и', 'ю/и', 'ь/я', 'ем/ью', 'е/и', 'и', 'ей', 'ям', 'и/ей', 'ями', 'ях']);
  }
  if (last === 'о') return of(stem, ['о', 'а', 'у', 'о', 'ом', 'е', 'а', '-', 'ам', 'а', 'ами', 'ах']);
  if (last === 'е') return of(stem, ['е', 'я', 'ю', 'е', 'ем', 'е', 'я', 'й', 'ям', 'я', 'ями', 'ях']);
  if (lower.endsWith('ии'))
    return of(stem, ['и', 'й', 'ям', 'и', 'ями', 'ях', 'и', 'й', 'ям', 'и', 'ями', 'ях']);
  if (last === 'ы' || last === 'и') {
    return of(stem, [
      last,
      'ов/-/ев/ей',
      'ам/ям',
      `${last}/ов/ев/ей`,
      'ами/ями',
      'ах/ях',
      last,
      'ов/-/ев/ей',
      'ам/ям',
      `${last}/ов/ев`,
      'ами/ями',
      'ах/ях',
    ]);
  }
  if (/[бвгджзклмнпрстфхцчшщ]/.test(last)) return consonantParadigm(word, last);
  return constant([word]);
}

function consonantParadigm(word: string, last: string): Paradigm {
  const plural = /[кгхжшчщ]/.test(last) ? 'и' : 'ы';
  const genitive = /[жшчщ]/.test(last) ? 'ей' : 'ов';
  // Surnames in -ов, -ев, -ин: Путиным, but Пекином; the form no one writes matches nothing.
  const isName = /^[А-ЯЁ].*([оеё]в|[иы]н)$/.test(word);
  const slots = [
    [''],
    ['а'],
    ['у'],
    ['', 'а'],
    isName ? ['ом', 'ем', 'ым'] : ['ом', 'ем'],
    ['е'],
    [plural],
    [genitive],
    ['ам'],
    [plural, genitive],
    ['ами'],
    ['ах'],
  ];
  return slots.map((endings) => endings.map((ending) => word + ending));
}

const ENDINGS_EC = ['', 'а', 'у', 'а', 'ем', 'е', 'ы', 'ев', 'ам', 'ев', 'ами', 'ах'];

/** китаец → китайц-, украинец → украинц-. */
function fleeting(word: string): string {
  const base = word.slice(0, -2);
  return /[аеёиоуыэюя]$/i.test(base) ? `${base}йц` : `${base}ц`;
}
