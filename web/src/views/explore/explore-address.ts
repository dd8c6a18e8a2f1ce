import type { AskedSelection, ExploreChoices, SelectionMeasure } from '../../../../src/domain/explored.ts';
import { VOICES } from '../../../../src/domain/mention.ts';
import { SELECTION_DIMENSIONS, SELECTION_MEASURES } from '../../../../src/domain/mention-selection.ts';

/** A point of the chart whose mentions are looked at. */
interface OpenPoint {
  readonly of: 0 | 1;
  /** First day of its period. */
  readonly at: string;
}

/** What the view shows: all of it stands in the address. */
export interface Explored {
  readonly selections: readonly [AskedSelection] | readonly [AskedSelection, AskedSelection];
  readonly measure: SelectionMeasure;
  readonly open: OpenPoint | null;
}

const PREFIXES = ['', 'b.'] as const;

/** Reads the address. One without a target is that of the headline. */
export function readAddress(search: string, first: ExploreChoices['first']): Explored {
  const params = new URLSearchParams(search);
  const a = readOne(params, PREFIXES[0]) ?? { ...first, from: null, to: null };
  const b = readOne(params, PREFIXES[1]);
  const measure = SELECTION_MEASURES.find((one) => one === params.get('measure')) ?? 'net';
  const at = params.get('at');
  const of = params.get('of') === 'b' && b !== null ? 1 : 0;
  return {
    selections: b === null ? [a] : [a, b],
    measure,
    open: at === null || !isDate(at) ? null : { at, of },
  };
}

function readOne(params: URLSearchParams, prefix: string): AskedSelection | null {
  const target = params.get(`${prefix}target`);
  if (target === null) return null;
  const get = (name: string): string | null => params.get(`${prefix}${name}`) || null;
  const date = (name: string): string | null => {
    const value = get(name);
    return value !== null && isDate(value) ? value : null;
  };
  return {
    target,
    class: get('class'),
    source: get('source'),
    language: get('language'),
    region: get('region'),
    theme: get('theme'),
    voice: VOICES.find((one) => one === get('voice')) ?? null,
    copies: get('copies') === 'once' ? 'once' : 'each',
    from: date('from'),
    to: date('to'),
  };
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** The address of what is shown, from `?` on. */
export function writeAddress({ selections, measure, open }: Explored): string {
  const params = new URLSearchParams();
  for (const [i, selection] of selections.entries()) {
    const prefix = PREFIXES[i] ?? '';
    params.set(`${prefix}target`, selection.target);
    for (const name of [...SELECTION_DIMENSIONS, 'from', 'to'] as const) {
      const value = selection[name];
      if (value !== null) params.set(`${prefix}${name}`, value);
    }
    if (selection.copies === 'once') params.set(`${prefix}copies`, 'once');
  }
  if (measure !== 'net') params.set('measure', measure);
  if (open !== null) {
    params.set('at', open.at);
    if (open.of === 1) params.set('of', 'b');
  }
  return `?${params}`;
}
