import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';

/** What the method statement speaks of, in its order. */
type MethodTerm =
  | 'corpus'
  | 'query'
  | 'classes'
  | 'copies'
  | 'annotators'
  | 'index'
  | 'intervals'
  | 'withheld'
  | 'weights'
  | 'mix'
  | 'correction'
  | 'tests'
  | 'placebos'
  | 'alike'
  | 'privacy'
  | 'software'
  | 'digests';

/** The method statement: its terms, and sentences that stand nowhere else. */
interface MethodStatementMessages {
  readonly term: Readonly<Record<MethodTerm, string>>;
  readonly names: (p: {
    readonly label: string;
    readonly names: string;
    readonly more: Count;
    /** Longer words that hold a name and are not the target; null = none. */
    readonly except: string | null;
  }) => string;
  readonly fixedMix: string;
  readonly alike: (groups: Count) => string;
  readonly software: (p: { version: string; stages: string; seed: string }) => string;
  readonly digest: {
    readonly run: string;
    readonly plan: string;
    readonly study: string;
    readonly records: string;
  };
}

/** The method statement by language. */
export const METHOD_STATEMENT_MESSAGES: Readonly<Record<ReportLanguage, MethodStatementMessages>> = {
  en: {
    term: {
      corpus: 'Corpus',
      query: 'Query',
      classes: 'Classes',
      copies: 'Copies',
      annotators: 'Annotators',
      index: 'Index',
      intervals: 'Intervals',
      withheld: 'Left out',
      weights: 'Weights',
      mix: 'Mix of sources',
      correction: 'Correction',
      tests: 'Tests',
      placebos: 'Placebos',
      alike: 'Accounts that act alike',
      privacy: 'Privacy',
      software: 'Software',
      digests: 'Digests',
    },
    names: (p) =>
      `“${p.label}”: ${p.names}${p.more.n === 0 ? '' : ` and ${p.more.text} more`}${p.except === null ? '' : `, not inside ${p.except}`}.`,
    fixedMix:
      'Numbers stand at the mix of sources as it was collected, and beside it at a fixed mix wherever the two can differ.',
    alike: (groups) =>
      groups.n === 0
        ? 'Sought by copied texts, links, hashtags, reposts and times; no group was found.'
        : `Sought by copied texts, links, hashtags, reposts and times; groups found: ${groups.text}. Their mentions are counted; the headline is also given without them.`,
    software: (p) => `Groundswell ${p.version}; stages ${p.stages}; random seed ${p.seed}`,
    digest: { run: 'run', plan: 'plan', study: 'study file', records: 'records' },
  },
  ru: {
    term: {
      corpus: 'Корпус',
      query: 'Запрос',
      classes: 'Классы',
      copies: 'Копии',
      annotators: 'Разметчики',
      index: 'Показатель',
      intervals: 'Интервалы',
      withheld: 'Что не приводится',
      weights: 'Веса',
      mix: 'Состав источников',
      correction: 'Поправка',
      tests: 'Проверки',
      placebos: 'Контрольные объекты',
      alike: 'Согласованно действующие аккаунты',
      privacy: 'Частная жизнь',
      software: 'Программа',
      digests: 'Дайджесты',
    },
    names: (p) =>
      `«${p.label}»: ${p.names}${p.more.n === 0 ? '' : ` и ещё ${p.more.text}`}${p.except === null ? '' : `, кроме ${p.except}`}.`,
    fixedMix:
      'Числа даны при том составе источников, который собран; рядом — при постоянном составе, если оба могут расходиться.',
    alike: (groups) =>
      groups.n === 0
        ? 'Поиск по копиям текстов, ссылкам, хештегам, репостам и времени; групп не найдено.'
        : `Поиск по копиям текстов, ссылкам, хештегам, репостам и времени; найдено групп: ${groups.text}. Их упоминания учтены; главное число дано и без них.`,
    software: (p) => `Groundswell ${p.version}; этапы ${p.stages}; начальное число ${p.seed}`,
    digest: { run: 'запуск', plan: 'план', study: 'файл исследования', records: 'записи' },
  },
  zh: {
    term: {
      corpus: '语料',
      query: '检索词',
      classes: '类别',
      copies: '副本',
      annotators: '标注器',
      index: '指标',
      intervals: '区间',
      withheld: '不给出的数值',
      weights: '权重',
      mix: '来源构成',
      correction: '校正',
      tests: '检验',
      placebos: '对照对象',
      alike: '行为一致的账号',
      privacy: '隐私',
      software: '软件',
      digests: '摘要值',
    },
    names: (p) =>
      `“${p.label}”：${p.names}${p.more.n === 0 ? '' : `，另有 ${p.more.text} 个`}${p.except === null ? '' : `；不含 ${p.except}`}。`,
    fixedMix: '数值按采集到的来源构成给出；凡两者可能不同之处，另附固定构成下的数值。',
    alike: (groups) =>
      groups.n === 0
        ? '按复制的文本、链接、话题标签、转发和时间查找；没有发现任何一组。'
        : `按复制的文本、链接、话题标签、转发和时间查找；发现 ${groups.text} 组。其提及照常计入，主要数值另附除去它们的结果。`,
    software: (p) => `Groundswell ${p.version}；各阶段 ${p.stages}；随机种子 ${p.seed}`,
    digest: { run: '运行', plan: '计划', study: '研究文件', records: '记录' },
  },
};
