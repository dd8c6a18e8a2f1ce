import type { Behaviour } from '../../domain/behaviour.ts';

/** How a line between two accounts is drawn. */
interface TieStyle {
  readonly color: string;
  readonly dash: string;
  readonly width: number;
}

/** Lines differ by their dashes, and by colour beside. */
const STYLES: Readonly<Record<Behaviour, TieStyle>> = {
  'copied-text': { color: 'var(--line-0)', dash: 'none', width: 1.2 },
  link: { color: 'var(--line-1)', dash: '6 2.5', width: 1.2 },
  hashtags: { color: 'var(--line-2)', dash: '1.5 2.5', width: 1.5 },
  repost: { color: 'var(--line-3)', dash: '8 2.5 1.5 2.5', width: 1.2 },
  time: { color: 'var(--coverage)', dash: '12 5', width: 1.2 },
  'one-text': { color: 'var(--ink)', dash: '3 1.5', width: 0.9 },
};

/** Style of a behaviour; null: it is withheld what the line stands for. */
export function tieStyle(behaviour: Behaviour | null): TieStyle {
  return behaviour === null ? { color: 'var(--hatch)', dash: 'none', width: 0.8 } : STYLES[behaviour];
}
