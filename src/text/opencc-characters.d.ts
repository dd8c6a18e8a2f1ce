/** A string: `traditional simplified` of single characters, parted by bars; of several in use the first. */
declare module 'opencc-js/dict/TSCharacters';
