import { DEFAULT_CLASSES } from './defaults.ts';
import { type FoundProblem, foundProblem, type ValuePath } from './found-problem.ts';
import { groupOf, itemsOf, textsOf, type WrittenGroup } from './written-study.ts';

const SECTIONS: Readonly<Record<string, string>> = {
  targets: 'target',
  classes: 'class',
  sources: 'source',
  themes: 'theme',
  events: 'event',
  claims: 'claim',
  polls: 'poll',
  regionTiers: 'tier',
};

/** Ids used twice within a section, and references to ids that are not declared. */
export function checkReferences(study: WrittenGroup): FoundProblem[] {
  const known = knownIds(study);
  const refer = (kind: Kind, value: unknown, path: ValuePath): FoundProblem[] =>
    textsOf(value, path).flatMap(({ text, path: at }) =>
      known[kind].includes(text) ? [] : [unknown(kind, text, { path: at, known: known[kind] })],
    );
  return [
    ...duplicateIds(study),
    ...itemsOf(study, 'sources').flatMap((source) =>
      refer('class', source.group['class'], [...source.path, 'class']),
    ),
    ...itemsOf(study, 'events').flatMap((event) => [
      ...refer('target', event.group['targets'], [...event.path, 'targets']),
      ...refer('class', event.group['placeboClasses'], [...event.path, 'placeboClasses']),
      ...(known.class.includes(String(event.group['control']))
        ? []
        : textsOf(event.group['control'], [...event.path, 'control']).flatMap(({ text, path }) =>
            known.target.includes(text)
              ? []
              : [unknown('target', text, { path, known: [...known.target, ...known.class] })],
          )),
    ]),
    ...itemsOf(study, 'claims').flatMap((claim) => {
      return Object.entries(CLAIM_REFERENCES).flatMap(([key, kind]) =>
        Object.hasOwn(claim.group, key) ? refer(kind, claim.group[key], [...claim.path, key]) : [],
      );
    }),
    ...itemsOf(study, 'polls').flatMap(({ group, path }) => [
      ...refer('target', group['target'], [...path, 'target']),
      ...refer('class', group['class'], [...path, 'class']),
    ]),
    ...Object.keys(groupOf(groupOf(study['weights'])['sources'])).flatMap((id) =>
      known.source.includes(id)
        ? []
        : [unknown('source', id, { path: ['weights', 'sources', id], atKey: true, known: known.source })],
    ),
  ];
}

type Kind = 'target' | 'class' | 'source' | 'theme' | 'event';

const CLAIM_REFERENCES: Readonly<Record<string, Kind>> = {
  target: 'target',
  class: 'class',
  than: 'class',
  thanTarget: 'target',
  theme: 'theme',
  themes: 'theme',
  event: 'event',
};

function knownIds(study: WrittenGroup): Readonly<Record<Kind, readonly string[]>> {
  const ids = (section: string): string[] => [
    ...new Set(itemsOf(study, section).flatMap(({ id }) => id ?? [])),
  ];
  return {
    target: ids('targets'),
    class: Array.isArray(study['classes']) ? ids('classes') : DEFAULT_CLASSES.map((each) => each.id),
    source: ids('sources'),
    theme: ids('themes'),
    event: ids('events'),
  };
}

function unknown(
  kind: Kind,
  id: string,
  where: { readonly path: ValuePath; readonly atKey?: true; readonly known: readonly string[] },
): FoundProblem {
  const known =
    where.known.length > 20 ? [...where.known.slice(0, 20), '…'].join(', ') : where.known.join(', ');
  const list = known === '' ? 'none is declared' : known;
  if (kind === 'target') return foundProblem(where, 'study/unknown-target', { target: id, known: list });
  if (kind === 'class') return foundProblem(where, 'study/unknown-class', { class: id, known: list });
  if (kind === 'source') return foundProblem(where, 'study/unknown-source', { source: id, known: list });
  if (kind === 'theme') return foundProblem(where, 'study/unknown-theme', { theme: id, known: list });
  return foundProblem(where, 'study/unknown-event', { event: id, known: list });
}

function duplicateIds(study: WrittenGroup): FoundProblem[] {
  return Object.entries(SECTIONS).flatMap(([section, what]) => {
    const seen = new Set<string>();
    return itemsOf(study, section).flatMap(({ id, path }) => {
      if (id === null) return [];
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const isText = typeof (study[section] as readonly unknown[])[Number(path[1])] === 'string';
      return [foundProblem({ path: isText ? path : [...path, 'id'] }, 'study/duplicate-id', { what, id })];
    });
  });
}
