import { stringify } from 'yaml';
import type { ArticleSentence } from '../domain/checked-article.ts';
import type { Ledger, LedgerSentence } from './ledger-spec.ts';
import type { Suggestion } from './suggest-claim.ts';

const HEAD = `# What each sentence of the article is. Read an entry beside its sentence, change kind, claim, source, base, original, record,
# poll or note, set confirmed: true, and run the command again. Without confirmed: true an entry is a suggestion and has no verdict.
# kinds: measured, quoted, third-party, inference, opinion, no-claim. Keys: docs/check-article.md.
`;

/** A sentence that is listed, with what the rules make of it. */
export interface ListedSentence {
  readonly sentence: ArticleSentence;
  readonly suggestion: Suggestion;
}

/**
 * The ledger of an article as it is now: entries of sentences that are still there stay as they were edited, entries that nobody
 * touched follow the rules, and edited entries of sentences that are gone are kept apart.
 */
export function updateLedger(
  before: Ledger | null,
  listed: readonly ListedSentence[],
  names: {
    readonly article: string;
    readonly study: string;
    /** Path of the record from the ledger, where one is given. */
    readonly record: string | null;
    readonly all: readonly ArticleSentence[];
  },
): Ledger {
  const old = new Map([...(before?.gone ?? []), ...(before?.sentences ?? [])].map((one) => [one.id, one]));
  const suggested = new Map(listed.map(({ sentence, suggestion }) => [sentence.id, suggestion]));
  const sentences = names.all.flatMap((sentence): LedgerSentence[] => {
    const entry = old.get(sentence.id);
    const suggestion = suggested.get(sentence.id);
    if (entry !== undefined && isEdited(entry)) return [{ ...entry, line: sentence.line }];
    return suggestion === undefined ? [] : [fresh(sentence, suggestion)];
  });
  const record = names.record ?? before?.record;
  const here = new Set(names.all.map(({ id }) => id));
  const gone = [...old.values()].filter((entry) => !here.has(entry.id) && isEdited(entry));
  return {
    article: names.article,
    study: names.study,
    ...(record === undefined ? {} : { record }),
    ...(before?.entities === undefined ? {} : { entities: before.entities }),
    ...(before?.classWords === undefined ? {} : { classWords: before.classWords }),
    sentences,
    ...(gone.length === 0 ? {} : { gone }),
  };
}

function fresh({ id, line, text, cues }: ArticleSentence, { kind, claim }: Suggestion): LedgerSentence {
  const bound = claim === null ? {} : { claim };
  return {
    id,
    line,
    text,
    ...(cues.length === 0 ? {} : { cues: [...cues] }),
    suggested: { kind, ...bound },
    kind,
    ...bound,
    confirmed: false,
  };
}

/** Whether a person changed an entry. */
function isEdited({ suggested, kind, claim, confirmed, ...rest }: LedgerSentence): boolean {
  const { source, base, original, record, poll, note } = rest;
  const added = [source, base, original, record, poll, note].some((value) => value !== undefined);
  return confirmed === true || added || kind !== suggested?.kind || claim !== suggested?.claim;
}

/** A ledger as YAML, the file that people edit. */
export function writeLedger(ledger: Ledger): string {
  const { sentences, gone, ...top } = ledger;
  const block = (value: unknown): string => stringify(value, { lineWidth: 0, flowCollectionPadding: true });
  const list = (entries: readonly LedgerSentence[]): string =>
    entries.map((entry) => `\n${block([entry])}`).join('');
  const body = sentences.length === 0 ? 'sentences: []\n' : `sentences:\n${list(sentences)}`;
  return `${HEAD}${block(top)}\n${body}${gone === undefined ? '' : `\ngone:\n${list(gone)}`}`;
}
