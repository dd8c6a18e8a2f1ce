import { CHINESE_PLACES, CODED_ONLY_PLACES } from './chinese-places.ts';
import { PLACE_SEATS } from './place-seats.ts';
import { RUSSIAN_PLACES } from './russian-places.ts';

const NAMED = [...RUSSIAN_PLACES, ...CHINESE_PLACES];
const CODES = new Set([...NAMED, ...CODED_ONLY_PLACES].map(([code]) => code));

/** Names that are neither in the lists nor made from them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  якутия: 'RU-SA',
  'республика саха (якутия)': 'RU-SA',
  yakutia: 'RU-SA',
  тува: 'RU-TY',
  кузбасс: 'RU-KEM',
  югра: 'RU-KHM',
  хмао: 'RU-KHM',
  янао: 'RU-YAN',
  чукотка: 'RU-CHU',
  приморье: 'RU-PRI',
  забайкалье: 'RU-ZAB',
  подмосковье: 'RU-MOS',
  'чеченская республика': 'RU-CE',
  'чувашская республика': 'RU-CU',
  'удмуртская республика': 'RU-UD',
  'st petersburg': 'RU-SPE',
  'st. petersburg': 'RU-SPE',
  петербург: 'RU-SPE',
  спб: 'RU-SPE',
};

const CODE_OF = new Map([
  ...[...NAMED, ...PLACE_SEATS].flatMap(([code, ...names]) =>
    names.map((name) => [plain(name), code] as const),
  ),
  ...Object.entries(OTHER_NAMES).map(([name, code]) => [plain(name), code] as const),
]);

/**
 * The code of ISO 3166-2 of a federal subject of Russia or a province of China, from its code or its name in Russian, English or Chinese, or
 * the name of its seat; null of anything else. A place that has no code in ISO 3166-2:RU or :CN gets none.
 * @example placeCode('г. Казань') // 'RU-TA'
 */
export function placeCode(place: string): string | null {
  const code = place.trim().toUpperCase();
  if (CODES.has(code)) return code;
  return CODE_OF.get(plain(place)) ?? null;
}

/** Without what a name may have or lack: case, «ё», the kind of place where it is not part of the name. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .trim()
    .replace(/^(?:г\.|город|респ\.)\s{0,3}/u, '')
    .replace(/\s{1,3}обл\.?$/u, ' область')
    .replace(/\s{1,3}ао$/u, ' автономный округ')
    .replace(/\s{1,3}region$/u, ' oblast')
    .replace(/\s{1,3}province$/u, '')
    .replace(/^республика\s{1,3}(?!алтай|саха)/u, '')
    .replace(/(?:维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$/u, '');
}
