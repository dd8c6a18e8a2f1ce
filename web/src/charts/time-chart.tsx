import { useState } from 'preact/hooks';
import type { Figure, Panel } from '../../../src/report/block.ts';
import type { Drawing } from '../../../src/report/charts/drawing.ts';
import { ChartView } from './chart-view.tsx';
import { periodAt, shareOfSpan } from './read-position.ts';
import { useChartWidth } from './use-width.ts';

/** What a reader may do with the periods of a chart. */
export interface PeriodChoice {
  /** Periods that are chosen, half-open; null = all. */
  readonly chosen: readonly [number, number] | null;
  /** A click on a period, or Enter. */
  readonly onPick: (period: number) => void;
  /** Periods drawn over, half-open. */
  readonly onBrush: (periods: readonly [number, number]) => void;
}

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
  /** Stands beside other panels of the figure. */
  readonly isOneOfSeveral?: boolean;
  /** What can be done with periods beside reading them: absent = nothing. */
  readonly choose?: PeriodChoice;
}) {
  const { figure, panel, title } = props;
  const [at, setAt] = useState<number | null>(null);
  const [ref, width] = useChartWidth(props.isOneOfSeveral);
  const time = figure.time as NonNullable<Figure['time']>;
  const { chosen, ...pointer } = usePointer(
    { svgOf: () => ref.current?.querySelector('svg'), time, setAt },
    props.choose,
  );
  const last = time.periods.length - 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPick = event.key === 'Enter' && at !== null && props.choose !== undefined;
    const next = isPick ? at : stepped(event.key, at, last);
    if (next === undefined) return;
    event.preventDefault();
    if (isPick) props.choose?.onPick(at);
    else setAt(next);
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
        {...pointer}
        onBlur={() => setAt(null)}
      >
        <ChartView
          draw={() => panel.draw(width)}
          depends={[panel, width]}
          title={title}
          description={panel.description}
          over={(drawing) => <Marks drawing={drawing} time={time} at={at} chosen={chosen} />}
        />
      </div>
    </div>
  );
}

/** Reading and choosing periods by pointer: the handlers, and the periods that are chosen or being drawn over. */
function usePointer(
  chart: {
    readonly svgOf: () => SVGElement | null | undefined;
    readonly time: NonNullable<Figure['time']>;
    readonly setAt: (period: number | null) => void;
  },
  choose: PeriodChoice | undefined,
) {
  const { svgOf, time, setAt } = chart;
  const [brush, setBrush] = useState<readonly [number, number] | null>(null);
  const under = (event: PointerEvent): number | null => {
    const svg = svgOf();
    const box = svg?.getBoundingClientRect();
    const frame = frameOf(svg);
    if (box === undefined || frame === null) return null;
    const x = ((event.clientX - box.left) / box.width) * frame.width;
    return periodAt(time.span, time.periods, (x - frame.left) / (frame.right - frame.left));
  };
  const onPointerMove = (event: PointerEvent): void => {
    const period = under(event);
    setAt(period);
    if (brush !== null && period !== null) setBrush([brush[0], period]);
  };
  const onPointerDown = (event: PointerEvent): void => {
    const period = under(event);
    if (choose === undefined || event.button !== 0 || period === null || period < 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setBrush([period, period]);
  };
  const onPointerUp = (): void => {
    if (brush === null || choose === undefined) return;
    const [from, to] = [Math.min(...brush), Math.max(...brush)];
    setBrush(null);
    if (from === to) choose.onPick(from);
    else choose.onBrush([from, to + 1]);
  };
  const drawn = brush === null || brush[0] === brush[1] ? null : brush;
  const chosen =
    drawn === null ? (choose?.chosen ?? null) : ([Math.min(...drawn), Math.max(...drawn) + 1] as const);
  return {
    chosen,
    onPointerMove,
    onPointerDown,
    onPointerUp,
    onPointerCancel: () => setBrush(null),
    onPointerLeave: () => setAt(null),
  };
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

function Marks(props: {
  readonly drawing: Drawing;
  readonly time: NonNullable<Figure['time']>;
  readonly at: number | null;
  readonly chosen: readonly [number, number] | null;
}) {
  const { at, chosen, ...chart } = props;
  return (
    <>
      {chosen !== null && <PeriodMark {...chart} periods={chosen} kind="chosen" />}
      <PeriodMark {...chart} periods={at === null ? null : [at, at + 1]} kind="read" />
    </>
  );
}

function PeriodMark(props: {
  readonly drawing: Drawing;
  readonly time: NonNullable<Figure['time']>;
  /** Half-open; null = none. */
  readonly periods: readonly [number, number] | null;
  readonly kind: 'read' | 'chosen';
}) {
  const { drawing, time, periods } = props;
  const { frame, width } = drawing;
  const [first, last] = periods === null ? [] : [time.periods[periods[0]], time.periods[periods[1] - 1]];
  const period =
    first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
  const place = (iso: string): number =>
    frame.left + Math.max(0, Math.min(1, shareOfSpan(time.span, iso))) * (frame.right - frame.left);
  return (
    <rect
      class={props.kind === 'read' ? 'period-mark' : 'period-mark chosen'}
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
