import type { ArticleSentence, SentenceCue, SentenceKind } from '../domain/checked-article.ts';
import type { ClaimConfig } from '../study/claim-config.ts';
import type { StudyConfig } from '../study/config.ts';
import { wordStem } from '../text/word-stem.ts';
import type { NamedClass } from './class-words.ts';
import { couldBeSpeech, findQuotations } from './find-quotations.ts';
import { createNameFinder, type Named } from './name-finder.ts';
import { suggestKind } from './suggest-kind.ts';

/** What the rules make of a sentence. */
export interface Suggestion {
  readonly kind: SentenceKind;
  /** Id of the claim that is most like it; null where none is like enough. */
  readonly claim: string | null;
}

/** What a sentence names of what a study declares. */
export interface SentenceNames {
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  readonly themes: readonly string[];
  readonly events: readonly string[];
}

/** Suggests what a sentence is. */
export interface Suggester {
  readonly suggest: (sentence: ArticleSentence) => Suggestion;
  readonly namesIn: (text: string) => SentenceNames;
}

/** Least likeness of a suggestion: the target, and two more things in common, or many words. */
const LEAST = 3;

type SuggesterStudy = Pick<StudyConfig, 'targets' | 'themes' | 'events' | 'claims'>;

/** Rules that liken sentences to the claims of a study: by target, class, theme, event, kind, and words. */
export function createSuggester(study: SuggesterStudy, classes: readonly NamedClass[]): Suggester {
  const finder = createNameFinder(things(study, classes));
  const claims = study.claims.map((claim) => ({ claim, words: contentWords(claim.text) }));
  const namesIn = (text: string): SentenceNames => {
    const ids = [...finder.find(text).keys()];
    const of = (kind: string): string[] =>
      ids.flatMap((id) => (id.startsWith(`${kind} `) ? [id.slice(kind.length + 1)] : []));
    return { targets: of('target'), classes: of('class'), themes: of('theme'), events: of('event') };
  };
  return {
    namesIn,
    suggest: (sentence) => {
      const names = namesIn(sentence.text);
      const words = contentWords(sentence.text);
      const scored = claims
        .map(({ claim, words: own }) => ({
          claim,
          score: likeness(claim, { ...sentence, names }) + 4 * overlap(words, own),
        }))
        .filter(({ score }) => score >= LEAST)
        .sort((a, b) => b.score - a.score || (a.claim.id < b.claim.id ? -1 : 1));
      const best = scored[0]?.claim ?? null;
      const hasSpeech = findQuotations(sentence.text).some(({ start, end }) =>
        couldBeSpeech(sentence.text.slice(start, end)),
      );
      const claim = hasSpeech && best?.kind !== 'quote' ? null : best;
      const kind = suggestKind({ cues: sentence.cues, hasSpeech, claimKind: claim?.kind ?? null });
      return { kind, claim: kind === 'no-claim' ? null : (claim?.id ?? null) };
    },
  };
}

function things({ targets, themes, events }: SuggesterStudy, classes: readonly NamedClass[]): Named[] {
  const named = (kind: string, id: string, names: Named['names']): Named => ({ id: `${kind} ${id}`, names });
  return [
    ...targets.map(({ id, label, aliases }) =>
      named('target', id, { ...aliases, und: [...(aliases['und'] ?? []), label] }),
    ),
    ...themes.map(({ id, label, terms }) =>
      named('theme', id, { ...terms, und: [...(terms['und'] ?? []), label] }),
    ),
    ...events.map(({ id, label, date }) => named('event', id, { und: [label, ...dateWords(date.start)] })),
    ...classes.map(({ id, words }) => named('class', id, { ru: words })),
  ];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A month and year as articles write them in English and Chinese; Russian months bend and are left to the words. */
function dateWords(iso: string): string[] {
  const [year, month] = [iso.slice(0, 4), Number(iso.slice(5, 7))];
  return [`${MONTHS[month - 1]} ${year}`, `${year}年${month}月`, iso.slice(0, 10)];
}

interface Seen {
  readonly cues: readonly SentenceCue[];
  readonly names: SentenceNames;
}

const KIND_CUES: Readonly<Partial<Record<ClaimConfig['kind'], readonly SentenceCue[]>>> = {
  change: ['change'],
  level: ['superlative', 'judgement', 'number'],
  gap: ['comparison'],
  driver: ['cause'],
  order: ['cause', 'comparison'],
  omission: ['comparison'],
  'external-fact': ['number'],
  quote: ['quotation'],
  opinion: ['judgement'],
};

function likeness(claim: ClaimConfig, { cues, names }: Seen): number {
  const target = claim.target === null ? 0 : names.targets.includes(claim.target) ? 1.5 : -1.5;
  const asked = askedOf(claim);
  const classes = asked.classes.filter((id) => names.classes.includes(id)).length;
  const others =
    asked.classes.length > 0 && names.classes.length > 0 && classes === 0
      ? -1
      : asked.classes.length > 0 && names.classes.length === 0
        ? -0.5
        : 0;
  const themes = asked.themes.filter((id) => names.themes.includes(id)).length;
  const themeMissing = asked.themes.length > 0 && themes === 0 ? -1.5 : 0;
  const event = asked.event !== null && names.events.includes(asked.event) ? 1 : 0;
  const kind = (KIND_CUES[claim.kind] ?? []).some((cue) => cues.includes(cue)) ? 1 : -0.5;
  return (
    target +
    (asked.classes.length === 0 ? 0 : classes / asked.classes.length) +
    others +
    themes +
    themeMissing +
    event +
    kind
  );
}

function askedOf(claim: ClaimConfig): {
  classes: readonly string[];
  themes: readonly string[];
  event: string | null;
} {
  const one = claim as Partial<{
    class: string;
    than: string;
    classes: readonly string[];
    theme: string;
    themes: readonly string[];
    event: string;
  }>;
  return {
    classes: one.classes ?? [one.class, one.than].filter((id) => id !== undefined),
    themes: one.themes ?? (one.theme === undefined ? [] : [one.theme]),
    event: one.event ?? null,
  };
}

/** Words of more than three letters by their stems, and pairs of Chinese characters. */
function contentWords(text: string): ReadonlySet<string> {
  const folded = text.toLowerCase().replaceAll('ё', 'е');
  const words = (folded.match(/[\p{Script=Latin}\p{Script=Cyrillic}]{4,}/gu) ?? []).map(wordStem);
  const han = (folded.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2)),
  );
  return new Set([...words, ...han]);
}

/** Share of the claim's words that the sentence has. */
function overlap(words: ReadonlySet<string>, own: ReadonlySet<string>): number {
  return own.size === 0 ? 0 : [...own].filter((word) => words.has(word)).length / own.size;
}
