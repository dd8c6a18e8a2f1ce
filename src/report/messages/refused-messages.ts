import type { ReportLanguage } from '../../study/config.ts';

/** What stands in the place of a sentence that the linter refused. */
export const REFUSED_MESSAGES: Readonly<
  Record<ReportLanguage, Readonly<Record<'unbound-number' | 'population-word', string>>>
> = {
  en: {
    'unbound-number':
      '[Not shown: a number of this sentence could not be found in the finding. Please report it.]',
    'population-word': '[Not shown: this sentence speaks of people who were not asked. Please report it.]',
  },
  ru: {
    'unbound-number': '[Не показано: числа этой фразы нет в результатах. Пожалуйста, сообщите об этом.]',
    'population-word':
      '[Не показано: фраза говорит о людях, которых не спрашивали. Пожалуйста, сообщите об этом.]',
  },
  zh: {
    'unbound-number': '[未显示：本句中的数字不在结果中。请报告此问题。]',
    'population-word': '[未显示：本句谈论了未被询问的人群。请报告此问题。]',
  },
};
