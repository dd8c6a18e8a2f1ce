import type { Correction, Mix } from '../../domain/estimate.ts';
import type { ReportLanguage } from '../../study/config.ts';
import type { NumberKind } from '../number-place.ts';

/** What is said of one number when a reader asks. */
export interface BasisMessages {
  readonly close: string;
  /** Of all notes together. */
  readonly heading: string;
  /** On paper, where notes cannot open. */
  readonly printed: string;
  readonly kind: Readonly<Record<NumberKind, string>>;
  readonly value: string;
  readonly standardError: string;
  readonly counts: string;
  readonly counted: (p: {
    readonly mentions: string;
    readonly authors: string;
    readonly texts: string;
    readonly size: string | null;
  }) => string;
  readonly method: string;
  readonly correction: Readonly<Record<Correction, string>>;
  readonly mix: Readonly<Record<Mix, string>>;
  readonly part: string;
  readonly posts: string;
  /** Over the table of a series: what sets a number apart, the number, and what it rests on. */
  readonly columns: readonly string[];
  /** After a command that wants the last cell of a row. */
  readonly rowEnding: string;
}

/** What is said of one number, by language. */
export const BASIS_MESSAGES: Readonly<Record<ReportLanguage, BasisMessages>> = {
  en: {
    close: 'Close',
    heading: 'What the numbers in the tables rest on',
    printed:
      'What each number rests on stands in report.html: interval, counts, method, and the command that lists its mentions (groundswell mentions).',
    kind: {
      level: 'over the whole period',
      series: 'in one period',
      before: 'before the event',
      after: 'after the event',
      effect: 'after minus before the event',
      step: 'change of level at the event, from the series',
      difference: 'difference of two classes',
      halves: 'second half of the period minus the first',
      'tier-step': 'one tier minus the one before it',
      'tier-slope': 'difference by step of the order',
      contribution: 'contribution to the change',
      excess: 'contribution beyond its size',
    },
    value: 'Value',
    standardError: 'standard error',
    counts: 'Rests on',
    counted: (p) =>
      `mentions ${p.mentions}, authors ${p.authors}, groups of copies ${p.texts}${p.size === null ? '' : `, effective sample size ${p.size}`}`,
    method: 'How',
    correction: { none: 'uncorrected for classifier error', dsl: 'corrected by codings' },
    mix: { observed: 'mix of sources as collected', fixed: 'fixed mix of sources' },
    part: 'decomposition of the change; its parts add up to it',
    posts: 'Its mentions',
    columns: [
      'Of',
      'Value',
      'Standard error',
      'Mentions',
      'Authors',
      'Groups of copies',
      'Effective sample size',
    ],
    rowEnding: 'with the last cell of the row at its end',
  },
  ru: {
    close: 'Закрыть',
    heading: 'На чём основаны числа в таблицах',
    printed:
      'На чём основано каждое число, сказано в report.html: интервал, счёт, способ и команда, которая перечисляет упоминания (groundswell mentions).',
    kind: {
      level: 'за весь период',
      series: 'за один отрезок времени',
      before: 'до события',
      after: 'после события',
      effect: 'после события минус до него',
      step: 'изменение уровня в день события, по ряду',
      difference: 'разность двух классов',
      halves: 'вторая половина периода минус первая',
      'tier-step': 'ступень минус предыдущая',
      'tier-slope': 'разница на ступень порядка',
      contribution: 'вклад в изменение',
      excess: 'вклад сверх доли',
    },
    value: 'Значение',
    standardError: 'стандартная ошибка',
    counts: 'Основано на',
    counted: (p) =>
      `упоминаний ${p.mentions}, авторов ${p.authors}, групп копий ${p.texts}${p.size === null ? '' : `, эффективный объём выборки ${p.size}`}`,
    method: 'Как',
    correction: { none: 'без поправки на ошибки классификатора', dsl: 'с поправкой по ручной разметке' },
    mix: { observed: 'состав источников как собран', fixed: 'постоянный состав источников' },
    part: 'разложение изменения; его части в сумме дают изменение',
    posts: 'Его упоминания',
    columns: [
      'За что',
      'Значение',
      'Стандартная ошибка',
      'Упоминания',
      'Авторы',
      'Группы копий',
      'Эффективный объём выборки',
    ],
    rowEnding: 'с последней ячейкой строки в конце',
  },
  zh: {
    close: '关闭',
    heading: '表中数字的依据',
    printed:
      '每个数字的依据见 report.html：区间、计数、方法，以及列出相关提及的命令（groundswell mentions）。',
    kind: {
      level: '整个时期',
      series: '单个时段',
      before: '事件之前',
      after: '事件之后',
      effect: '事件之后减去之前',
      step: '事件处的水平变化（由序列得出）',
      difference: '两个类别之差',
      halves: '时期的后半减前半',
      'tier-step': '层级减去上一层级',
      'tier-slope': '每一层级的差异',
      contribution: '对变化的贡献',
      excess: '超出其份额的贡献',
    },
    value: '数值',
    standardError: '标准误',
    counts: '依据',
    counted: (p) =>
      `提及 ${p.mentions}，作者 ${p.authors}，副本组 ${p.texts}${p.size === null ? '' : `，有效样本量 ${p.size}`}`,
    method: '方法',
    correction: { none: '未校正分类器误差', dsl: '已按人工编码校正' },
    mix: { observed: '按收集到的来源构成', fixed: '固定的来源构成' },
    part: '对变化的分解；各部分之和等于变化',
    posts: '相关提及',
    columns: ['数字所属', '数值', '标准误', '提及', '作者', '副本组', '有效样本量'],
    rowEnding: '末尾接该行最后一格',
  },
};
