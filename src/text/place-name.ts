/** Code of ISO 3166-2, name in English, Russian and Chinese. */
export type PlaceName = readonly [code: string, en: string, ru: string, zh: string];
