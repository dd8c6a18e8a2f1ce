import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';

/** Groups of accounts as networks. */
export interface NetworkMessages {
  readonly title: string;
  readonly intro: string;
  readonly key: {
    readonly account: string;
    readonly text: string;
    readonly withheld: string;
  };
  readonly description: (p: NetworkNumbers & { readonly how: string }) => string;
  readonly caption: string;
  readonly column: {
    readonly drawn: string;
    readonly notDrawn: string;
    readonly pairs: string;
    readonly pairsDrawn: string;
    readonly most: string;
  };
}

/** What a drawing shows, in numbers. */
interface NetworkNumbers {
  readonly drawn: Count;
  readonly notDrawn: Count;
  readonly pairs: Count;
  readonly most: Count;
}

/** Words of the drawings, by language. */
export const NETWORK_MESSAGES: Readonly<Record<ReportLanguage, NetworkMessages>> = {
  en: {
    title: 'The groups as networks: who acts like whom',
    intro:
      'The largest groups whose number of accounts may be told. Every point is an account, every line a pair that acts alike. Accounts that act alike stand near each other; a place says nothing else. Of a large group the most strongly tied accounts and pairs are drawn.',
    key: {
      account: 'account',
      text: 'text that accounts passed on',
      withheld: 'acts alike; how is withheld: too few accounts',
    },
    description: ({ drawn, notDrawn, pairs, most, how }) =>
      `Accounts drawn: ${drawn.text}, not drawn: ${notDrawn.text}. Pairs that act alike: ${pairs.text}; the most of one account: ${most.text}. ${how}`,
    caption: 'The groups as networks',
    column: {
      drawn: 'Accounts drawn',
      notDrawn: 'Not drawn',
      pairs: 'Pairs that act alike',
      pairsDrawn: 'Pairs drawn',
      most: 'Most pairs of one account',
    },
  },
  ru: {
    title: 'Группы как сети: кто действует одинаково с кем',
    intro:
      'Самые большие группы, число аккаунтов которых можно назвать. Точка — аккаунт, линия — пара, которая действует одинаково. Кто действует одинаково, стоит рядом; больше место ничего не значит. У большой группы нарисованы сильнее всего связанные аккаунты и пары.',
    key: {
      account: 'аккаунт',
      text: 'текст, который передавали аккаунты',
      withheld: 'действуют одинаково; в чём — скрыто: слишком мало аккаунтов',
    },
    description: ({ drawn, notDrawn, pairs, most, how }) =>
      `Аккаунтов нарисовано: ${drawn.text}, не нарисовано: ${notDrawn.text}. Пар, которые действуют одинаково: ${pairs.text}; больше всего у одного аккаунта: ${most.text}. ${how}`,
    caption: 'Группы как сети',
    column: {
      drawn: 'Аккаунтов нарисовано',
      notDrawn: 'Не нарисовано',
      pairs: 'Пар, которые действуют одинаково',
      pairsDrawn: 'Пар нарисовано',
      most: 'Больше всего пар у одного аккаунта',
    },
  },
  zh: {
    title: '网络图：谁与谁行动一致',
    intro:
      '账号数可以公布的最大几组。每个点是一个账号，每条线是行动一致的一对账号。行动一致者靠近，位置别无含义。账号多的组只画联系最强的账号和账号对。',
    key: {
      account: '账号',
      text: '多个账号转发的文字',
      withheld: '行动一致；账号过少，不公布如何一致',
    },
    description: ({ drawn, notDrawn, pairs, most, how }) =>
      `画出账号 ${drawn.text} 个，未画 ${notDrawn.text} 个。行动一致的账号对 ${pairs.text} 对；单个账号最多 ${most.text} 对。${how}`,
    caption: '网络图数据',
    column: {
      drawn: '画出的账号',
      notDrawn: '未画',
      pairs: '行动一致的账号对',
      pairsDrawn: '画出的账号对',
      most: '单个账号最多',
    },
  },
};
