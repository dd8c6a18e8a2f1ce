import {
  QUOTE_REASONS,
  type QuoteReason,
  type QuoteResult,
  type SentenceKind,
} from '../../domain/checked-article.ts';
import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';

/** An article marked sentence by sentence. */
interface ArticleMessages {
  readonly eyebrow: string;
  readonly title: (name: string) => string;
  readonly intro: string;
  readonly checkedAgainst: string;
  readonly sentences: string;
  readonly unconfirmed: string;
  readonly flagged: string;
  readonly counts: string;
  readonly toLookAt: string;
  readonly kind: Readonly<Record<SentenceKind, string>>;
  readonly suggested: string;
  readonly confirmToSee: string;
  readonly claim: string;
  readonly source: string;
  readonly base: string;
  readonly note: string;
  readonly wouldChange: string;
  readonly quote: string;
  readonly result: Readonly<Record<QuoteResult, string>>;
  readonly reason: Readonly<Record<QuoteReason, string>>;
  readonly passage: string;
  readonly nDocuments: (count: Count) => string;
  readonly cell: (favor: string, against: string, of: string) => string;
  readonly notWords: string;
  readonly population: (words: string) => string;
  readonly pollWord: (words: string) => string;
  readonly otherClass: (named: string, bound: string) => string;
  readonly noClass: (bound: string) => string;
  readonly noBase: (share: string) => string;
  readonly otherBase: (record: string, base: string) => string;
  readonly otherDate: (record: string, written: string, recorded: string) => string;
  readonly otherNumber: (record: string, written: string, recorded: string) => string;
  readonly unbound: string;
  readonly cause: string;
  readonly noSource: string;
  readonly notOriginal: string;
  readonly notSupported: (verdict: string) => string;
  readonly entities: string;
  readonly entity: string;
  readonly spellings: string;
  readonly sentencesOf: string;
  readonly unused: string;
  readonly record: string;
}

/** English. */
const enArticle: ArticleMessages = {
  eyebrow: 'Article checked sentence by sentence',
  title: (name) => `Check of ${name}`,
  intro:
    'Kinds were confirmed by a person or are suggestions of rules, and each says which. Only what is measured has a verdict of this study; facts of others, conclusions and opinions have none.',
  checkedAgainst: 'Checked against',
  sentences: 'Sentences',
  unconfirmed: 'Not yet confirmed',
  flagged: 'Sentences to look at',
  counts: 'Kinds',
  toLookAt: 'To look at',
  kind: {
    measured: 'measured',
    quoted: 'quoted',
    'third-party': 'fact of others',
    inference: 'conclusion',
    opinion: 'opinion',
    'no-claim': 'no claim',
  },
  suggested: 'suggested, not confirmed',
  confirmToSee: 'The verdict appears once a person has confirmed the entry in the ledger.',
  claim: 'Claim',
  source: 'Source',
  base: 'Share of',
  note: 'Note',
  wouldChange: 'What would change it',
  quote: 'Quotation',
  result: {
    found: '✓ found',
    paraphrase: '≈ paraphrase',
    'not-found': '– not found',
    'conflicts-with-record': '✗ unverified, conflicts with the record',
  },
  reason: QUOTE_REASONS,
  passage: 'In the corpus',
  nDocuments: (count) => `documents with these words: ${count.text}`,
  cell: (favor, against, of) =>
    `one quotation shows none of this: of the mentions it was taken from ${favor} are in favor and ${against} against (${of})`,
  notWords: 'stood in quotation marks; not shown to be the words of anyone',
  population: (words) =>
    `“${words}” speaks of a population. Posts show who posted, not what a population thinks; only a poll does. Say who was read, or attach a poll.`,
  pollWord: (words) =>
    `“${words}” speaks of asking people. Texts that were collected are no survey: nobody was asked and nobody was drawn. Say what was read, or attach a poll.`,
  otherClass: (named, bound) => `The sentence names ${named}; what it is bound to is ${bound}.`,
  noClass: (bound) => `The sentence names no kind of speaker; what it is bound to is ${bound} alone.`,
  noBase: (share) => `${share} of what? A share needs its base.`,
  otherBase: (record, base) => `The record (${record}) has this as a share of: ${base}.`,
  otherDate: (record, written, recorded) =>
    `The date differs from the record (${record}): here ${written}, there ${recorded}.`,
  otherNumber: (record, written, recorded) =>
    `The number differs from the record (${record}): here ${written}, there ${recorded}.`,
  unbound: 'A number that is presented as measured and bound to no claim of the study.',
  cause: 'It names a cause; what it is bound to shows none. The cause is a conclusion of its own.',
  noSource: 'No source or claim is named for it.',
  notOriginal:
    'Words in quotation marks are not shown to be original words: print them as a paraphrase, or supply the original.',
  notSupported: (verdict) => `The sentence says more than the study bears: ${verdict}.`,
  entities: 'One name under several spellings',
  entity: 'Name',
  spellings: 'Spellings in the article',
  sentencesOf: 'Sentences',
  unused: 'Claims of the study that no confirmed sentence is bound to',
  record: 'record',
};

/** Russian. */
const ruArticle: ArticleMessages = {
  eyebrow: 'Статья, проверенная по предложениям',
  title: (name) => `Проверка: ${name}`,
  intro:
    'Вид предложения подтвердил человек или предложили правила, и у каждого сказано, что из двух. Вердикт исследования есть только у измеренного; у сторонних фактов, выводов и мнений его нет.',
  checkedAgainst: 'Проверено по',
  sentences: 'Предложений',
  unconfirmed: 'Ещё не подтверждено',
  flagged: 'Требуют внимания',
  counts: 'Виды',
  toLookAt: 'Обратить внимание',
  kind: {
    measured: 'измерено',
    quoted: 'цитата',
    'third-party': 'сторонний факт',
    inference: 'вывод',
    opinion: 'мнение',
    'no-claim': 'не утверждение',
  },
  suggested: 'предложено, не подтверждено',
  confirmToSee: 'Вердикт появится, когда человек подтвердит запись в реестре.',
  claim: 'Утверждение',
  source: 'Источник',
  base: 'Доля от',
  note: 'Заметка',
  wouldChange: 'Что изменило бы вердикт',
  quote: 'Цитата',
  result: {
    found: '✓ найдена',
    paraphrase: '≈ пересказ',
    'not-found': '– не найдена',
    'conflicts-with-record': '✗ не подтверждена, расходится с записью',
  },
  reason: {
    'same-words': 'Эти слова стоят в документе корпуса.',
    'near-words': 'В документе есть большинство этих слов в этом порядке; дословно их там нет.',
    'original-found': 'Приведённый оригинал стоит в документе; в статье его перевод.',
    'original-near': 'В документе есть большинство слов приведённого оригинала.',
    'no-such-words': 'Ни в одном документе нет этих или почти этих слов.',
    'other-language': 'В корпусе нет документов на языке цитаты: приведите оригинал в реестре.',
    'too-short': 'Слов слишком мало, чтобы отличить один текст от другого, и дословно их нет нигде.',
    'same-as-record': 'Эти слова есть в записи.',
    'differs-from-record': 'В записи другие слова этого человека о том же.',
  },
  passage: 'В корпусе',
  nDocuments: (count) => `документов с этими словами: ${count.text}`,
  cell: (favor, against, of) =>
    `по одной цитате этого не видно: среди упоминаний, откуда она взята, за — ${favor}, против — ${against} (${of})`,
  notWords: 'в статье стоит в кавычках; не показано, что это чьи-то слова',
  population: (words) =>
    `«${words}» говорит о населении. Записи показывают, кто писал, а не что думает население; это показывает только опрос. Скажите, кого читали, или приложите опрос.`,
  pollWord: (words) =>
    `«${words}» говорит о том, что людей спрашивали. Собранные тексты не опрос: никого не спрашивали и не отбирали. Скажите, что читали, или приложите опрос.`,
  otherClass: (named, bound) => `В предложении названо: ${named}; привязано оно к другому: ${bound}.`,
  noClass: (bound) => `В предложении не сказано, чьи это слова; привязано оно только к одному: ${bound}.`,
  noBase: (share) => `${share} от чего? Доле нужна база.`,
  otherBase: (record, base) => `По записи (${record}) это доля от другого: ${base}.`,
  otherDate: (record, written, recorded) =>
    `Дата расходится с записью (${record}): здесь ${written}, там ${recorded}.`,
  otherNumber: (record, written, recorded) =>
    `Число расходится с записью (${record}): здесь ${written}, там ${recorded}.`,
  unbound: 'Число подано как измеренное и не привязано ни к одному утверждению исследования.',
  cause: 'В нём названа причина; то, к чему оно привязано, причины не показывает. Причина — отдельный вывод.',
  noSource: 'Не назван ни источник, ни утверждение.',
  notOriginal:
    'Не показано, что слова в кавычках подлинные: печатайте их как пересказ или приведите оригинал.',
  notSupported: (verdict) => `Предложение говорит больше, чем даёт исследование: ${verdict}.`,
  entities: 'Одно имя в разных написаниях',
  entity: 'Имя',
  spellings: 'Написания в статье',
  sentencesOf: 'Предложений',
  unused: 'Утверждения исследования, к которым не привязано ни одно подтверждённое предложение',
  record: 'запись',
};

/** Chinese. */
const zhArticle: ArticleMessages = {
  eyebrow: '逐句核查的文章',
  title: (name) => `核查：${name}`,
  intro:
    '每句的类型由人确认，或由规则建议，均已注明。只有“已测量”的句子有本研究的判定；他方事实、推断和看法没有判定。',
  checkedAgainst: '核查依据',
  sentences: '句数',
  unconfirmed: '尚未确认',
  flagged: '需要留意的句子',
  counts: '类型',
  toLookAt: '需要留意',
  kind: {
    measured: '已测量',
    quoted: '引语',
    'third-party': '他方事实',
    inference: '推断',
    opinion: '看法',
    'no-claim': '非论断',
  },
  suggested: '规则建议，未经确认',
  confirmToSee: '在台账中由人确认后才显示判定。',
  claim: '论断',
  source: '来源',
  base: '占比基数',
  note: '备注',
  wouldChange: '什么会改变判定',
  quote: '引语',
  result: {
    found: '✓ 找到',
    paraphrase: '≈ 转述',
    'not-found': '– 未找到',
    'conflicts-with-record': '✗ 未证实，与记录不符',
  },
  reason: {
    'same-words': '语料中有文档包含这些原话。',
    'near-words': '有文档依此次序包含其中大部分词语，但并非原话。',
    'original-found': '所提供的原文见于文档；文章中的是译文。',
    'original-near': '有文档包含所提供原文的大部分词语。',
    'no-such-words': '没有文档包含这些或相近的词语。',
    'other-language': '语料中没有该引语语言的文档：请在台账中提供原文。',
    'too-short': '词语太少，无法区分不同文本，且没有文档与之完全相同。',
    'same-as-record': '记录中有这些原话。',
    'differs-from-record': '记录中此人就此事所说的是另外的话。',
  },
  passage: '语料中的原文',
  nDocuments: (count) => `包含这些词语的文档：${count.text}`,
  cell: (favor, against, of) =>
    `单条引语看不出这一点：其所出自的提及中，赞成占${favor}，反对占${against}（${of}）`,
  notWords: '文章中置于引号内；未能证明是任何人的原话',
  population: (words) =>
    `“${words}”说的是整个人群。帖子只表明谁发了帖，不表明人群怎么想；只有民意调查可以。请写明读了谁的话，或附上民调。`,
  pollWord: (words) =>
    `“${words}”意味着询问过人。收集的文本不是调查：没有人被询问，也没有抽样。请写明读了什么，或附上民调。`,
  otherClass: (named, bound) => `句中所指为：${named}；所绑定的却是：${bound}。`,
  noClass: (bound) => `句中未说明是谁的话；所绑定的只是：${bound}。`,
  noBase: (share) => `${share}是占什么的比例？比例需要基数。`,
  otherBase: (record, base) => `据记录（${record}），该比例的基数是：${base}。`,
  otherDate: (record, written, recorded) =>
    `日期与记录（${record}）不符：此处为${written}，记录为${recorded}。`,
  otherNumber: (record, written, recorded) =>
    `数字与记录（${record}）不符：此处为${written}，记录为${recorded}。`,
  unbound: '该数字以测量结果的形式出现，却未绑定研究的任何论断。',
  cause: '句中提到原因；所绑定的论断并未显示原因。原因是另一项推断。',
  noSource: '未注明来源或论断。',
  notOriginal: '引号内的词语未能证明是原话：请作为转述刊出，或提供原文。',
  notSupported: (verdict) => `该句所说超出研究所能支持的范围：${verdict}。`,
  entities: '同一名称的不同写法',
  entity: '名称',
  spellings: '文章中的写法',
  sentencesOf: '句数',
  unused: '没有已确认句子与之绑定的研究论断',
  record: '记录',
};

/** What is said of a checked article, by language. */
export const ARTICLE_MESSAGES: Readonly<Record<ReportLanguage, ArticleMessages>> = {
  en: enArticle,
  ru: ruArticle,
  zh: zhArticle,
};
