import { useId, useMemo } from 'preact/hooks';
import type { Drawing } from '../../../src/report/charts/drawing.ts';

/** A chart as it is drawn for the report, with its name and description for readers who cannot see it. */
export function ChartView(props: {
  readonly draw: () => Drawing;
  /** What the drawing depends on. */
  readonly depends: readonly unknown[];
  readonly title: string;
  readonly description: string;
  /** Lies over the chart, in its units. */
  readonly over?: (drawing: Drawing) => preact.ComponentChildren;
}) {
  const id = useId();
  const drawing = useMemo(props.draw, props.depends);
  return (
    <svg
      class="chart"
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      text-anchor="middle"
      fill="currentColor"
    >
      <title id={`${id}-t`}>{props.title}</title>
      <desc id={`${id}-d`}>{props.description}</desc>
      {props.over?.(drawing)}
      <g dangerouslySetInnerHTML={{ __html: drawing.body }} />
    </svg>
  );
}
