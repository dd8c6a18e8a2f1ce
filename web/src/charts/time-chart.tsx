import { useState } from 'preact/hooks';
import type { Figure, Panel } from '../../../src/report/block.ts';
import type { Drawing } from '../../../src/report/charts/drawing.ts';
import { ChartView } from './chart-view.tsx';
import { periodAt, shareOfSpan } from './read-position.ts';
import { useChartWidth } from './use-width.ts';

/** A panel of a figure over time whose single values can be read off by pointer or arrow keys. */
export function TimeChart(props: {
  readonly figure: Figure;
  readonly panel: Panel;
  /** Column of the table that the panel shows; null = all. */
  readonly column: number | null;
  readonly title: string;
  /** Stands where values are read as long as none is. */
  readonly hint: string;
  readonly colon: string;
}) {
  const { figure, panel, title } = props;
  const [at, setAt] = useState<number | null>(null);
  const [ref, width] = useChartWidth();
  const time = figure.time as NonNullable<Figure['time']>;
  const last = time.periods.length - 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepped(event.key, at, last);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const svg = ref.current?.querySelector('svg');
    const box = svg?.getBoundingClientRect();
    const frame = frameOf(svg);
    if (box === undefined || frame === null) return;
    const x = ((event.clientX - box.left) / box.width) * frame.width;
    setAt(periodAt(time.span, time.periods, (x - frame.left) / (frame.right - frame.left)));
  };
  const words = at === null ? props.hint : rowText(props, at);
  return (
    <div ref={ref} class="time-chart">
      <p class={at === null ? 'reading-line note' : 'reading-line'}>{words}</p>
      <div
        role="slider"
        tabIndex={0}
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={Math.max(last, 0)}
        aria-valuenow={at ?? 0}
        aria-valuetext={words}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
      >
        <ChartView
          draw={() => panel.draw(width)}
          depends={[panel, width]}
          title={title}
          description={panel.description}
          over={(drawing) => <PeriodMark drawing={drawing} time={time} at={at} />}
        />
      </div>
    </div>
  );
}

/** The period that a key leads to: null = none, undefined = the key means nothing here. */
function stepped(key: string, at: number | null, last: number): number | null | undefined {
  if (key === 'Escape') return null;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: (at ?? -1) + 1,
    ArrowLeft: (at ?? last + 1) - 1,
    PageUp: (at ?? -1) + 10,
    PageDown: (at ?? last + 1) - 10,
    Home: 0,
    End: last,
  };
  const next = steps[key];
  return next === undefined ? undefined : Math.max(0, Math.min(last, next));
}

function PeriodMark(props: {
  readonly drawing: Drawing;
  readonly time: NonNullable<Figure['time']>;
  readonly at: number | null;
}) {
  const { drawing, time, at } = props;
  const { frame, width } = drawing;
  const period = at === null ? undefined : time.periods[at];
  const place = (iso: string): number =>
    frame.left + Math.max(0, Math.min(1, shareOfSpan(time.span, iso))) * (frame.right - frame.left);
  return (
    <rect
      class="period-mark"
      data-left={frame.left}
      data-right={frame.right}
      data-width={width}
      x={period === undefined ? frame.left : place(period.start)}
      y={frame.top}
      width={period === undefined ? 0 : Math.max(place(period.end) - place(period.start), 1.5)}
      height={frame.bottom - frame.top}
    />
  );
}

function frameOf(svg: SVGElement | null | undefined): { left: number; right: number; width: number } | null {
  const data = svg?.querySelector<SVGElement>('.period-mark')?.dataset;
  if (data === undefined) return null;
  return {
    left: Number(data['left']),
    right: Number(data['right']),
    width: Number(data['width']),
  };
}

/** A row of the figure's table as a line: the period, then each value with its name. */
function rowText(
  { figure, column, colon }: { figure: Figure; column: number | null; colon: string },
  at: number,
): string {
  const row = figure.table.rows[at] ?? [];
  const values = figure.table.columns.flatMap(({ label }, index) => {
    const text = row[index]?.text;
    if (index === 0 || text === undefined || (column !== null && column !== index)) return [];
    return [`${label}${colon}${text}`];
  });
  return [row[0]?.text ?? '', ...values].join(' · ');
}
