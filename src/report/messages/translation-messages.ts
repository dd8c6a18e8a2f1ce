import type { FindingManifest } from '../../domain/finding.ts';
import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';

type Kind = NonNullable<FindingManifest['annotators'][number]['kind']>;

/** Translations of quotes: whose words they are, and who got to see what. */
interface TranslationMessages {
  /** Before the quotes. */
  readonly intro: string;
  /** Over a translation. */
  readonly by: (translator: string) => string;
  /** In its place. */
  readonly none: (translator: string) => string;
  /** Who was given the words, in the data-protection statement. */
  readonly given: (kind: Kind | undefined, translator: string) => string;
  /** That a service was asked for the stance. */
  readonly stanceSent: (service: string) => string;
  readonly limit: {
    readonly title: string;
    readonly body: string;
    readonly item: (translator: string, missing: Count, wanted: Count) => string;
    readonly remedy: string;
  };
}

const en: TranslationMessages = {
  intro:
    'Beside a quote in another language stands a translation, with the name of the translator. It says what the words may mean. Nobody said it in these words: quote the original.',
  by: (translator) => `Translation by ${translator}, not the author’s words`,
  none: (translator) => `Not translated: ${translator} gave no translation.`,
  given: (kind, translator) => {
    if (kind === 'endpoint')
      return `Sent to a service to be translated, in the form in which they stand here and nothing else of the posts: the words of quotes in other languages. The service: ${translator}.`;
    if (kind === 'program')
      return `Given to a program to be translated, in the form in which they stand here: the words of quotes in other languages. Whether it sends them on is not known here. The program: ${translator}.`;
    return `Translations of quotes came with the records (${translator}); nothing was sent for them.`;
  },
  stanceSent: (service) =>
    `Sent to a service that says the stance: the texts of mentions. The service: ${service}.`,
  limit: {
    title: 'Some quotes are not translated',
    body: 'The translator failed, gave no translation, or gave one that could not be used. The quotes stand in their own language; no number rests on translations.',
    item: (translator, missing, wanted) =>
      `${translator}: ${missing.text} of ${wanted.text} ${wanted.n === 1 ? 'quote' : 'quotes'} in other languages`,
    remedy: 'mend the translator and run again: only what is missing is asked.',
  },
};

const ru: TranslationMessages = {
  intro:
    'Рядом с цитатой на другом языке стоит перевод с именем переводчика. Он показывает, что эти слова могут значить. Такими словами никто не говорил: цитируйте оригинал.',
  by: (translator) => `Перевод: ${translator}. Это не слова автора`,
  none: (translator) => `Перевода нет: ${translator} его не дал.`,
  given: (kind, translator) => {
    if (kind === 'endpoint')
      return `Внешней службе для перевода переданы слова цитат на других языках в том виде, в каком они стоят здесь; больше ничего из постов. Служба: ${translator}.`;
    if (kind === 'program')
      return `Программе для перевода переданы слова цитат на других языках в том виде, в каком они стоят здесь. Передаёт ли она их дальше, здесь неизвестно. Программа: ${translator}.`;
    return `Переводы цитат пришли вместе с записями (${translator}); ради них ничего не передавалось.`;
  },
  stanceSent: (service) =>
    `Службе, которая определяет отношение, переданы тексты упоминаний. Служба: ${service}.`,
  limit: {
    title: 'Часть цитат не переведена',
    body: 'Переводчик не сработал, не дал перевода или дал непригодный. Цитаты стоят на своём языке; ни одно число на переводах не основано.',
    item: (translator, missing, wanted) =>
      `${translator}: без перевода ${missing.text} из цитат на других языках (${wanted.text})`,
    remedy: 'исправьте переводчик и запустите снова: спрашивается только недостающее.',
  },
};

const zh: TranslationMessages = {
  intro:
    '其他语言的引文旁附有译文并注明译者。译文只说明原话可能的意思，没有人说过译文中的话：引用时请用原文。',
  by: (translator) => `译者：${translator}（译文，并非作者原话）`,
  none: (translator) => `未翻译：${translator} 没有给出译文。`,
  given: (kind, translator) => {
    if (kind === 'endpoint')
      return `其他语言引文的文字（与此处所示完全相同，不含帖子的其他内容）已发送给外部服务翻译。服务：${translator}。`;
    if (kind === 'program')
      return `其他语言引文的文字（与此处所示完全相同）已交给程序翻译；它是否再向外发送，此处无从得知。程序：${translator}。`;
    return `引文的译文随记录而来（${translator}）；没有为此发送任何内容。`;
  },
  stanceSent: (service) => `提及的正文已发送给判断立场的外部服务。服务：${service}。`,
  limit: {
    title: '部分引文没有译文',
    body: '译者出错、没有给出译文，或给出的译文不能使用。这些引文只有原文；任何数值都不依赖译文。',
    item: (translator, missing, wanted) =>
      `${translator}：其他语言的引文 ${wanted.text} 条，其中 ${missing.text} 条没有译文`,
    remedy: '修好译者后重新运行：只询问缺少的部分。',
  },
};

/** In each language of the report. */
export const TRANSLATION_MESSAGES: Readonly<Record<ReportLanguage, TranslationMessages>> = { en, ru, zh };
