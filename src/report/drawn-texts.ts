import type { Panel } from './block.ts';

/** What a reader reads in a chart, at either width. */
export function drawnTexts({ draw }: Panel): readonly string[] {
  return [...new Set((['narrow', 'wide'] as const).flatMap((width) => draw(width).texts))];
}
