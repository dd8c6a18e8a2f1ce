import type { WithholdingRule } from '../domain/mention-selection.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { type CompiledSelection, OUT_OF_PERIOD } from './compile-selection.ts';
import type { ThinOutside } from './count-outside.ts';

/** What may not be told of a selection, by which rule; null = it may. */
export interface WithheldParts {
  readonly bins: readonly (WithholdingRule | null)[];
  readonly total: WithholdingRule | null;
}

const isThin = (n: number): boolean => n > 0 && n < CELL_AUTHORS;

/**
 * Which numbers of a selection would tell of one to nine persons: themselves; less those of a wider or a shorter selection; or as
 * what the shown bins leave of the whole. The bins are judged over the whole period, so that no choice of period brings one back.
 * @param persons in each bin, and at the end over the period of the selection
 */
export function withholdSelection(
  persons: readonly number[],
  outside: ThinOutside,
  of: Pick<CompiledSelection, 'bins' | 'narrowed'>,
): WithheldParts {
  const counts = persons.slice(0, -1);
  const whole = persons.at(-1) ?? 0;
  const bins = counts.map((n, b): WithholdingRule | null =>
    isThin(n) ? 'few-authors' : n > 0 && outside.bins[b] === true ? 'difference' : null,
  );
  const isHidden = (b: number): boolean => bins[b] !== null && bins[b] !== undefined;
  const rest = (from: number, to: number): boolean => {
    const hidden = counts.slice(from, to).filter((n, i) => n > 0 && isHidden(from + i));
    return hidden.length > 0 && hidden.every(isThin);
  };
  if (rest(0, counts.length)) {
    const smallest = counts
      .map((n, b) => ({ n, b }))
      .filter(({ n, b }) => n > 0 && !isHidden(b))
      .sort((x, y) => x.n - y.n || x.b - y.b)[0];
    if (smallest !== undefined) bins[smallest.b] = 'remainder';
  }
  const [from, to] = of.bins;
  const inside = counts.slice(from, to).filter((n) => n > 0);
  const hasThinEnd =
    (of.narrowed & OUT_OF_PERIOD) !== 0 && (isThin(inside[0] ?? 0) || isThin(inside.at(-1) ?? 0));
  return { bins, total: totalRule() };

  function totalRule(): WithholdingRule | null {
    if (isThin(whole)) return 'few-authors';
    if (whole > 0 && outside.total) return 'difference';
    if (hasThinEnd) return 'end';
    return whole > 0 && rest(from, to) ? 'remainder' : null;
  }
}
