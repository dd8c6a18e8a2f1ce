import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';
import type { Messages } from './messages.ts';
import { some } from './ru-plural.ts';

/** What is said of numbers corrected by codings. */
export interface CorrectionMessages {
  /** In captions, where the uncorrected say so: everything is corrected, or what has enough codings. */
  readonly all: string;
  readonly some: string;
  readonly byCodings: (n: Count) => string;
  readonly reading: (level: string) => string;
  readonly gapMethod: string;
  readonly method: string;
  readonly raw: (estimate: string) => string;
  readonly why: (p: {
    readonly lean: 'favor' | 'against';
    readonly error: string;
    readonly unclear: boolean;
  }) => string;
  readonly whyChange: (error: string) => string;
  readonly heading: string;
  readonly intro: string;
  readonly caption: (period: string) => string;
  readonly codings: string;
  readonly rawBalance: string;
  readonly correctedBalance: string;
  readonly netError: string;
  readonly lambda: string;
  readonly drift: (p: {
    readonly name: string;
    readonly period: string;
    readonly difference: string;
    readonly p: string;
  }) => string;
}

const en: CorrectionMessages = {
  all: 'corrected for classifier error with hand codings',
  some: 'corrected for classifier error where there are enough hand codings, otherwise uncorrected',
  byCodings: (n) => `corrected with ${n.text} hand ${n.n === 1 ? 'coding' : 'codings'}`,
  reading: (level) =>
    `Bands and whiskers are ${level} confidence intervals. Where hand codings correct a series they carry sampling error and the annotator’s error; a period holds few codings, so its correction is told by those of all periods and grows less certain where the annotator’s error moves. Lines stop where there is no estimate; hatching says why.`,
  gapMethod:
    'The interval of the gap is made from the two intervals above, taking the classes as independent (method of variance estimates recovery, Zou and Donner 2008). Where both classes are corrected by hand codings, so is the gap.',
  method:
    'People coded a sample of the mentions, drawn with known probability. Each corrected number is the mean of the annotator’s probabilities over all mentions, plus the mean difference between coding and probability over the codings, each weighted by one over its probability (prediction-powered inference, PPI++; design-based supervised learning). However wrong the annotator, this is right on average; its errors make the interval wider, not the number wrong. How far the probabilities are relied on is chosen for the smallest variance. Levels and comparisons rest on the codings of their own days where there are enough; a period of a series rests on all codings, with an error of the annotator that may drift as a random walk. Intervals carry sampling error and the annotator’s error.',
  raw: (estimate) => `Uncorrected, by counting labels, it would be ${estimate}.`,
  why: (p) =>
    p.unclear
      ? `On the codings the labels’ net error is ${p.error}: it may be none.`
      : `They differ because the labels lean ${p.lean === 'favor' ? 'in favour' : 'against'}: on the codings their net error is ${p.error}.`,
  whyChange: (error) =>
    `Over the whole period the labels’ net error on the codings is ${error}; where it differs before and after, the two changes differ.`,
  heading: 'Correction by hand codings',
  intro:
    'Net balance by counting labels and corrected by the codings, with what the codings say of the labels. The net error is the labels’ balance minus the coders’ over the same mentions, each standing for those that it was drawn from. Reliance is how far the annotator’s probabilities are used: 0 = the codings alone, 1 = in full.',
  caption: (period) => `Net balance in points, ${period}`,
  codings: 'Codings',
  rawBalance: 'Counted',
  correctedBalance: 'Corrected',
  netError: 'Net error of labels',
  lambda: 'Reliance',
  drift: (p) => `${p.name}: net error in ${p.period} against the rest ${p.difference}, p\u00a0=\u00a0${p.p}`,
};

const ru: CorrectionMessages = {
  all: 'с поправкой на ошибки классификатора по ручной разметке',
  some: 'с поправкой на ошибки классификатора там, где хватает ручной разметки, иначе без неё',
  byCodings: (n) => `с поправкой по ручной разметке: ${some(n, ['метка', 'метки', 'меток'])}`,
  reading: (level) =>
    `Полосы и отрезки — доверительные интервалы ${level}. Там, где ряд исправлен по ручной разметке, они учитывают ошибку выборки и ошибку разметчика; на один отрезок времени ручных меток мало, поэтому поправка к нему опирается на метки всех отрезков и теряет точность там, где ошибка разметчика меняется. Линии прерываются, где оценки нет; причину показывает штриховка.`,
  gapMethod:
    'Интервал разрыва получен из двух интервалов, показанных выше; классы считаются независимыми (метод восстановления дисперсий, Zou и Donner, 2008). Если оба класса исправлены по ручной разметке, исправлен и разрыв.',
  method:
    'Люди разметили выборку упоминаний, извлечённых с известной вероятностью. Исправленное число — это среднее вероятностей разметчика по всем упоминаниям плюс средняя разность ручной метки и вероятности по размеченным вручную, где каждое взвешено обратно вероятности попасть в выборку (prediction-powered inference, PPI++; design-based supervised learning). Как бы ни ошибался разметчик, в среднем число верно: его ошибки делают интервал шире, а не число неверным. Степень доверия вероятностям выбирается по наименьшей дисперсии. Уровни и сравнения опираются на ручные метки своих дней, где их достаточно; отрезок ряда — на все метки, причём ошибка разметчика может меняться как случайное блуждание. Интервалы учитывают ошибку выборки и ошибку разметчика.',
  raw: (estimate) => `Без поправки, простым подсчётом меток, получилось бы ${estimate}.`,
  why: (p) =>
    p.unclear
      ? `По ручной разметке чистая ошибка меток ${p.error}: её может и не быть.`
      : `Числа расходятся, потому что метки смещены в сторону «${p.lean === 'favor' ? 'за' : 'против'}»: по ручной разметке их чистая ошибка ${p.error}.`,
  whyChange: (error) =>
    `За весь период чистая ошибка меток по ручной разметке ${error}; если до и после она разная, расходятся и два изменения.`,
  heading: 'Поправка по ручной разметке',
  intro:
    'Баланс оценок простым подсчётом меток и с поправкой, а также то, что ручная разметка говорит о метках. Чистая ошибка — баланс меток минус баланс по ручной разметке на тех же упоминаниях, каждое из которых представляет те, из которых оно выбрано. Доверие показывает, насколько использованы вероятности разметчика: 0 — только ручная разметка, 1 — полностью.',
  caption: (period) => `Баланс оценок в пунктах, ${period}`,
  codings: 'Ручных меток',
  rawBalance: 'Подсчёт',
  correctedBalance: 'С поправкой',
  netError: 'Чистая ошибка меток',
  lambda: 'Доверие',
  drift: (p) =>
    `${p.name}: чистая ошибка за ${p.period} по сравнению с остальным временем ${p.difference}, p\u00a0=\u00a0${p.p}`,
};

const zh: CorrectionMessages = {
  all: '已按人工编码校正分类器误差',
  some: '人工编码足够处已校正分类器误差，其余未校正',
  byCodings: (n) => `已按 ${n.text} 条人工编码校正`,
  reading: (level) =>
    `带状区域和线段为${level}置信区间。经人工编码校正的序列，其区间包含抽样误差和标注器误差；单个时段的编码很少，其校正由所有时段的编码推得，标注器误差变动处更不确定。没有估计值处线条中断，原因见阴影。`,
  gapMethod:
    '差距的区间由上文两个区间推得，并假定两类来源相互独立（方差估计恢复法，Zou 与 Donner，2008）。两类均经人工编码校正时，差距也已校正。',
  method:
    '由人工对以已知概率抽取的部分提及进行编码。校正值等于标注器概率在全部提及上的平均，加上编码与概率之差在编码样本上的平均，每条按入样概率的倒数加权（预测增强推断 PPI++；基于设计的监督学习）。无论标注器错得多厉害，校正值平均而言仍然正确：其错误只会使区间变宽，不会使数值有偏。对概率的依赖程度按方差最小选定。水平值与比较在编码足够时只用相应日期内的编码；序列中的单个时段则使用全部编码，并允许标注器误差按随机游走变动。区间包含抽样误差和标注器误差。',
  raw: (estimate) => `若不校正而直接对标签计数，则为 ${estimate}。`,
  why: (p) =>
    p.unclear
      ? `在人工编码上，标签的净误差为 ${p.error}，可能并无误差。`
      : `两者不同，是因为标签偏向${p.lean === 'favor' ? '支持' : '反对'}：在人工编码上其净误差为 ${p.error}。`,
  whyChange: (error) => `整个时段内，人工编码显示标签的净误差为 ${error}；若前后不同，两个变化值便不同。`,
  heading: '按人工编码的校正',
  intro:
    '直接计数与校正后的净倾向，以及人工编码对标签的评价。净误差为同一批提及上标签的净倾向减去编码员的净倾向，每条提及代表其所抽自的总体。依赖程度表示标注器概率的使用程度：0 为只用人工编码，1 为完全使用。',
  caption: (period) => `净倾向（百分点），${period}`,
  codings: '编码数',
  rawBalance: '计数',
  correctedBalance: '校正后',
  netError: '标签净误差',
  lambda: '依赖程度',
  drift: (p) => `${p.name}：${p.period}的净误差与其余时间相差 ${p.difference}，p\u00a0=\u00a0${p.p}`,
};

/** By language. */
export const CORRECTION_MESSAGES: Readonly<Record<ReportLanguage, CorrectionMessages>> = { en, ru, zh };

/** The words of a report in which all numbers of stance, or some, are corrected by codings. */
export function wordCorrections(
  messages: Messages,
  language: ReportLanguage,
  corrected: 'all' | 'some',
): Messages {
  const words = CORRECTION_MESSAGES[language];
  const { contrasts, levels, tests, word } = messages;
  const reworded = (text: string): string => text.replace(word.uncorrected, words[corrected]);
  return {
    ...messages,
    index: { ...messages.index, reading: words.reading },
    contrasts: { ...contrasts, caption: (p) => reworded(contrasts.caption(p)) },
    tests: { ...tests, caption: (event) => reworded(tests.caption(event)) },
    levels: {
      ...levels,
      captionWhole: (period) => reworded(levels.captionWhole(period)),
      captionLast: reworded(levels.captionLast),
    },
    gap: { ...messages.gap, method: words.gapMethod },
    method: { ...messages.method, uncorrected: words.method },
  };
}
