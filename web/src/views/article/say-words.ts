import type { ReportLanguage } from '../../../../src/study/config.ts';

/** Words with which a person says what a sentence is. */
export interface SayWords {
  readonly kind: string;
  readonly claim: string;
  readonly noClaim: string;
  readonly confirm: string;
  readonly takeBack: string;
  readonly confirmed: string;
  /** Over sentences that carry no mark because they claim nothing. */
  readonly dismissed: string;
  /** After a change, before the command and after it. */
  readonly written: readonly [string, string];
}

/** In each language. */
export const SAY_WORDS: Readonly<Record<ReportLanguage, SayWords>> = {
  en: {
    kind: 'It is',
    claim: 'Claim of the study',
    noClaim: 'none',
    confirm: 'Confirm',
    takeBack: 'Take back',
    confirmed: 'confirmed',
    dismissed: 'Sentences that claim nothing',
    written: ['Written into the ledger. The marks follow with “Check again”, or', 'in a terminal.'],
  },
  ru: {
    kind: 'Это',
    claim: 'Утверждение исследования',
    noClaim: 'нет',
    confirm: 'Подтвердить',
    takeBack: 'Отменить',
    confirmed: 'подтверждено',
    dismissed: 'Предложения без утверждений',
    written: ['Записано в файл решений. Отметки обновит «Проверить снова» или', 'в терминале.'],
  },
  zh: {
    kind: '性质',
    claim: '研究中的主张',
    noClaim: '无',
    confirm: '确认',
    takeBack: '撤回',
    confirmed: '已确认',
    dismissed: '没有主张的句子',
    written: ['已写入账本。标记会在点击“再次核查”后更新，或在终端运行', '。'],
  },
};
