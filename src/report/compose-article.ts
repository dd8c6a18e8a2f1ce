import type {
  ArticleFlag,
  CheckedArticle,
  CheckedQuote,
  CheckedSentence,
  SentenceKind,
} from '../domain/checked-article.ts';
import { SENTENCE_KINDS } from '../domain/checked-article.ts';
import type { Table } from './block.ts';
import { ARTICLE_MESSAGES } from './messages/article-messages.ts';
import type { ReportContext } from './report-context.ts';
import { changeCell, numberCell } from './sections/claim-section.ts';

/** A line under a sentence; `look` = an editor should look at it. */
interface ArticleNoteLine {
  readonly tone: 'plain' | 'look' | 'quiet';
  readonly text: string;
}

/** What is known of one sentence, ready to print. */
export interface ArticleNote {
  readonly number: number;
  readonly id: string;
  readonly kind: SentenceKind;
  readonly isConfirmed: boolean;
  readonly label: string;
  readonly lines: readonly ArticleNoteLine[];
}

/** Words of the article, ready to print. */
interface ArticlePiece {
  readonly text: string;
  /** The note of the sentence; null of one that claims nothing. */
  readonly number: number | null;
  readonly kind: SentenceKind;
}

/** A paragraph with the notes of its sentences. */
export interface ArticleParagraph {
  readonly pieces: readonly ArticlePiece[];
  readonly notes: readonly ArticleNote[];
}

/** A checked article as text and tables, before any format. */
export interface ArticleReport {
  readonly title: string;
  readonly eyebrow: string;
  readonly intro: string;
  readonly facts: readonly { readonly term: string; readonly detail: string }[];
  readonly paragraphs: readonly ArticleParagraph[];
  readonly entities: Table | null;
  readonly unused: { readonly heading: string; readonly items: readonly string[] } | null;
  /** What the brackets around words mean. */
  readonly legend: string;
}

/** Puts a checked article into words. Computes nothing. */
export function composeArticle(checked: CheckedArticle, text: string, context: ReportContext): ArticleReport {
  const { messages, finding } = context;
  const words = ARTICLE_MESSAGES[finding.study.language];
  const isNoted = ({ kind, flags }: CheckedSentence): boolean => kind !== 'no-claim' || flags.length > 0;
  const numbers = new Map(checked.sentences.filter(isNoted).map((one, i) => [one, i + 1]));
  const claimText = new Map(finding.claims.map((one) => [one.id, one.text]));
  return {
    title: words.title(checked.article.name),
    eyebrow: words.eyebrow,
    intro: words.intro,
    facts: summary(checked, context),
    paragraphs: paragraphsOf(checked.sentences, text).map((sentences) => ({
      pieces: sentences.map((one) => ({
        text: withoutFalseMarks(one),
        number: numbers.get(one) ?? null,
        kind: one.kind,
      })),
      notes: sentences.flatMap((one) => {
        const number = numbers.get(one);
        return number === undefined ? [] : [noteOf(one, number, context)];
      }),
    })),
    entities: entityTable(checked, context),
    unused:
      checked.unusedClaims.length === 0
        ? null
        : {
            heading: words.unused,
            items: checked.unusedClaims.map(
              ({ id }) => `${id}${messages.word.colon}${claimText.get(id) ?? ''}`,
            ),
          },
    legend: `⟨…⟩${messages.word.colon}${words.notWords}`,
  };
}

function summary(
  checked: CheckedArticle,
  { messages, finding, format }: ReportContext,
): ArticleReport['facts'] {
  const words = ARTICLE_MESSAGES[finding.study.language];
  const nFlagged = checked.sentences.filter(({ flags }) => flags.length > 0).length;
  const kinds = SENTENCE_KINDS.filter((kind) => checked.counts[kind] > 0);
  const count = (n: number): string => format.count(n).text;
  return [
    { term: words.checkedAgainst, detail: `${finding.study.title} · ${format.period(finding.study.period)}` },
    { term: words.sentences, detail: count(checked.article.nSentences) },
    {
      term: words.counts,
      detail: kinds
        .map((kind) => `${words.kind[kind]}${messages.word.colon}${count(checked.counts[kind])}`)
        .join(' · '),
    },
    { term: words.unconfirmed, detail: count(checked.nUnconfirmed) },
    { term: words.flagged, detail: count(nFlagged) },
  ];
}

/** Sentences that follow each other without a line break between them. */
function paragraphsOf(sentences: readonly CheckedSentence[], text: string): CheckedSentence[][] {
  const paragraphs: CheckedSentence[][] = [];
  let end = 0;
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last === undefined || text.slice(end, sentence.start).includes('\n')) paragraphs.push([sentence]);
    else last.push(sentence);
    end = sentence.end;
  }
  return paragraphs;
}

/** Quotation marks stay only around words that were found as they stand; others get brackets. */
function withoutFalseMarks({ text, start, quotes }: CheckedSentence): string {
  let shown = text;
  for (const quote of quotes) {
    if (isOriginal(quote)) continue;
    const [from, to] = [quote.start - start, quote.end - start];
    shown = `${shown.slice(0, from - 1)}⟨${shown.slice(from, to)}⟩${shown.slice(to + 1)}`;
  }
  return shown;
}

const isOriginal = ({ result, original }: CheckedQuote): boolean => result === 'found' && original === null;

function noteOf(sentence: CheckedSentence, number: number, context: ReportContext): ArticleNote {
  const { messages, finding } = context;
  const words = ARTICLE_MESSAGES[finding.study.language];
  const { kind, isConfirmed, verdict, id } = sentence;
  const colon = messages.word.colon;
  const said = (term: string, detail: string | null): ArticleNoteLine[] =>
    detail === null ? [] : [{ tone: 'plain', text: `${term}${colon}${detail}` }];
  const parts = [
    words.kind[kind],
    ...(isConfirmed || kind === 'no-claim' ? [] : [words.suggested]),
    ...(verdict?.verdict == null ? [] : [messages.claims.verdict[verdict.verdict]]),
  ];
  return {
    number,
    id,
    kind,
    isConfirmed,
    label: parts.join(' · '),
    lines: [
      ...verdictLines(sentence, context),
      ...said(words.source, sentence.source),
      ...said(words.base, sentence.base),
      ...sentence.quotes.flatMap((quote) => quoteLines(quote, context)),
      ...sentence.flags.map(
        (flag): ArticleNoteLine => ({ tone: 'look', text: flagText(flag, sentence, context) }),
      ),
      ...said(words.note, sentence.note),
    ],
  };
}

function verdictLines({ claim, verdict }: CheckedSentence, context: ReportContext): ArticleNoteLine[] {
  const { messages, finding } = context;
  const words = ARTICLE_MESSAGES[finding.study.language];
  const colon = messages.word.colon;
  if (claim === null) return [];
  const text = finding.claims.find(({ id }) => id === claim)?.text ?? '';
  const bound: ArticleNoteLine = { tone: 'plain', text: `${words.claim} ${claim}${colon}${text}` };
  if (verdict === null) return [bound, { tone: 'quiet', text: words.confirmToSee }];
  if (verdict.verdict === null) return [bound];
  const number = numberCell(context, verdict);
  const change = changeCell(context, verdict);
  return [
    bound,
    { tone: 'plain', text: messages.claims.rule[verdict.rule] },
    {
      tone: 'plain',
      text: `${messages.claims.number}${colon}${number.text}${number.note === undefined ? '' : ` · ${number.note}`}`,
    },
    ...(change.muted === true
      ? []
      : [{ tone: 'quiet' as const, text: `${words.wouldChange}${colon}${change.text}` }]),
  ];
}

function quoteLines(quote: CheckedQuote, context: ReportContext): ArticleNoteLine[] {
  const { messages, finding, format, label } = context;
  const words = ARTICLE_MESSAGES[finding.study.language];
  const colon = messages.word.colon;
  const shown = isOriginal(quote) ? messages.word.quoted(quote.words) : `⟨${quote.words}⟩`;
  const record = quote.record === null ? '' : ` (${words.record}${colon}${quote.record})`;
  const [best] = quote.sources;
  const lines: ArticleNoteLine[] = [
    {
      tone: quote.result === 'found' ? 'plain' : 'look',
      text: `${words.quote} ${shown}${colon}${words.result[quote.result]}. ${words.reason[quote.reason]}${record}`,
    },
  ];
  if (best !== undefined) {
    const at = format.instant(best.publishedAt, best.precision);
    const place = [
      label.class(best.class),
      label.source(best.source),
      at,
      ...(best.url === null ? [] : [best.url]),
    ];
    const hash = `${context.messages.exhibits.hash} ${best.recordHash}`;
    lines.push(
      {
        tone: 'plain',
        text: `${words.passage}${colon}${best.passage === '' ? '' : `${messages.word.quoted(best.passage)} — `}${place.join(' · ')}`,
      },
      {
        tone: 'quiet',
        text: `${best.documentId} · ${hash} · ${words.nDocuments(format.count(quote.nDocuments))}`,
      },
    );
  }
  if (quote.cell !== null) {
    const share = (value: number | null): string => (value === null ? '—' : format.percent(value));
    const of = `${label.target(quote.cell.target)}, ${label.class(quote.cell.class)}, n = ${format.count(quote.cell.nMentions).text}`;
    lines.push({
      tone: 'plain',
      text: words.cell(share(quote.cell.favorShare), share(quote.cell.againstShare), of),
    });
  }
  return lines;
}

function flagText(flag: ArticleFlag, { verdict }: CheckedSentence, context: ReportContext): string {
  const { messages, finding, label } = context;
  const words = ARTICLE_MESSAGES[finding.study.language];
  const classes = (ids: readonly string[]): string =>
    ids.map((id) => label.class(id.replace(/^other:/, ''))).join(messages.word.comma);
  switch (flag.kind) {
    case 'population-word':
      return flag.about === 'poll' ? words.pollWord(flag.words) : words.population(flag.words);
    case 'other-class':
      return flag.named.length === 0
        ? words.noClass(classes(flag.bound))
        : words.otherClass(classes(flag.named), classes(flag.bound));
    case 'no-base':
      return words.noBase(flag.words);
    case 'other-base':
      return words.otherBase(flag.record, flag.base);
    case 'other-date':
      return words.otherDate(flag.record, flag.written, flag.recorded);
    case 'other-number':
      return words.otherNumber(flag.record, flag.written, flag.recorded);
    case 'unbound-number':
      return words.unbound;
    case 'cause-not-measured':
      return words.cause;
    case 'no-source':
      return words.noSource;
    case 'not-original-words':
      return words.notOriginal;
    case 'not-supported':
      return words.notSupported(
        verdict?.verdict == null ? flag.claim : messages.claims.verdict[verdict.verdict],
      );
  }
}

function entityTable(
  { entities }: CheckedArticle,
  { messages, finding, format }: ReportContext,
): Table | null {
  const words = ARTICLE_MESSAGES[finding.study.language];
  const used = entities.filter((one) => one.used.length > 0);
  if (used.length === 0) return null;
  return {
    caption: words.entities,
    columns: [words.entity, words.spellings, words.sentencesOf].map((label, i) => ({
      label,
      numeric: i === 2,
    })),
    rows: used.map((one) => [
      { text: one.id },
      { text: one.used.join(messages.word.separator) },
      { text: format.count(one.sentences.length).text },
    ]),
  };
}
