/** Dash patterns by style: lines differ in print and for readers who do not see colour. */
export const DASHES = ['none', '7 3', '2 3', '10 3 2 3'] as const;

/** Point symbols by style. */
export const SYMBOLS = ['circle', 'square', 'triangle', 'diamond'] as const;

/** The theme's colour of a style. */
export function lineColor(style: number): string {
  return `var(--line-${style % DASHES.length})`;
}
