import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';

/** How a claim stands under other choices. */
interface RobustnessMessages {
  /** Between two sentences. */
  readonly between: string;
  readonly agreement: (p: Readonly<Record<'all' | 'supported' | 'contradicted', Count>>) => string;
  /** Said after it where some combinations decide nothing. */
  readonly undecided: (n: Count) => string;
  /** No combination decides. */
  readonly none: (all: Count) => string;
}

/** Words on how a claim stands under other choices, in each language. */
export const ROBUSTNESS_MESSAGES: Readonly<Record<ReportLanguage, RobustnessMessages>> = {
  en: {
    between: ' ',
    agreement: (p) =>
      `Under other choices: supported in ${p.supported.text} of ${p.all.text} combinations, contradicted in ${p.contradicted.text}.`,
    undecided: (n) => `Undecided for lack of a number: ${n.text}.`,
    none: (all) => `Under other choices: none of ${all.text} combinations can decide it.`,
  },
  ru: {
    between: ' ',
    agreement: (p) =>
      `При других решениях: сочетаний всего ${p.all.text}, подтверждено при ${p.supported.text}, опровергнуто при ${p.contradicted.text}.`,
    undecided: (n) => `Без числа, а значит и без вердикта: ${n.text}.`,
    none: (all) => `При других решениях: сочетаний всего ${all.text}, ни одно не даёт вердикта.`,
  },
  zh: {
    between: '',
    agreement: (p) =>
      `换用其他选择：${p.all.text} 种组合中，得到支持 ${p.supported.text} 种，与数据相反 ${p.contradicted.text} 种。`,
    undecided: (n) => `因无数值而未判定：${n.text} 种。`,
    none: (all) => `换用其他选择：${all.text} 种组合均无法判定。`,
  },
};
