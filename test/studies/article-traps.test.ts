import { describe, expect, test } from 'vitest';
import { placesOf } from '../../models/training/common-sense-cases.ts';
import { DEFAULT_STANCE_MODEL, loadStanceAnnotator } from '../../src/annotate/stance/load-annotator.ts';
import {
  checkFacts,
  checkQuoteAgainst,
  prepareRecord,
  unnamedShares,
} from '../../src/article/check-facts.ts';
import { classWords } from '../../src/article/class-words.ts';
import { judgeQuote } from '../../src/article/judge-quote.ts';
import type { Ledger, LedgerSentence } from '../../src/article/ledger-spec.ts';
import { markArticle } from '../../src/article/mark-article.ts';
import { splitArticle } from '../../src/article/split-article.ts';
import { createSuggester } from '../../src/article/suggest-claim.ts';
import type { CheckedQuote, CheckedSentence } from '../../src/domain/checked-article.ts';
import { composeArticle } from '../../src/report/compose-article.ts';
import { sampleFinding } from '../../src/report/fixtures/sample-finding.ts';
import { createReportContext } from '../../src/report/report-context.ts';
import type { QuoteCandidate } from '../../src/store/queries/quote-candidates.ts';
import { findPopulationWords } from '../../src/text/population-words.ts';

const LAB = { id: 'lab', names: ['Opinion Lab', 'OpinionLab.AI', '观点实验室', 'Laboratory of Opinions'] };
const FOUNDER = { id: 'founder', names: ['Berger', '贝格尔', 'Bergera'] };

const finding = sampleFinding();
const { targets, classes, themes } = finding.study;
const study = {
  id: 'sample-study',
  claims: [],
  targets: targets.map((one) => ({ ...one, aliases: { en: [one.label] }, exclude: {} })),
  themes: themes.map((one) => ({ ...one, terms: {} })),
  events: [],
};
const suggester = createSuggester(study as never, classWords(classes as never, {}));

function checked(
  text: string,
  change: Partial<LedgerSentence> = {},
  more: { readonly quotes?: readonly CheckedQuote[]; readonly entities?: Ledger['entities'] } = {},
) {
  const sentences = splitArticle(text);
  const entries = sentences.map((one) => ({
    id: one.id,
    text: one.text,
    kind: 'third-party' as const,
    confirmed: true,
    ...change,
  }));
  return markArticle(sentences, {
    name: 'piece.txt',
    text,
    study: study as never,
    finding,
    ledger: { article: 'piece.txt', study: study.id, sentences: entries, entities: more.entities ?? [] },
    facts: [],
    suggester,
    quotes: new Map([[sentences[0]?.id ?? '', more.quotes ?? []]]),
  });
}
const flagsOf = (one: CheckedSentence | undefined): string[] => (one?.flags ?? []).map(({ kind }) => kind);

const candidate = (text: string, source = 'source-public'): QuoteCandidate => ({
  documentId: 7n,
  source,
  text,
  publishedAt: Date.UTC(2024, 6, 3),
  precision: 'day',
  language: 'ru',
  url: null,
  recordHash: 'ab'.repeat(32),
});
const judge = (words: string, texts: readonly string[], isOriginal = false) =>
  judgeQuote(
    words,
    texts.map((text) => candidate(text)),
    {
      study: {
        sources: [{ id: 'source-public', class: 'public' }],
        classes: [],
        privacy: { profile: 'verbatim-institutions', privateWords: 'excerpt' },
      } as never,
      isOriginal,
      isLanguageCollected: /\p{Script=Cyrillic}/u.test(words),
    },
  );
const annotator = loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
const read = async (text: string, target: string, language: string) => {
  const [result] = await (await annotator).annotate([{ text, spans: placesOf(text, target), language }]);
  return result?.label;
};
const POST = 'Они отрезали нам поставку деталей и слушаются чужих санкций, какие же это союзники после этого';

describe('traps of a real article', () => {
  test('1 names: one firm and one man under every spelling', () => {
    const text =
      'Opinion Lab said so. 观点实验室的贝格尔不同意。 Bergera of the Laboratory of Opinions agreed with OpinionLab.AI.';
    const { entities } = checked(text, {}, { entities: [LAB, FOUNDER] });
    expect(entities.map(({ id, used, sentences }) => [id, used.length, sentences.length])).toEqual([
      ['lab', 4, 3],
      ['founder', 2, 2],
    ]);
  });

  const record = prepareRecord(
    [
      {
        id: 'group',
        about: ['Group of Friends', 'Группа друзей', '之友'],
        date: '2024-09-27',
        source: 'release',
      },
      { id: 'minister', about: ['Group of Friends'], speaker: 'Berger', words: POST, source: 'transcript' },
      { id: 'share', about: ['investment'], number: 0.3, base: 'investment abroad', source: 'newspaper' },
    ],
    [FOUNDER],
  );

  test('2 date: another month than the record has, in three languages', () => {
    for (const text of [
      'In August 2024 the Group of Friends met.',
      'В августе 2024 года собралась Группа друзей.',
      '2024年8月，和平之友成立。',
    ])
      expect(checkFacts({ text, record: null }, record)).toMatchObject([
        { kind: 'other-date', record: 'group', recorded: '2024-09-27' },
      ]);
    expect(checkFacts({ text: 'In September 2024 the Group of Friends met.', record: null }, record)).toEqual(
      [],
    );
  });

  test('3 quote: other words than the record has of this speaker, under any of his names', () => {
    const text = '贝格尔 said of the Group of Friends: “We will be glad to join”.';
    expect(checkQuoteAgainst('We will be glad to join', { text, record: null }, record)).toEqual({
      result: 'conflicts-with-record',
      reason: 'differs-from-record',
      record: 'minister',
    });
    expect(checkQuoteAgainst(POST, { text, record: null }, record)?.result).toBe('found');
    expect(
      checkQuoteAgainst('We will be glad', { text: 'Nobody said: “We will be glad”.', record: null }, record),
    ).toBe(null);
  });

  test('4 word: a survey where nobody was asked', () => {
    const [one] = checked('The survey found dissatisfaction.').sentences;
    expect(flagsOf(one)).toContain('population-word');
    expect(
      flagsOf(checked('The survey found dissatisfaction.', { poll: 'levada' }).sentences[0]),
    ).not.toContain('population-word');
    expect(findPopulationWords('这项调查显示不满。').map(({ about }) => about)).toEqual(['poll']);
  });

  test('5 double translation: not found, found by its original, and never in quotation marks', () => {
    const words = 'They cut off our supply of parts and obey foreign sanctions';
    expect(judge(words, [POST])).toMatchObject({ result: 'not-found', reason: 'other-language' });
    expect(judge(POST.slice(0, 60), [POST], true)).toMatchObject({
      result: 'found',
      reason: 'original-found',
    });
    const text = `A blogger wrote: “${words}”.`;
    const start = text.indexOf(words);
    const quote: CheckedQuote = {
      ...{ start, end: start + words.length, line: 1, words, language: 'en', record: null, cell: null },
      ...{ original: POST, result: 'found', reason: 'original-found', sources: [], nDocuments: 1 },
    };
    const article = checked(text, { kind: 'quoted' }, { quotes: [quote] });
    const printed = JSON.stringify(composeArticle(article, text, createReportContext(finding)));
    expect(printed).toContain(`⟨${words}⟩`);
    expect(printed).not.toMatch(new RegExp(`[“”"«‘']${words}`));
  });

  test('6 class leak: what is named is not what was quoted', () => {
    const quote = {
      ...{
        start: 20,
        end: 30,
        line: 1,
        words: 'x',
        language: 'ru',
        record: null,
        cell: null,
        original: null,
        nDocuments: 1,
      },
      ...{ result: 'found' as const, reason: 'same-words' as const },
      sources: [{ class: 'officials' }],
    } as unknown as CheckedQuote;
    const flags = (text: string) =>
      flagsOf(checked(text, { kind: 'quoted' }, { quotes: [quote] }).sentences[0]);
    expect(flags('Netizens complain of it.')).toContain('other-class');
    expect(flags('Bloggers complain of it.')).toContain('other-class');
    expect(flags('Officials complain of it.')).not.toContain('other-class');
  });

  test('7 base: a share of another whole, and a share of nothing', () => {
    const inward = 'Chinese investment makes 0.3% of the inward total.';
    expect(checkFacts({ text: inward, record: null }, record)).toMatchObject([
      { kind: 'other-base', record: 'share' },
    ]);
    expect(checkFacts({ text: 'It is 0.3% of all its investment abroad.', record: null }, record)).toEqual(
      [],
    );
    expect(unnamedShares('Investment reached 0.3%.')).toEqual(['0.3%']);
    expect(unnamedShares('It reached 0.3% of the total.')).toEqual([]);
    expect(
      flagsOf(checked('Investment reached 0.3%.', { base: 'all investment abroad' }).sentences[0]),
    ).not.toContain('no-base');
  });

  test.each([
    ['favor', 'Санкции ужасны и душат нас, а Китай — надёжный друг и помогает.', 'Китай', 'ru'],
    ['favor', 'The sanctions are a disaster, but China is a reliable friend and helps us.', 'China', 'en'],
    ['favor', '制裁太糟糕了，但中国是可靠的朋友，一直帮助我们。', '中国', 'zh'],
    ['against', 'Китай нас предал: запчасти ужасные, поставки сорваны.', 'Китай', 'ru'],
    ['against', 'China betrayed us and its cars are terrible rubbish.', 'China', 'en'],
    ['against', '中国背叛了我们，质量太差，真让人失望。', '中国', 'zh'],
  ] as const)('8 target leak: %s in “%s”', async (label, text, target, language) => {
    expect(await read(text, target, language)).toBe(label);
  });

  test.each([
    ['Наши «надёжные партнёры» из Китая не приняли платёж.', 'Китая', 'ru'],
    ['Китай "помогает" нам, задирая цены втрое.', 'Китай', 'ru'],
    ['Our "true friends" from China cut off the parts.', 'China', 'en'],
    ['So much for the “reliable partner”: China stopped the payments.', 'China', 'en'],
    ['中国这个“好朋友”把零件断供了。', '中国', 'zh'],
  ] as const)(
    '9 sarcasm: praise between quotation marks is not taken at its word in “%s”',
    async (text, target, language) => {
      expect(await read(text, target, language)).not.toBe('favor');
    },
  );

  // Known, and counted on nowhere: where the rest does not tell, or without marks, irony is taken at its word. It may only get better.
  test.fails.each([
    ['Какие же это "союзники": Китай нам детали перекрыл.', 'Китай', 'ru'],
    ['Ну спасибо, Китай, удружил: детали перекрыли.', 'Китай', 'ru'],
    ['所谓“盟友”中国停止了付款。', '中国', 'zh'],
  ] as const)('9 sarcasm that is read as favor: “%s”', async (text, target, language) => {
    expect(await read(text, target, language)).not.toBe('favor');
  });

  test('11 selection: beside a quotation stands what else its class says', () => {
    const text = 'A netizen wrote of it.';
    const quote = {
      ...{
        start: 0,
        end: 1,
        line: 1,
        words: 'x',
        language: 'ru',
        record: null,
        original: null,
        nDocuments: 1,
      },
      ...{ result: 'found' as const, reason: 'same-words' as const, sources: [] },
      cell: { target: 'china', class: 'public', favorShare: 0.41, againstShare: 0.2, nMentions: 900 },
    };
    const article = checked(text, { kind: 'quoted' }, { quotes: [quote] });
    expect(JSON.stringify(composeArticle(article, text, createReportContext(finding)))).toContain('41.0%');
  });
});
