import type { MixDimension } from '../../domain/reference-mix.ts';
import type { ReportLanguage } from '../../study/config.ts';

/** The fixed source mix beside the observed one. */
export interface MixMessages {
  readonly heading: string;
  readonly intro: string;
  /** What the reference of a class is. */
  readonly reference: (p: { class: string; shares: string }) => string;
  readonly dimension: Readonly<Record<MixDimension, string>>;
  readonly observedShares: string;
  readonly caption: (event: string) => string;
  readonly levelCaption: (period: string) => string;
  readonly observed: string;
  readonly fixed: string;
  readonly observedCorrected: string;
  readonly fixedCorrected: string;
  /** Why the four numbers differ, where codings correct. */
  readonly why: string;
  readonly composition: string;
  readonly covered: string;
  readonly note: string;
  readonly figure: (target: string, className: string) => string;
}

/** Words of the section on the fixed mix in each language. */
export const MIX_MESSAGES: Readonly<Record<ReportLanguage, MixMessages>> = {
  en: {
    heading: 'At a fixed mix of sources',
    intro:
      'Sources write more in one period and less in another. Here every period has the same mix, the reference. What moves at the observed mix and not here is a change in who was collected, not in what they say.',
    reference: (p) => `Reference of “${p.class}”: ${p.shares}.`,
    dimension: {
      source: 'source',
      language: 'language',
      region: 'region',
      activity: 'mentions of the author in the week',
    },
    observedShares: 'shares of all mentions of the period',
    caption: (event) => `“${event}”: change in net balance in points, at both mixes`,
    levelCaption: (period) => `Net balance in points, ${period}, at both mixes`,
    observed: 'Observed mix',
    fixed: 'Fixed mix',
    observedCorrected: 'Observed mix, corrected',
    fixedCorrected: 'Fixed mix, corrected',
    why: 'Read across. Counted and corrected numbers differ by the labels’ net error, which the hand codings tell; numbers at the two mixes differ by composition, that is, by who was collected. What all four show is neither an error of the labels nor a change of the mix. Intervals of corrected numbers also carry the error of drawing the codings.',
    composition: 'Part that is composition',
    covered: 'Reference covered',
    note: 'Composition is the first number minus the second; both intervals know what the numbers share. Covered is the share of the reference with mentions of its own; the rest is stood for by the category whose balance is nearest, and below 80% no number is given. Classes with a single source are the same at both mixes and left out.',
    figure: (target, name) => `Net balance toward ${target}, class “${name}”, at both mixes`,
  },
  ru: {
    heading: 'При постоянном составе источников',
    intro:
      'В разные периоды источники пишут то больше, то меньше. Здесь состав во все периоды один и тот же — эталонный. Что меняется при наблюдаемом составе и не меняется здесь, то изменилось в том, кто собран, а не в том, что они говорят.',
    reference: (p) => `Эталон класса «${p.class}»: ${p.shares}.`,
    dimension: {
      source: 'источник',
      language: 'язык',
      region: 'регион',
      activity: 'упоминаний у автора за неделю',
    },
    observedShares: 'доли среди всех упоминаний периода',
    caption: (event) => `«${event}»: изменение баланса оценок в п. п. при обоих составах`,
    levelCaption: (period) => `Баланс оценок в п. п., ${period}, при обоих составах`,
    observed: 'Наблюдаемый состав',
    fixed: 'Постоянный состав',
    observedCorrected: 'Наблюдаемый, с поправкой',
    fixedCorrected: 'Постоянный, с поправкой',
    why: 'Как читать строку. Подсчёт меток и число с поправкой расходятся на чистую ошибку меток, о которой говорит ручная разметка; числа при двух составах расходятся за счёт состава, то есть того, кто собран. Что видно во всех четырёх числах — не ошибка меток и не перемена состава. Интервалы чисел с поправкой учитывают и случайность отбора размеченных упоминаний.',
    composition: 'В том числе за счёт состава',
    covered: 'Покрытие эталона',
    note: 'Доля состава — первое число минус второе; оба интервала учитывают, что у чисел общего. Покрытие — доля эталона, у которой есть собственные упоминания; остальное представляет категория с ближайшим балансом, а при покрытии ниже 80 % число не приводится. Классы с одним источником одинаковы при обоих составах и опущены.',
    figure: (target, name) => `Баланс оценок. Объект: ${target}; класс «${name}», при обоих составах`,
  },
  zh: {
    heading: '固定来源构成下的结果',
    intro:
      '各来源在不同时段的发文量时多时少。这里各时段采用同一构成，即基准构成。在实际构成下变动、在此处不变的，是被采集者的变化，而不是其言论的变化。',
    reference: (p) => `“${p.class}”的基准构成：${p.shares}。`,
    dimension: { source: '来源', language: '语言', region: '地区', activity: '作者当周提及数' },
    observedShares: '整个时段全部提及中的占比',
    caption: (event) => `“${event}”：两种构成下净倾向的变化（百分点）`,
    levelCaption: (period) => `两种构成下的净倾向（百分点），${period}`,
    observed: '实际构成',
    fixed: '固定构成',
    observedCorrected: '实际构成，已校正',
    fixedCorrected: '固定构成，已校正',
    why: '横向阅读：计数值与校正值之差来自标签的净误差，由人工编码得知；两种构成下的数值之差来自构成，即采集到了谁。四个数值都显示的变化，既非标签误差，也非构成变化。校正值的区间还包含抽取编码样本的误差。',
    composition: '其中构成变化',
    covered: '基准覆盖率',
    note: '构成变化为第一个数减第二个数；区间已考虑两数的共同部分。覆盖率是基准构成中有自身提及的份额；其余由净倾向最接近的类别代表，低于 80% 时不给出数值。只有一个来源的类别在两种构成下相同，未列出。',
    figure: (target, name) => `净倾向，两种构成。对象：${target}；来源类别：“${name}”`,
  },
};
