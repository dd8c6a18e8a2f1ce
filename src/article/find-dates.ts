/** A date as exactly as a text gives it. */
export interface WrittenDate {
  readonly words: string;
  readonly year: number | null;
  /** 1–12. */
  readonly month: number | null;
  readonly day: number | null;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTHS_RU = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];

const EN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(?<month>${MONTHS.join('|')})(?: (?<after>\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,? (?<year>(?:19|20)\\d\\d))?(?![\\p{L}\\p{N}])`,
  'giu',
);
const RU =
  /(?<![\p{L}\p{N}])(?:(?<day>\d{1,2}) )?(?<month>январ|феврал|март|апрел|ма(?=[йяе](?!\p{L}))|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}{0,3}(?: (?<year>(?:19|20)\d\d))?(?![\p{L}\p{N}])/giu;
const ZH = /(?:(?<year>(?:19|20)\d\d)\s?年\s?)?(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?[日号號])?/gu;
const ISO = /(?<![\p{L}\p{N}])(?<year>(?:19|20)\d\d)-(?<month>\d\d)(?:-(?<day>\d\d))?(?![\p{L}\p{N}])/gu;
const YEAR = /(?<![\p{L}\p{N}.,])(?<year>(?:19|20)\d\d)(?![\p{L}\p{N}%]|\s?年?\s?\d{1,2}\s?月|-\d\d)/gu;

/** The dates of a sentence in English, Russian and Chinese; a year alone only where no fuller date has it. */
export function findDates(text: string): WrittenDate[] {
  const full = [EN, RU, ZH, ISO].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, groups }) => {
      const month = monthOf(groups?.['month'] ?? '');
      // A month of English that is also a word counts only with a day or a year beside it.
      const isBare = /^may$/i.test(words) || (/^march$/i.test(words) && words !== 'March');
      return month === null || isBare
        ? []
        : [
            {
              words,
              year: numberOf(groups?.['year']),
              month,
              day: numberOf(groups?.['day'] ?? groups?.['after']),
            },
          ];
    }),
  );
  const years = [...text.matchAll(YEAR)].map(({ 0: words }) => ({
    words,
    year: Number(words),
    month: null,
    day: null,
  }));
  return [...full, ...years.filter(({ year }) => !full.some((one) => one.year === year))];
}

/** Whether a written date may be the recorded one, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as both are given. */
export function agreesWith({ year, month, day }: WrittenDate, recorded: string): boolean {
  const [y, m, d] = recorded.split('-').map(Number);
  const same = (a: number | null, b: number | undefined): boolean => a === null || b === undefined || a === b;
  return same(year, y) && same(month, m) && same(day, d);
}

function monthOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : null;
  const lower = word.toLowerCase();
  const at = Math.max(MONTHS.indexOf(lower), MONTHS_RU.indexOf(lower));
  return at < 0 ? null : at + 1;
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
