import { CELL_AUTHORS } from '../domain/smallest-cell.ts';

/** Whether two numbers differ by documents of one to nine authors, so that together they would tell what these say. */
export function isThinDifference(authors: { readonly added: number; readonly leftOut: number }): boolean {
  return [authors.added, authors.leftOut].some((n) => n > 0 && n < CELL_AUTHORS);
}
