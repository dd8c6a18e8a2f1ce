import type { ViewName } from '../../../src/domain/workbench-view.ts';
import type { Section } from '../../../src/report/block.ts';

/** Sections of the report by view, in the order in which a view shows them. What no view names stands under the method. */
const SECTIONS: Readonly<Record<Exclude<ViewName, 'method' | 'explore'>, readonly string[]>> = {
  overview: ['index', 'changes', 'events', 'gap', 'volume', 'health'],
  why: ['drivers', 'discovered-themes', 'exhibits', 'voices'],
  claims: ['claims', 'multiverse', 'limits'],
};

/** The sections of one view, of those that the finding has. */
export function sectionsOf(view: ViewName, sections: readonly Section[]): readonly Section[] {
  if (view === 'explore') return [];
  if (view === 'method') {
    const shown = new Set(Object.values(SECTIONS).flat());
    return sections.filter(({ id }) => !shown.has(id));
  }
  return SECTIONS[view].flatMap((id) => sections.find((one) => one.id === id) ?? []);
}
