import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChartWidth } from '../../../src/report/block.ts';

/** Below this many pixels charts are drawn for a phone. */
const NARROW = 640;

/**
 * An element and the width for which charts in it are drawn.
 * @param isOneOfSeveral stands beside others, which leaves it little room on nearly every screen: what is guessed wrong is drawn twice
 */
export function useChartWidth(isOneOfSeveral = false): readonly [RefObject<HTMLDivElement>, ChartWidth] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<ChartWidth>(() =>
    isOneOfSeveral || innerWidth < NARROW ? 'narrow' : 'wide',
  );
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(entry.contentRect.width < NARROW ? 'narrow' : 'wide');
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
