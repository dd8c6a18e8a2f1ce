import type { Count } from '../locale-format.ts';
import { some } from './ru-plural.ts';

/** A score with its interval, printed. */
interface PrintedScore {
  readonly value: string;
  readonly interval: string;
}

/** Codings by people. */
export interface CodingMessages {
  readonly heading: string;
  readonly intro: (p: {
    coded: Count;
    coders: Count;
    strata: Count;
    /** Least probability of being drawn. */
    least: string;
  }) => string;
  readonly agreement: (p: {
    shared: Count;
    level: string;
    share: PrintedScore;
    neighbouring: Count;
    opposite: Count;
  }) => string;
  readonly alpha: (score: PrintedScore) => string;
  readonly noAlpha: string;
  readonly notShared: string;
  readonly caption: string;
  readonly wave: string;
  readonly drawnOn: string;
  readonly population: string;
  readonly drawn: string;
  readonly coded: string;
  readonly unclear: (n: Count) => string;
  readonly coders: string;
}

const english = (count: Count, one: string, many: string): string =>
  `${count.text} ${Math.round(count.n) === 1 ? one : many}`;

/** English. */
export const codingsEn: CodingMessages = {
  heading: 'Coded by hand',
  intro: (p) =>
    `${english(p.coded, 'mention was', 'mentions were')} coded by ${english(p.coders, 'person', 'people')} who saw neither the label of the annotator nor the date. Mentions were drawn at random within ${english(p.strata, 'stratum', 'strata')} of target, class, period and label, each with a known probability, the least ${p.least}.`,
  agreement: (p) =>
    `Of ${english(p.shared, 'mention', 'mentions')} that more than one person labelled, ${p.share.value} ${p.share.interval} got the same label (${p.level} confidence interval, by document); on ${p.neighbouring.text} the labels are one step apart, on ${p.opposite.text} opposite.`,
  alpha: (score) => `Krippendorff’s alpha, agreement beyond chance, is ${score.value} ${score.interval}.`,
  noAlpha: 'Krippendorff’s alpha cannot be given: all these labels are the same.',
  notShared: 'No mention was labelled by two people, so nothing is known of how far people agree.',
  caption: 'Samples drawn for coding',
  wave: 'Sample',
  drawnOn: 'drawn on',
  population: 'drawn from',
  drawn: 'drawn',
  coded: 'coded',
  unclear: (n) => `${n.text} unclear`,
  coders: 'people',
};

/** Russian. */
export const codingsRu: CodingMessages = {
  heading: 'Закодировано людьми',
  intro: (p) =>
    `${some(p.coded, ['упоминание закодировано', 'упоминания закодированы', 'упоминаний закодировано'])} людьми (${p.coders.text}), которые не видели ни метки разметчика, ни даты. Упоминания отобраны случайно внутри ${some(p.strata, ['страты', 'страт', 'страт'])} по объекту, классу, периоду и метке, каждое с известной вероятностью, наименьшая — ${p.least}.`,
  agreement: (p) =>
    `Больше одного человека разметили ${some(p.shared, ['упоминание', 'упоминания', 'упоминаний'])}; одинаковую метку получили ${p.share.value} ${p.share.interval} (доверительный интервал ${p.level}, по документам); на один шаг расходятся ${p.neighbouring.text}, противоположны ${p.opposite.text}.`,
  alpha: (score) => `Альфа Криппендорфа, согласие сверх случайного: ${score.value} ${score.interval}.`,
  noAlpha: 'Альфу Криппендорфа указать нельзя: все эти метки одинаковы.',
  notShared: 'Ни одно упоминание не разметили двое, поэтому о согласии людей ничего не известно.',
  caption: 'Выборки для кодирования',
  wave: 'Выборка',
  drawnOn: 'дата отбора',
  population: 'из скольких',
  drawn: 'отобрано',
  coded: 'закодировано',
  unclear: (n) => `неясных ${n.text}`,
  coders: 'человек',
};

/** Chinese. */
export const codingsZh: CodingMessages = {
  heading: '人工编码',
  intro: (p) =>
    `${p.coders.text} 人编码了 ${p.coded.text} 次提及，编码时看不到标注器的标签和日期。提及按对象、类别、时段和标签分为 ${p.strata.text} 层，在各层内随机抽取，每次提及的抽中概率已知，最小为 ${p.least}。`,
  agreement: (p) =>
    `有 ${p.shared.text} 次提及由不止一人标注，其中 ${p.share.value} ${p.share.interval} 标签相同（${p.level} 置信区间，按文档）；相差一级的有 ${p.neighbouring.text} 次，相反的有 ${p.opposite.text} 次。`,
  alpha: (score) => `克里彭多夫 α（超出偶然的一致程度）为 ${score.value} ${score.interval}。`,
  noAlpha: '无法给出克里彭多夫 α：这些标签全都相同。',
  notShared: '没有提及由两人标注，因此无从得知人与人之间的一致程度。',
  caption: '供编码的样本',
  wave: '样本',
  drawnOn: '抽取日期',
  population: '总体',
  drawn: '抽取',
  coded: '已编码',
  unclear: (n) => `${n.text} 次无法判断`,
  coders: '人数',
};
