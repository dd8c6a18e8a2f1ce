import type { NotTestedReason } from '../../domain/change-point.ts';
import type { Count } from '../locale-format.ts';
import { some } from './ru-plural.ts';

/** Lasting changes in the series of net balance. */
export interface ChangeMessages {
  readonly heading: string;
  readonly intro: (p: { looks: Count; rate: string; expected: string }) => string;
  readonly caption: string;
  readonly change: string;
  readonly began: string;
  readonly size: string;
  readonly kind: Readonly<Record<'step' | 'slope', string>>;
  /** Day from which a gradual change is complete. */
  readonly until: (date: string) => string;
  readonly between: (period: string) => string;
  readonly none: (looks: Count) => string;
  readonly notTested: Readonly<Record<NotTestedReason, (series: string) => string>>;
  readonly limits: (bin: 'day' | 'week' | 'month') => string;
  readonly trendCaption: string;
  readonly trendNote: (periods: Count) => string;
  readonly nowcast: string;
  readonly recent: string;
  /** Entry in the key of a chart. */
  readonly key: (level: string) => string;
}

const EN_BINS = { day: 'days', week: 'weeks', month: 'months' } as const;
const RU_BINS = { day: 'дней', week: 'недель', month: 'месяцев' } as const;
const ZH_BINS = { day: '天', week: '周', month: '个月' } as const;

/** In English. */
export const enChanges: ChangeMessages = {
  heading: 'When the level changed',
  intro: ({ looks, rate, expected }) =>
    `Every series of net balance with enough periods was searched for lasting changes, placebo targets too: ${looks.text} series. Of series without a change, ${rate} show one by chance, so about ${expected} false alarms are to be expected if nothing changed anywhere. A change says when the level moved, not why. Periods without an estimate are missing and are never a change.`,
  caption: 'Lasting changes in net balance, points',
  change: 'Change',
  began: 'Began',
  size: 'Size',
  kind: { step: 'step', slope: 'gradual' },
  until: (date) => `complete from ${date}`,
  between: (period) => `between ${period}`,
  none: (looks) => `No lasting change was found in the ${looks.text} series searched.`,
  notTested: {
    'too-few-periods': (series) => `Not searched, because fewer than 20 periods can be estimated: ${series}.`,
    'no-variation': (series) => `Not searched, because all estimates are equal: ${series}.`,
  },
  limits: (bin) =>
    `The search takes the sampling error of each period as known and estimates from the series what else moves it and how long that lasts. Where sampling error is nearly all of the variation, that duration can hardly be estimated and matters little. Changes that last fewer than four ${EN_BINS[bin]} are not looked for. The size of a change that was only just found is overstated on average.`,
  trendCaption: 'Level in the last period, smoothed: for display only',
  trendNote: (periods) =>
    `Smoothed over neighbouring periods by a local level model. Recent change: the probability that the present level began in the last ${periods.text} periods, if a level lasts a hundred periods on average. No test rests on either.`,
  nowcast: 'Level now',
  recent: 'Recent change',
  key: (level) => `level between changes, and days in which a change may have begun (${level})`,
};

/** In Russian. */
export const ruChanges: ChangeMessages = {
  heading: 'Когда изменился уровень',
  intro: ({ looks, rate, expected }) =>
    `Устойчивые изменения искались во всех рядах баланса оценок, где достаточно отрезков времени, в том числе у контрольных объектов: просмотрено ${some(looks, ['ряд', 'ряда', 'рядов'])}. Среди рядов без изменений ложное изменение показывают ${rate}; если нигде ничего не изменилось, следует ждать примерно столько ложных срабатываний: ${expected}. Изменение говорит, когда сдвинулся уровень, но не почему. Отрезки без оценки считаются пропусками и изменением не бывают.`,
  caption: 'Устойчивые изменения баланса оценок, п. п.',
  change: 'Изменение',
  began: 'Начало',
  size: 'Размер',
  kind: { step: 'скачок', slope: 'постепенное' },
  until: (date) => `завершилось ${date}`,
  between: (period) => `в пределах ${period}`,
  none: (looks) => `Устойчивых изменений не найдено; просмотрено ${some(looks, ['ряд', 'ряда', 'рядов'])}.`,
  notTested: {
    'too-few-periods': (series) =>
      `Не просмотрены, так как оценить можно меньше 20 отрезков времени: ${series}.`,
    'no-variation': (series) => `Не просмотрены, так как все оценки одинаковы: ${series}.`,
  },
  limits: (bin) =>
    `Ошибка выборки каждого отрезка считается известной; по самому ряду оценивается, что ещё его сдвигает и как долго это длится. Если почти весь разброс — ошибка выборки, эту длительность почти нельзя оценить, но она мало на что влияет. Изменения короче четырёх ${RU_BINS[bin]} не ищутся. Размер едва обнаруженного изменения в среднем завышен.`,
  trendCaption: 'Уровень в последнем отрезке времени, сглаженный: только для показа',
  trendNote: (periods) =>
    `Сглажено по соседним отрезкам моделью локального уровня. Недавнее изменение — вероятность того, что нынешний уровень начался в последние ${periods.text} отрезков, если уровень держится в среднем сто отрезков. Ни одна проверка на этом не основана.`,
  nowcast: 'Уровень сейчас',
  recent: 'Недавнее изменение',
  key: (level) => `уровень между изменениями и дни, когда изменение могло начаться (${level})`,
};

/** In Chinese. */
export const zhChanges: ChangeMessages = {
  heading: '水平何时变化',
  intro: ({ looks, rate, expected }) =>
    `凡时间单位足够的净倾向序列，包括安慰剂对象，都检索了持久变化，共 ${looks.text} 个序列。没有变化的序列中，有 ${rate} 会偶然显示变化；若各处均无变化，预计约有 ${expected} 个误报。变化只说明水平何时移动，不说明原因。没有估计值的时间单位作缺失处理，绝不算作变化。`,
  caption: '净倾向的持久变化（百分点）',
  change: '变化',
  began: '开始',
  size: '幅度',
  kind: { step: '跳变', slope: '渐变' },
  until: (date) => `${date}起完成`,
  between: (period) => `在${period}之间`,
  none: (looks) => `在检索的 ${looks.text} 个序列中未发现持久变化。`,
  notTested: {
    'too-few-periods': (series) => `可估计的时间单位不足 20 个，未检索：${series}。`,
    'no-variation': (series) => `所有估计值相同，未检索：${series}。`,
  },
  limits: (bin) =>
    `检索时把每个时间单位的抽样误差视为已知，并由序列本身估计还有什么使其波动、持续多久。若波动几乎全是抽样误差，则持续时间几乎无法估计，但影响也很小。持续不足四${ZH_BINS[bin]}的变化不在检索之列。刚好被发现的变化，其幅度平均而言偏大。`,
  trendCaption: '最近一个时间单位的水平（平滑值，仅供展示）',
  trendNote: (periods) =>
    `用局部水平模型对相邻时间单位平滑。近期变化：若一个水平平均持续一百个时间单位，当前水平始于最近 ${periods.text} 个时间单位的概率。任何检验都不以此为据。`,
  nowcast: '当前水平',
  recent: '近期变化',
  key: (level) => `变化之间的水平，以及变化可能开始的日子（${level}）`,
};
