import type { Count } from '../locale-format.ts';

/** Classes beside each other. */
export interface ClassContrastMessages {
  readonly heading: string;
  readonly intro: string;
  /** Comparisons: those shown, those that can be told from no difference, all. */
  readonly shown: (shown: Count, told: Count, all: Count) => string;
  readonly balanceCaption: (target: string) => string;
  readonly omissionCaption: (target: string) => string;
  readonly first: string;
  readonly second: string;
  readonly balances: string;
  readonly difference: string;
  readonly theme: string;
  readonly more: string;
  readonly less: string;
  readonly ratio: string;
  readonly never: string;
  readonly method: string;
}

/** English. */
export const enClassContrasts: ClassContrastMessages = {
  heading: 'Classes beside each other',
  intro:
    'Both classes of a pair are taken over the same mix of periods, so that a difference is not made by one of them talking more in some months than the other.',
  shown: (shown, told, all) =>
    `Of ${all.text} comparisons, ${told.text} can be told from no difference at a false discovery rate of 5%; ${shown.text} are shown: the largest differences of balance, and themes with at least twice the share. All stand in finding.json.`,
  balanceCaption: (target) =>
    `Net balance toward ${target} in points, uncorrected for classifier error, the largest differences first`,
  omissionCaption: (target) =>
    `What one class says of ${target} and another hardly does: themes with at least twice the share of talk`,
  first: 'Class',
  second: 'Other class',
  balances: 'Net balance, class / other',
  difference: 'Difference',
  theme: 'Theme',
  more: 'Talked of in',
  less: 'Hardly in',
  ratio: 'Times as much',
  never: 'never in the other',
  method:
    'Periods weigh by how well the two can be compared in them. Intervals are clustered by author and by groups of copies. A mention of several themes counts in equal parts for each.',
};

/** Russian. */
export const ruClassContrasts: ClassContrastMessages = {
  heading: 'Классы друг против друга',
  intro:
    'Оба класса пары взяты при одинаковом составе отрезков времени, чтобы разница не возникала оттого, что один из них в какие-то месяцы говорит больше другого.',
  shown: (shown, told, all) =>
    `Всего сравнений: ${all.text}; при доле ложных находок 5 % от нулевой разницы отличимы: ${told.text}; показаны: ${shown.text} (наибольшие разницы баланса и темы, доля которых больше не менее чем вдвое). Все есть в finding.json.`,
  balanceCaption: (target) =>
    `Баланс оценок в п. п. без поправки на ошибки классификатора, наибольшие разницы сначала: ${target}`,
  omissionCaption: (target) =>
    `О чём один класс говорит, а другой почти нет (темы, доля которых больше не менее чем вдвое): ${target}`,
  first: 'Класс',
  second: 'Другой класс',
  balances: 'Баланс оценок, класс / другой',
  difference: 'Разница',
  theme: 'Тема',
  more: 'Говорят',
  less: 'Почти не говорят',
  ratio: 'Во сколько раз больше',
  never: 'в другом ни разу',
  method:
    'Отрезки времени имеют тем больший вес, чем лучше в них можно сравнить оба класса. Интервалы учитывают кластеры по авторам и по группам копий. Упоминание с несколькими темами делится между ними поровну.',
};

/** Chinese. */
export const zhClassContrasts: ClassContrastMessages = {
  heading: '类别之间的对比',
  intro: '每对类别都按相同的时段构成取值，以免差异仅仅来自其中一类在某些月份说得更多。',
  shown: (shown, told, all) =>
    `共 ${all.text} 项比较，在错误发现率 5% 下有 ${told.text} 项可与“无差异”区分；此处显示 ${shown.text} 项：净倾向差异最大者，以及份额至少相差一倍的主题。全部见 finding.json。`,
  balanceCaption: (target) => `对${target}的净倾向（百分点，未校正分类器误差），差异最大者在前`,
  omissionCaption: (target) => `关于${target}，一类在谈而另一类几乎不谈的主题：讨论份额至少相差一倍`,
  first: '类别',
  second: '另一类别',
  balances: '净倾向，该类 / 另一类',
  difference: '差异',
  theme: '主题',
  more: '谈及的类别',
  less: '几乎不谈的类别',
  ratio: '倍数',
  never: '另一类从未谈及',
  method:
    '时段按两类在其中可比的程度加权。区间按作者和文本副本组聚类。涉及多个主题的提及在各主题间平均分摊。',
};
