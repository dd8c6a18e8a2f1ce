import { type Paradigm, stemParadigm } from './russian-paradigm.ts';

const ADJECTIVE = /^(.+?)(ый|ий|ой|ая|яя|ое|ее|ые|ие)$/i;

/** Whether a word in the nominative has the endings of an adjective. Words in -ой may be nouns all the same. */
export function isAdjective(word: string): boolean {
  const lower = word.toLowerCase();
  if (!ADJECTIVE.test(lower) || lower.length < 4) return false;
  if (/[бвгджзклмнпрстфхцчшщ](ый|ой|ая|ое|ые)$/.test(lower)) return true;
  // Евгений, Георгий, сценарий are nouns, as are правление and Индия.
  if (/(ен|он|орг|ерг)ий$/.test(lower)) return false;
  return /[кгхжшчщн]ий$|[нжшчщ](яя|ее)$|[кгхжшчщ]ие$|[^аея]ние$/.test(lower);
}

/** Cases, numbers and genders of an adjective in the nominative. */
export function adjectiveParadigm(word: string): Paradigm {
  const [, stem = '', ending = ''] = ADJECTIVE.exec(word) ?? [];
  const isSoft = /н$/i.test(stem) && /^[иея]/i.test(ending);
  const [i, a, u, isSibilant] = [
    isSoft || /[кгхжшчщ]$/i.test(stem) ? 'и' : 'ы',
    isSoft ? 'яя' : 'ая',
    isSoft ? 'юю' : 'ую',
    /[жшчщ]$/i.test(stem),
  ];
  const vowels = isSoft ? ['е'] : isSibilant ? ['о', 'е'] : ['о'];
  const after = (rest: string): string => vowels.map((vowel) => vowel + rest).join('/');
  const masculine = ending === 'ой' ? 'ой' : `${i}й`;
  return stemParadigm(
    stem,
    [
      `${masculine}/${a}/${after('е')}`,
      `${after('го')}/${after('й')}`,
      `${after('му')}/${after('й')}`,
      `${masculine}/${after('го')}/${u}/${after('е')}`,
      `${i}м/${after('й')}/${after('ю')}`,
      `${after('м')}/${after('й')}`,
      `${i}е`,
      `${i}х`,
      `${i}м`,
      `${i}е/${i}х`,
      `${i}ми`,
      `${i}х`,
    ].join(' '),
  );
}
