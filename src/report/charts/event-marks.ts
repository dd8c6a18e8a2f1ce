import { type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { Period } from '../../domain/estimate.ts';
import { printedWidth } from './printed-width.ts';
import { utcDay } from './time-axis.ts';

/** An event on a chart, named by a letter that the key explains. */
export interface ChartEvent {
  readonly letter: string;
  readonly label: string;
  readonly date: Period;
  readonly dashed: boolean;
}

/** An event with the row its letter stands in and the room to its right. */
export interface PlacedEvent {
  readonly event: ChartEvent;
  readonly row: number;
  /** The whole label fits beside the letter. */
  readonly labelled: boolean;
}

const LETTER_ROOM = 16;
const DAY = 86_400_000;

/** Gives each event a row, so that letters do not stand on each other, and its label where there is room. */
export function eventRows(
  events: readonly ChartEvent[],
  frame: { period: Period; inner: number },
): { nRows: number; placed: readonly PlacedEvent[] } {
  const [start, end] = [utcDay(frame.period.start).getTime(), utcDay(frame.period.end).getTime()];
  const inside = events
    .filter((e) => utcDay(e.date.start).getTime() < end && utcDay(e.date.end).getTime() > start)
    .map((event) => ({
      event,
      x: ((Math.max(utcDay(event.date.start).getTime(), start) - start) / (end - start)) * frame.inner,
    }))
    .sort((a, b) => a.x - b.x);
  const ends: number[] = [];
  const placed = inside.map(({ event, x }, index) => {
    let row = ends.findIndex((until) => until <= x);
    if (row === -1) row = ends.length;
    const next = inside[index + 1]?.x ?? frame.inner;
    const room = Math.min(next, frame.inner) - x - LETTER_ROOM;
    const labelled = printedWidth(event.label) <= room;
    ends[row] = x + LETTER_ROOM;
    return { event, row, labelled };
  });
  return { nRows: ends.length, placed };
}

/** Lines or bands for the events with their letters above the frame. */
export function eventMarks(
  placed: readonly PlacedEvent[],
  frame: { top: number; bottom: number; wide: boolean },
): Markish[] {
  return placed.flatMap(({ event, row, labelled }) => {
    const [from, to] = [utcDay(event.date.start), utcDay(event.date.end)];
    const dash = event.dashed ? { strokeDasharray: '4 3' } : {};
    const extent = { y1: frame.bottom, y2: frame.top };
    const span: Markish[] =
      to.getTime() - from.getTime() > DAY
        ? [rect([0], { x1: from, x2: to, ...extent, fill: 'var(--event)', fillOpacity: 0.12 })]
        : [];
    return [
      ...span,
      ruleX([from], { ...extent, stroke: 'var(--event)', strokeWidth: 1.5, ...dash }),
      text([frame.wide && labelled ? `${event.letter}  ${event.label}` : event.letter], {
        x: from,
        y: frame.top,
        textAnchor: 'start',
        dx: -4,
        dy: -10 - row * 18,
        fill: 'var(--event)',
        fontWeight: 600,
      }),
    ];
  });
}
