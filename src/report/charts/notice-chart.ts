import { text } from '@observablehq/plot';
import type { ChartWidth } from '../block.ts';
import { type Drawing, drawPlot } from './drawing.ts';

const SIZES = { narrow: { width: 380, fontSize: 14 }, wide: { width: 940, fontSize: 13 } } as const;

/** A notice in the place of a chart that is not shown. */
export function drawNotice(notice: string, width: ChartWidth): Drawing {
  return drawPlot({
    ...SIZES[width],
    height: 90,
    ...{ marginLeft: 4, marginRight: 4, marginTop: 4, marginBottom: 4 },
    x: { domain: [0, 1], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      text([notice], {
        ...{ frameAnchor: 'left', textAnchor: 'start', lineWidth: 24, fill: 'var(--ink-soft)' },
      }),
    ],
  });
}
