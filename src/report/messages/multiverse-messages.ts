import type { ReportLanguage } from '../../study/config.ts';
import type { CurveMark } from '../block.ts';
import type { Count } from '../locale-format.ts';

/** The headline under other choices. */
interface MultiverseMessages {
  readonly heading: string;
  readonly intro: string;
  readonly agreement: (
    p: Readonly<Record<'specifications' | 'estimable' | 'sameSign' | 'excludeZero' | 'opposite', Count>>,
  ) => string;
  readonly spread: (p: Readonly<Record<'minimum' | 'median' | 'maximum', string>>) => string;
  readonly caption: string;
  readonly choice: string;
  readonly number: string;
  readonly sameSign: string;
  readonly excludeZero: string;
  readonly median: string;
  readonly note: string;
  /** Title of the curve. */
  readonly curve: string;
  readonly curveDescription: string;
  readonly curveMarks: Readonly<Record<CurveMark, string>>;
  readonly points: string;
  /** Other choices were not tried: what to run. */
  readonly notTried: string;
  /** Dimension as `multiverse.json` names it → this language. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Choice, or `dimension: choice` → this language, `#` standing for a number; an unknown one stands as it is. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Words of the section on other choices in each language. */
export const MULTIVERSE_MESSAGES: Readonly<Record<ReportLanguage, MultiverseMessages>> = {
  en: {
    heading: 'Under other choices',
    intro:
      'The first number of this report rests on choices that could as well have been others. It was computed again under every combination of them, from the same mentions.',
    agreement: (p) =>
      `Of ${p.specifications.text} combinations ${p.estimable.text} give a number. ${p.sameSign.text} of ${p.estimable.text} have the sign of the study’s own; the interval of ${p.excludeZero.text} excludes zero on that side, of ${p.opposite.text} on the other.`,
    spread: (p) => `In size they go from ${p.minimum} to ${p.maximum} points; the middle one is ${p.median}.`,
    caption: 'What each choice does: combinations that make it, in points',
    choice: 'Choice',
    number: 'With a number',
    sameSign: 'Same sign',
    excludeZero: 'Zero excluded',
    median: 'Middle number',
    note: 'The spread shows what choices do. It is no interval, and a count of agreement is no vote: combinations are not equally good. The curve of all of them is in multiverse.svg.',
    curve: 'The number under every combination of choices, by size, in points',
    curveDescription: 'Points with intervals in order of size; in the rows below, the choices made by each.',
    curveMarks: {
      clear: 'the interval excludes zero',
      unclear: 'zero lies within',
      study: 'the study’s own choices',
    },
    points: 'Points',
    notTried:
      'The headline and the claims were not tried under other choices: groundswell multiverse does it.',
    dimensions: {
      estimator: 'Estimator',
      copies: 'Copies of a text',
      'author cap': 'Most from one author',
      mix: 'Mix of sources',
      voices: 'Whose words',
      window: 'Days compared',
      campaigns: 'Accounts that act alike',
      'left out': 'Source left out',
    },
    choices: {
      'classify-and-count': 'labels counted',
      corrected: 'corrected by hand codings',
      'probabilistic-count': 'mean probabilities',
      'adjusted-count': 'adjusted count (ACC)',
      'probabilistic-adjusted-count': 'adjusted mean probabilities (PACC)',
      'expectation-maximization': 'expectation maximization (EMQ)',
      'calibrated-expectation-maximization': 'EMQ, calibrated on codings',
      'posterior-mean': 'posterior mean of the shares',
      'kernel-density': 'kernel densities (KDEy)',
      each: 'each counts',
      once: 'the text counts once',
      '# a week': '# a week',
      'author cap: none': 'no bound',
      observed: 'observed',
      fixed: 'fixed',
      own: 'own',
      'own + quoted': 'own and quoted',
      '# days': '# on each side',
      'whole period': 'the whole period',
      kept: 'kept',
      removed: 'removed',
      'left out: none': 'none',
    },
  },
  ru: {
    heading: 'При других решениях',
    intro:
      'Первое число отчёта зависит от решений, которые могли быть и другими. Оно вычислено заново при всех их сочетаниях по тем же упоминаниям.',
    agreement: (p) =>
      `Всего сочетаний: ${p.specifications.text}, число получено при ${p.estimable.text}. Тот же знак, что у исследования, — ${p.sameSign.text} из ${p.estimable.text}; интервал исключает ноль с той же стороны при ${p.excludeZero.text}, с другой — при ${p.opposite.text}.`,
    spread: (p) => `Величина — от ${p.minimum} до ${p.maximum} п. п., среднее по порядку число ${p.median}.`,
    caption: 'Что меняет каждое решение: сочетания с ним, п. п.',
    choice: 'Решение',
    number: 'С числом',
    sameSign: 'Тот же знак',
    excludeZero: 'Ноль исключён',
    median: 'Среднее по порядку',
    note: 'Разброс показывает, что делают решения. Это не интервал, и согласие сочетаний — не голосование: они не равно хороши. Кривая всех сочетаний — в файле multiverse.svg.',
    curve: 'Число при каждом сочетании решений, по величине, п. п.',
    curveDescription: 'Точки с интервалами по величине; в строках ниже — решения каждого сочетания.',
    curveMarks: {
      clear: 'интервал исключает ноль',
      unclear: 'ноль внутри интервала',
      study: 'решения самого исследования',
    },
    points: 'П. п.',
    notTried:
      'Главное число и утверждения не проверены при других решениях: это делает groundswell multiverse.',
    dimensions: {
      estimator: 'Оценка',
      copies: 'Копии текста',
      'author cap': 'Не больше от одного автора',
      mix: 'Состав источников',
      voices: 'Чьи слова',
      window: 'Сравниваемые дни',
      campaigns: 'Согласованные аккаунты',
      'left out': 'Без источника',
    },
    choices: {
      'classify-and-count': 'подсчёт меток',
      corrected: 'с поправкой по ручной разметке',
      'probabilistic-count': 'средние вероятности',
      'adjusted-count': 'исправленный подсчёт (ACC)',
      'probabilistic-adjusted-count': 'исправленные средние вероятности (PACC)',
      'expectation-maximization': 'EM-оценка долей (EMQ)',
      'calibrated-expectation-maximization': 'EMQ с калибровкой по ручной разметке',
      'posterior-mean': 'апостериорное среднее долей',
      'kernel-density': 'ядерные плотности (KDEy)',
      each: 'считается каждая',
      once: 'текст считается один раз',
      '# a week': '# в неделю',
      'author cap: none': 'без ограничения',
      observed: 'наблюдаемый',
      fixed: 'постоянный',
      own: 'собственные',
      'own + quoted': 'собственные и цитаты',
      '# days': '# с каждой стороны',
      'whole period': 'весь период',
      day: 'день',
      week: 'неделя',
      month: 'месяц',
      kept: 'учтены',
      removed: 'исключены',
      'left out: none': 'все источники',
    },
  },
  zh: {
    heading: '换用其他选择',
    intro: '报告的第一个数值取决于一些本可另作的选择。现用同一批提及，在这些选择的所有组合下重新计算。',
    agreement: (p) =>
      `共 ${p.specifications.text} 种组合，其中 ${p.estimable.text} 种有数值。与本研究符号相同的有 ${p.sameSign.text} 种；区间在同侧排除零的有 ${p.excludeZero.text} 种，在另一侧排除零的有 ${p.opposite.text} 种。`,
    spread: (p) => `大小在 ${p.minimum} 到 ${p.maximum} 个百分点之间，中位数为 ${p.median}。`,
    caption: '各选择的作用：采用该选择的组合（百分点）',
    choice: '选择',
    number: '有数值',
    sameSign: '符号相同',
    excludeZero: '排除零',
    median: '中位数',
    note: '离散程度显示选择的作用。它不是置信区间，一致的数目也不是投票：各组合并非同样合理。全部组合的曲线见 multiverse.svg。',
    curve: '每种选择组合下的数值，按大小排列（百分点）',
    curveDescription: '各点及其区间按大小排列；下方各行为每种组合所作的选择。',
    curveMarks: { clear: '区间排除零', unclear: '区间包含零', study: '本研究自己的选择' },
    points: '百分点',
    notTried: '尚未在其他选择下检验首要数值和各论断：运行 groundswell multiverse 即可。',
    dimensions: {
      estimator: '估计方法',
      copies: '同文副本',
      'author cap': '单个作者上限',
      mix: '来源构成',
      voices: '谁的话',
      window: '比较的日期',
      campaigns: '协同账号',
      'left out': '剔除的来源',
    },
    choices: {
      'classify-and-count': '标签计数',
      corrected: '按人工编码校正',
      'probabilistic-count': '平均概率',
      'adjusted-count': '调整计数（ACC）',
      'probabilistic-adjusted-count': '调整平均概率（PACC）',
      'expectation-maximization': '期望最大化（EMQ）',
      'calibrated-expectation-maximization': '经编码校准的 EMQ',
      'posterior-mean': '占比的后验均值',
      'kernel-density': '核密度（KDEy）',
      each: '每份都计',
      once: '同文只计一次',
      '# a week': '每周 # 条',
      'author cap: none': '不限',
      observed: '实际',
      fixed: '固定',
      own: '自己的话',
      'own + quoted': '自己的话和引语',
      '# days': '前后各 # 天',
      'whole period': '整个时段',
      day: '日',
      week: '周',
      month: '月',
      kept: '保留',
      removed: '剔除',
      'left out: none': '无',
    },
  },
};
