/** Code of ISO 3166-2, name in English, Russian and Chinese, and the names of its seat in Russian and English. */
export type PlaceName = readonly [
  code: string,
  en: string,
  ru: string,
  zh: string,
  seatRu?: string,
  seatEn?: string,
];
