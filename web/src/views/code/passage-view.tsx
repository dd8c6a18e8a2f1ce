import type { Disagreement, OwnItem } from '../../../../src/server/coding/contract.ts';
import type { CodeMessages } from '../../messages/code/code-messages.ts';
import { partsOfPassage } from './coding-desk.ts';

/** The words around a mention. What people wrote is only ever the text of a node. */
export function PassageText({ item }: { readonly item: OwnItem | Disagreement }) {
  const [before, target, after] = partsOfPassage(item.passage);
  const known = /^[a-z]{2,3}$/.test(item.language) && item.language !== 'und';
  return (
    <blockquote dir="auto" {...(known ? { lang: item.language } : {})}>
      {before}
      {target !== '' && <mark>{target}</mark>}
      {after}
    </blockquote>
  );
}

/** A mention to be coded: the question, the words, and what was said of it. */
export function PassageView(props: {
  readonly item: OwnItem;
  readonly place: string;
  readonly code: CodeMessages;
}) {
  const { item, place, code } = props;
  const state = item.label === null ? code.desk.notCoded : code.desk.coded(code.label[item.label]);
  return (
    <section class="passage" data-mention={item.id} aria-live="polite" aria-atomic="true">
      <h2>{code.desk.question(item.target)}</h2>
      <PassageText item={item} />
      <p class="note">
        {place} · {state}
      </p>
    </section>
  );
}
