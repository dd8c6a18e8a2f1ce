/**
 * Who speaks in a class: `institution` = an outlet or an office, `public-channel` = a channel that speaks to a large public,
 * `private` = persons. Words of the first two are published speech.
 */
export const SPEAKERS = ['institution', 'public-channel', 'private'] as const;

/** One of {@link SPEAKERS}. */
export type Speaker = (typeof SPEAKERS)[number];

/** What is quoted: published speech in full and others in excerpts, everyone in excerpts, or nothing. */
export const PRIVACY_PROFILES = ['verbatim-institutions', 'excerpts', 'none'] as const;

/** One of {@link PRIVACY_PROFILES}. */
export type PrivacyProfile = (typeof PRIVACY_PROFILES)[number];
