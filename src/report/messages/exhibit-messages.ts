import type { Selection } from '../../domain/exhibit.ts';
import type { Count } from '../locale-format.ts';
import { some } from './ru-plural.ts';

/** Quotes against and in favour. */
export interface ExhibitMessages {
  readonly heading: string;
  readonly intro: string;
  readonly ruleIs: (rule: string, seed: string) => string;
  readonly against: string;
  readonly favor: string;
  readonly noneOnSide: string;
  readonly none: string;
  /** The privacy profile lets nothing be quoted. */
  readonly nothingQuoted: string;
  readonly probability: (percent: string) => string;
  readonly copies: (n: Count) => string;
  readonly noCopies: string;
  readonly hash: string;
  readonly original: string;
  /** By which rule a quote was chosen, shortly. */
  readonly selection: Readonly<Record<Selection, string>>;
  /** Share of the labels of its target and class that say the same. */
  readonly standsFor: (percent: string) => string;
  readonly paraphrase: string;
  readonly forClaim: string;
  readonly againstClaim: string;
  readonly claimsHeading: string;
  readonly claimShares: (against: string, neither: string, favor: string) => string;
}

/** English. */
export const enExhibits: ExhibitMessages = {
  heading: 'Exhibits against and in favour',
  intro:
    'Quotes show what the annotator read as against or in favour, its mistakes included. They are examples, not evidence of how common a view is. By each rule there is one on each side; no author and no document stands twice. ▮ stands for what was removed: handles, addresses, numbers of persons.',
  ruleIs: (rule, seed) => `Rule of choice: ${rule}. Seed ${seed}.`,
  against: 'Against',
  favor: 'In favour',
  noneOnSide: 'No quote on this side meets the rule.',
  none: 'No quote meets the rule.',
  nothingQuoted: 'Nothing is quoted: the study’s privacy profile is “none”.',
  probability: (percent) => `annotator’s probability ${percent}`,
  copies: (n) => `${n.text} ${n.n === 1 ? 'copy' : 'copies'} in the corpus`,
  noCopies: 'no copies',
  hash: 'record SHA-256',
  original: 'original',
  selection: {
    central: 'nearest to the centre of the theme',
    random: 'drawn at random',
    extreme: 'largest probability',
    earliest: 'earliest',
  },
  standsFor: (percent) => `${percent} of the mentions here are labelled so`,
  paraphrase: '[a private person’s words: to be put in other words]',
  forClaim: 'For the claim',
  againstClaim: 'Against the claim',
  claimsHeading: 'Exhibits for and against the claims',
  claimShares: (against, neither, favor) => `against ${against}, neither ${neither}, in favour ${favor}`,
};

/** Russian. */
export const ruExhibits: ExhibitMessages = {
  heading: 'Цитаты: против и за',
  intro:
    'Цитаты показывают, что разметчик счёл высказыванием против или за, вместе с его ошибками. Это примеры: о распространённости взгляда они не говорят. По каждому правилу выбрано по одной цитате с каждой стороны; ни автор, ни документ не повторяются. Знак ▮ стоит на месте удалённого: ников, адресов, личных номеров.',
  ruleIs: (rule, seed) => `Правило отбора: ${rule}. Начальное число: ${seed}.`,
  against: 'Против',
  favor: 'За',
  noneOnSide: 'Подходящих под правило цитат с этой стороны нет.',
  none: 'Подходящих под правило цитат нет.',
  nothingQuoted: 'Цитат нет: так задано в исследовании (профиль приватности none).',
  probability: (percent) => `вероятность по разметчику: ${percent}`,
  copies: (n) => `${some(n, ['копия', 'копии', 'копий'])} в корпусе`,
  noCopies: 'копий нет',
  hash: 'SHA-256 записи',
  original: 'оригинал',
  selection: {
    central: 'ближе всего к центру темы',
    random: 'случайный выбор',
    extreme: 'наибольшая вероятность',
    earliest: 'самая ранняя',
  },
  standsFor: (percent) => `такую метку здесь имеют ${percent} упоминаний`,
  paraphrase: '[слова частного лица: только в пересказе]',
  forClaim: 'За утверждение',
  againstClaim: 'Против утверждения',
  claimsHeading: 'Цитаты за утверждения и против них',
  claimShares: (against, neither, favor) => `против ${against}, нейтрально ${neither}, за ${favor}`,
};

/** Chinese. */
export const zhExhibits: ExhibitMessages = {
  heading: '引文：反对与支持',
  intro:
    '引文显示标注器把哪些话判为反对或支持，其中包括误判。它们只是例子，不能说明某种看法有多普遍。每条规则在每一侧选一条；同一作者、同一文档不重复出现。▮ 表示已删除的账号、地址或个人号码。',
  ruleIs: (rule, seed) => `选取规则：${rule}。随机种子：${seed}。`,
  against: '反对',
  favor: '支持',
  noneOnSide: '这一侧没有符合规则的引文。',
  none: '没有符合规则的引文。',
  nothingQuoted: '本研究的隐私设置为 none，不引用任何原文。',
  probability: (percent) => `标注器给出的概率：${percent}`,
  copies: (n) => `语料中有 ${n.text} 份副本`,
  noCopies: '无副本',
  hash: '记录的 SHA-256',
  original: '原文',
  selection: {
    central: '最接近主题中心',
    random: '随机抽取',
    extreme: '概率最大',
    earliest: '最早',
  },
  standsFor: (percent) => `此处 ${percent} 的提及有相同标注`,
  paraphrase: '［私人发言：须改写］',
  forClaim: '支持该论断',
  againstClaim: '反对该论断',
  claimsHeading: '支持与反对各论断的引文',
  claimShares: (against, neither, favor) => `反对 ${against}，中立 ${neither}，支持 ${favor}`,
};
