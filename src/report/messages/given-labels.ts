import type { ReportLanguage } from '../../study/config.ts';
import type { Messages } from './messages.ts';

/** What is said otherwise where the labels came with the records and no classifier made them. */
interface GivenLabelWords {
  /** Stands wherever `word.uncorrected` stands. */
  readonly uncorrected: string;
  readonly gapMethod: string;
  readonly exhibits: string;
  readonly probability: (percent: string) => string;
  readonly annotator: (layer: string) => string;
  readonly method: string;
  readonly limitTitle: string;
  readonly limitBody: string;
  readonly count: string;
}

const WORDS: Readonly<Record<ReportLanguage, GivenLabelWords>> = {
  en: {
    uncorrected: 'uncorrected for errors in the labels given',
    gapMethod:
      'The interval of the gap is made from the two intervals above, taking the classes as independent (method of variance estimates recovery, Zou and Donner 2008). It is uncorrected for errors in the labels given: where they err differently in the two classes, the gap may be their own.',
    exhibits:
      'Quotes show what the labels given call against or in favour, their mistakes included. They are examples, not evidence of how common a view is.',
    probability: (percent) => `probability given with the record ${percent}`,
    annotator: (layer) =>
      `Layer “${layer}” was not annotated by a model: the labels came with the records and are counted as they are.`,
    method:
      'Labels that come with records hold mistakes too, and they do not cancel. No figure here is corrected for them; the intervals carry sampling error only.',
    limitTitle: 'Uncorrected for errors in the labels given',
    limitBody:
      'Labels of stance came with the records. Nothing here checks or corrects them. If their mistakes differ between classes or change over time, a difference shown here may be theirs.',
    count: 'count of the labels given',
  },
  ru: {
    uncorrected: 'без поправки на ошибки в готовых метках',
    gapMethod:
      'Интервал разрыва получен из двух интервалов, показанных выше; классы считаются независимыми (метод восстановления дисперсий, Zou и Donner, 2008). Поправки на ошибки в готовых метках нет: если ошибки в двух классах различаются, разрыв может быть вызван этим.',
    exhibits:
      'Цитаты показывают, что готовые метки относят к «против» или «за», вместе с их ошибками. Это примеры: о распространённости взгляда они не говорят.',
    probability: (percent) => `вероятность из записи: ${percent}`,
    annotator: (layer) =>
      `Слой «${layer}» не размечался моделью: метки получены вместе с записями и учтены как есть.`,
    method:
      'В готовых метках тоже есть ошибки, и они не гасят друг друга. Ни одно число здесь на них не исправлено; интервалы учитывают только ошибку выборки.',
    limitTitle: 'Без поправки на ошибки в готовых метках',
    limitBody:
      'Метки позиции получены вместе с записями; здесь их никто не проверял и не исправлял. Если ошибки различаются между классами или меняются со временем, показанное различие может быть вызвано ими.',
    count: 'подсчёт готовых меток',
  },
  zh: {
    uncorrected: '未校正已有标签的误差',
    gapMethod:
      '差距的区间由上文两个区间推得，并假定两类来源相互独立（方差估计恢复法，Zou 与 Donner，2008）。未校正已有标签的误差：如果标签在两类来源中的错误不同，差距可能由此造成。',
    exhibits:
      '引文显示已有标签把哪些话归为反对或支持，其中包括误判。它们只是例子，不能说明某种看法有多普遍。',
    probability: (percent) => `记录自带的概率：${percent}`,
    annotator: (layer) => `“${layer}”层未由模型标注：标签随记录提供，按原样计数。`,
    method:
      '随记录提供的标签也会有错，而且这些错误不会相互抵消。此处所有数值均未就此校正，区间只包含抽样误差。',
    limitTitle: '未校正已有标签的误差',
    limitBody:
      '立场标签随记录提供，此处未加检验或校正。如果标签的错误因类别而异或随时间变化，此处显示的差异可能由这些错误造成。',
    count: '对已有标签计数',
  },
};

/** The words of a report whose labels came with the records: still uncorrected, but by no classifier. */
export function wordGivenLabels(messages: Messages, language: ReportLanguage): Messages {
  const words = WORDS[language];
  const { index, contrasts, levels, limits } = messages;
  const reworded = (text: string): string => text.replace(messages.word.uncorrected, words.uncorrected);
  return {
    ...messages,
    word: { ...messages.word, uncorrected: words.uncorrected },
    index: { ...index, reading: (level) => reworded(index.reading(level)) },
    contrasts: { ...contrasts, caption: (p) => reworded(contrasts.caption(p)) },
    levels: {
      ...levels,
      captionWhole: (period) => reworded(levels.captionWhole(period)),
      captionLast: reworded(levels.captionLast),
    },
    gap: { ...messages.gap, method: words.gapMethod },
    exhibits: { ...messages.exhibits, intro: words.exhibits, probability: words.probability },
    method: {
      ...messages.method,
      annotator: ({ layer }) => words.annotator(layer),
      uncorrected: words.method,
    },
    limits: {
      ...limits,
      code: {
        ...limits.code,
        uncorrected: { ...limits.code.uncorrected, title: words.limitTitle, body: words.limitBody },
      },
    },
    phrase: { ...messages.phrase, 'classify-and-count': words.count },
  };
}
