import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';

/** Polls beside the index. */
export interface PollMessages {
  readonly heading: string;
  readonly intro: string;
  readonly caption: (p: { poll: string; measure: string; target: string; class: string }) => string;
  readonly asked: string;
  readonly fieldwork: string;
  readonly respondents: string;
  readonly poll: string;
  readonly index: string;
  readonly pollChange: string;
  readonly indexChange: string;
  readonly difference: string;
  readonly outsidePeriod: string;
  readonly noChanges: string;
  readonly agreement: (p: { same: Count; changes: Count; share: string; differ: Count }) => string;
  readonly ranks: (p: { spearman: string; kendall: string }) => string;
  readonly note: string;
}

/** Words of the section on polls in each language. */
export const POLL_MESSAGES: Readonly<Record<ReportLanguage, PollMessages>> = {
  en: {
    heading: 'Beside polls',
    intro:
      'A poll asks a sample of a population; the index counts what is written in this corpus. They measure different things: agreement supports neither, disagreement refutes neither, and both are shown.',
    caption: (p) => `${p.poll}: ${p.measure}, in points. Target: ${p.target}; class: ${p.class}`,
    asked: 'Poll and question',
    fieldwork: 'Fieldwork',
    respondents: 'Respondents',
    poll: 'Poll',
    index: 'Index of those days',
    pollChange: 'Poll since the wave before',
    indexChange: 'Index since then',
    difference: 'Changes apart',
    outsidePeriod: 'outside the period of the study',
    noChanges: 'There are no two waves of one question with an index, so no change can be compared.',
    agreement: (p) =>
      `${p.same.text} of ${p.changes.text} changes have the same sign in poll and index (share ${p.share}). For ${p.differ.text} of them the interval of the difference excludes zero: there poll and index disagree.`,
    ranks: (p) => `Order of the waves: Spearman ${p.spearman}, Kendall ${p.kendall}.`,
    note: 'The interval of the poll is Wilson’s for the respondents given, as if they were drawn at random. That of the index carries sampling error only. Waves in a row share a wave, so the counts are not independent.',
  },
  ru: {
    heading: 'Рядом с опросами',
    intro:
      'Опрос спрашивает выборку из населения, а индекс считает написанное в этом корпусе. Они измеряют разное: совпадение не подтверждает, а расхождение не опровергает ни того, ни другого; показано и то, и другое.',
    caption: (p) => `${p.poll}: ${p.measure}, п. п. Объект: ${p.target}; класс: ${p.class}`,
    asked: 'Опрос и вопрос',
    fieldwork: 'Дни опроса',
    respondents: 'Опрошено',
    poll: 'Опрос',
    index: 'Индекс в эти дни',
    pollChange: 'Опрос: к прошлой волне',
    indexChange: 'Индекс: за то же время',
    difference: 'Разница изменений',
    outsidePeriod: 'вне периода исследования',
    noChanges: 'Нет двух волн одного вопроса с индексом, поэтому сравнить изменения нельзя.',
    agreement: (p) =>
      `Одинаковый знак в опросе и индексе: изменений ${p.same.text} из ${p.changes.text} (доля ${p.share}). Интервал разницы не включает ноль: ${p.differ.text}; в них опрос и индекс расходятся.`,
    ranks: (p) => `Порядок волн: Спирмен ${p.spearman}, Кендалл ${p.kendall}.`,
    note: 'Интервал опроса — интервал Уилсона для указанного числа опрошенных, как при случайном отборе. Интервал индекса учитывает только ошибку выборки. У соседних изменений общая волна, поэтому подсчёты не независимы.',
  },
  zh: {
    heading: '与民意调查并列',
    intro:
      '民意调查询问的是人口的一个样本，指数统计的是本语料中的文字。两者衡量的对象不同：一致不能证实，不一致也不能否定任何一方，因此一并列出。',
    caption: (p) => `${p.poll}：${p.measure}（百分点）。对象：${p.target}；来源类别：${p.class}`,
    asked: '调查与问题',
    fieldwork: '调查日期',
    respondents: '受访人数',
    poll: '调查',
    index: '同日指数',
    pollChange: '调查较上一轮',
    indexChange: '指数同期变化',
    difference: '变化之差',
    outsidePeriod: '在研究时段之外',
    noChanges: '没有同一问题的两轮调查同时有指数，无法比较变化。',
    agreement: (p) =>
      `${p.changes.text} 次变化中有 ${p.same.text} 次调查与指数同号（占比 ${p.share}）。有 ${p.differ.text} 次变化之差的区间不含零，即调查与指数不一致。`,
    ranks: (p) => `各轮次序：Spearman ${p.spearman}，Kendall ${p.kendall}。`,
    note: '调查的区间按所给受访人数用 Wilson 法计算，视同随机抽样。指数的区间只含抽样误差。相邻的变化共用一轮调查，因此计数并不独立。',
  },
};
