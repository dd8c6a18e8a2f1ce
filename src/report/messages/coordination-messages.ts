import type { Behaviour } from '../../domain/behaviour.ts';
import type { Count } from '../locale-format.ts';

/** Accounts that act alike. */
export interface CoordinationMessages {
  readonly heading: string;
  readonly intro: string;
  readonly none: string;
  readonly found: (n: Count) => string;
  readonly behaviour: Readonly<Record<Behaviour, string>>;
  readonly caption: string;
  readonly campaign: string;
  readonly how: string;
  readonly accounts: string;
  readonly documents: string;
  readonly together: string;
  readonly span: string;
  readonly where: string;
  /** Counts of too few accounts. */
  readonly withheld: string;
  readonly levelCaption: string;
  readonly target: string;
  readonly share: string;
  readonly balance: string;
  readonly without: (withAll: string, without: string) => string;
  readonly notTold: string;
  readonly figure: (target: string, name: string) => string;
  readonly axis: string;
  /** The name of a campaign by its place. */
  readonly name: (id: string) => string;
}

const placeOf = (id: string): string => id.replace('campaign-', '');

/** English. */
export const enCoordination: CoordinationMessages = {
  heading: 'Accounts that act alike',
  intro:
    'Groups of accounts that did the same things at the same times, on several occasions, far more than accounts of the same source and days do by chance; or that pass on one text and say little else. It is not told who runs them, nor why.',
  none: 'None were found.',
  found: (n) => `Groups found: ${n.text}.`,
  behaviour: {
    'copied-text': 'the same long texts on the same days',
    link: 'the same links within the hour',
    hashtags: 'the same hashtags within the hour',
    repost: 'the same reposts within the minute',
    time: 'posts in the same minutes',
    'one-text': 'one text, and little else',
  },
  caption: 'Groups of accounts that act alike',
  campaign: 'Group',
  how: 'What they do alike',
  accounts: 'Accounts',
  documents: 'Documents',
  together: 'Done together',
  span: 'From – to',
  where: 'Classes, languages',
  withheld: 'withheld: too few accounts',
  levelCaption: 'What they say, uncorrected for classifier error',
  target: 'Target, class',
  share: 'Share of mentions',
  balance: 'Net balance, points',
  without: (withAll, without) => `Headline: ${withAll}. Without the mentions of these accounts: ${without}.`,
  notTold: 'The headline without them is not told: too few of these accounts stand in it.',
  figure: (target, name) => `Share of these accounts in the mentions of ${target} over time: ${name}`,
  axis: 'Share of mentions',
  name: (id) => `Group ${placeOf(id)}`,
};

/** Russian. */
export const ruCoordination: CoordinationMessages = {
  heading: 'Аккаунты, которые действуют одинаково',
  intro:
    'Группы аккаунтов, которые не раз делали одно и то же в одно и то же время — намного чаще, чем случайно выходит у аккаунтов того же источника в те же дни; или передают один текст и почти ничего больше не пишут. Кто ими управляет и зачем, отсюда не видно.',
  none: 'Таких не найдено.',
  found: (n) => `Найдено групп: ${n.text}.`,
  behaviour: {
    'copied-text': 'одни и те же длинные тексты в одни и те же дни',
    link: 'одни и те же ссылки в пределах часа',
    hashtags: 'одни и те же хештеги в пределах часа',
    repost: 'одни и те же репосты в пределах минуты',
    time: 'посты в одни и те же минуты',
    'one-text': 'один текст и почти ничего больше',
  },
  caption: 'Группы аккаунтов, которые действуют одинаково',
  campaign: 'Группа',
  how: 'Что делают одинаково',
  accounts: 'Аккаунты',
  documents: 'Документы',
  together: 'Сделано вместе',
  span: 'С – по',
  where: 'Классы, языки',
  withheld: 'скрыто: слишком мало аккаунтов',
  levelCaption: 'Что они говорят, без поправки на ошибки классификатора',
  target: 'Объект, класс',
  share: 'Доля упоминаний',
  balance: 'Баланс оценок, п. п.',
  without: (withAll, without) => `Главное число: ${withAll}. Без упоминаний этих аккаунтов: ${without}.`,
  notTold: 'Главное число без них не показано: в нём слишком мало этих аккаунтов.',
  figure: (target, name) => `Доля этих аккаунтов в упоминаниях по времени: ${target}; ${name}`,
  axis: 'Доля упоминаний',
  name: (id) => `Группа ${placeOf(id)}`,
};

/** Chinese. */
export const zhCoordination: CoordinationMessages = {
  heading: '行动一致的账号',
  intro:
    '这些账号多次在同一时间做同样的事，远超同一来源、同一时段的账号偶然一致的程度；或者只转发同一段文字而几乎不说别的。这里看不出由谁操纵，也看不出目的。',
  none: '未发现。',
  found: (n) => `发现 ${n.text} 组。`,
  behaviour: {
    'copied-text': '同日发布相同长文',
    link: '一小时内发布相同链接',
    hashtags: '一小时内使用相同话题标签',
    repost: '一分钟内转发相同帖子',
    time: '在同一分钟发帖',
    'one-text': '只发同一段文字',
  },
  caption: '行动一致的账号组',
  campaign: '组',
  how: '一致之处',
  accounts: '账号',
  documents: '文档',
  together: '共同行动',
  span: '起止',
  where: '类别、语言',
  withheld: '账号过少，不予公布',
  levelCaption: '它们说了什么（未校正分类器误差）',
  target: '对象、类别',
  share: '提及份额',
  balance: '净倾向（百分点）',
  without: (withAll, without) => `首要数字：${withAll}。去除这些账号的提及后：${without}。`,
  notTold: '不公布去除后的首要数字：其中这类账号过少。',
  figure: (target, name) => `这些账号在 ${target} 提及中的份额随时间变化：${name}`,
  axis: '提及份额',
  name: (id) => `第 ${placeOf(id)} 组`,
};
