/** What accounts may do alike. */
export const BEHAVIOURS = ['copied-text', 'link', 'hashtags', 'repost', 'time', 'one-text'] as const;

/** One of {@link BEHAVIOURS}. */
export type Behaviour = (typeof BEHAVIOURS)[number];
