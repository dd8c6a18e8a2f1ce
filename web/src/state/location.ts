import { useEffect, useState } from 'preact/hooks';
import { type ViewName, WORKBENCH_VIEWS } from '../../../src/domain/workbench-view.ts';

/** Where the reader is. */
export interface Place {
  readonly view: ViewName;
  readonly search: string;
}

/** The place that an address names; an address without a view is the overview. */
export function placeOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Place {
  return { view: WORKBENCH_VIEWS.find((one) => `/${one}` === pathname) ?? 'overview', search };
}

/** The place as it changes, and the way to another: the address bar follows, so that a link leads back. */
export function usePlace(): readonly [Place, (view: ViewName, search?: string) => void] {
  const [place, setPlace] = useState(() => placeOf(location));
  useEffect(() => {
    const follow = (): void => setPlace(placeOf(location));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (view: ViewName, search = ''): void => {
    history.pushState(null, '', `/${view}${search}`);
    setPlace({ view, search });
  };
  return [place, go];
}
