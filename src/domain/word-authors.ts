/** A word that fewer authors use is not given out: it could name one of them. */
export const WORD_AUTHORS = 10;
