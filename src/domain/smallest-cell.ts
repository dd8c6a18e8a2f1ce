/** Fewest authors of a cell that is published: of fewer, a number could tell what one of them said. */
export const CELL_AUTHORS = 10;
