import type { NoThemesReason } from '../../domain/discovered-theme.ts';
import type { ThemeChangeKind } from '../../domain/theme-life.ts';
import type { Count } from '../locale-format.ts';

/** Themes that the corpus shows. */
export interface DiscoveredMessages {
  readonly heading: string;
  readonly intro: string;
  /** Themes of one target in one language, and how surely they are found again. */
  readonly found: (p: {
    readonly target: string;
    readonly language: string;
    readonly themes: Count;
    readonly texts: Count;
    /** Null where sources name no authors: each text then counts for itself. */
    readonly authors: Count | null;
    readonly stability: string;
    readonly lowest: string;
    readonly samples: Count;
  }) => string;
  readonly wordsCaption: (target: string, language: string) => string;
  readonly theme: string;
  readonly words: string;
  readonly nearest: string;
  readonly since: string;
  readonly notYet: string;
  /** Column of what became of a theme through the months. */
  readonly life: string;
  readonly seen: (first: string, last: string) => string;
  /** What happened in a month, with the other theme where there is one. */
  readonly change: Readonly<Record<ThemeChangeKind, (month: string, other: string) => string>>;
  readonly classCaption: (target: string, language: string, name: string) => string;
  readonly share: string;
  readonly balance: string;
  readonly mentions: string;
  /** Mentions that no theme explains. */
  readonly none: string;
  readonly figure: (target: string, name: string) => string;
  readonly axis: string;
  readonly moreClasses: (n: Count) => string;
  /** Where no themes are told: targets and languages with the reason. */
  readonly nothing: (list: string) => string;
  readonly reason: Readonly<Record<NoThemesReason, (texts: Count, stability: string) => string>>;
  readonly method: string;
}

/** English. */
export const enDiscovered: DiscoveredMessages = {
  heading: 'Themes the corpus shows',
  intro:
    'Mentions with like words, put together by their words alone: nobody named these themes beforehand. They show what the codebook may have missed. Each mention has one of them, or none.',
  found: (p) =>
    `${p.target}, ${p.language}: ${p.themes.text} themes, learned month by month, the last time from ${p.texts.text} texts${p.authors === null ? '' : ` of ${p.authors.text} authors`}. Found again in ${p.samples.text} bootstrap samples of ${p.authors === null ? 'texts' : 'authors'} with an adjusted Rand index of ${p.stability} on average and ${p.lowest} at worst (1 = the same, 0 = chance); 0.7 is asked for.`,
  wordsCaption: (target, language) => `Themes of ${target}, ${language}: the words that tell them apart`,
  theme: 'Theme',
  words: 'Most telling words, surest first',
  nearest: 'Codebook gives most of it to',
  since: 'Enough mentions since',
  notYet: 'in no period',
  life: 'Seen',
  seen: (first, last) => (first === last ? first : `${first} to ${last}`),
  change: {
    first: (month) => `among the first themes, ${month}`,
    born: (month) => `new in ${month}`,
    split: (month, other) => `split from ${other} in ${month}`,
    returned: (month) => `back in ${month}`,
    merged: (month, other) => `went into ${other} in ${month}`,
    ended: (month) => `no longer told apart in ${month}`,
  },
  classCaption: (target, language, name) =>
    `${name}: share of talk and net balance of the themes of ${target}, ${language}, uncorrected for classifier error`,
  share: 'Share of talk',
  balance: 'Net balance, points',
  mentions: 'Mentions',
  none: 'none: no theme explains it',
  figure: (target, name) => `Share of talk of the largest themes of ${target} over time: ${name}`,
  axis: 'Share of talk',
  moreClasses: (n) => `Other classes: ${n.text}. Their figures stand in finding.json.`,
  nothing: (list) => `No themes are told for: ${list}.`,
  reason: {
    'too-few-texts': (texts) => `too few texts or authors (${texts.text} texts)`,
    'too-few-words': () => 'too few different words',
    'not-stable': (_, stability) =>
      `no partition is found again in other samples of the authors (adjusted Rand index ${stability})`,
  },
  method:
    'Texts are learned from month by month, copies left out, each language apart; a theme that has most of its texts in common with an earlier one keeps its name, though its words may change; words of fewer than ten authors are not shown. A theme is a way of speaking, not an opinion or a cause, and a question found here cannot be tested on the same posts.',
};

/** Russian. */
export const ruDiscovered: DiscoveredMessages = {
  heading: 'Темы, которые показывает сам корпус',
  intro:
    'Упоминания с похожими словами, собранные только по словам: заранее этих тем никто не называл. Они показывают, что могла упустить кодировочная книга. У каждого упоминания одна из них или ни одной.',
  found: (p) =>
    `${p.target}, ${p.language}: тем — ${p.themes.text}, найдены месяц за месяцем; текстов, по которым они найдены в последний раз, — ${p.texts.text}${p.authors === null ? '' : `, авторов — ${p.authors.text}`}. В бутстреп-выборках ${p.authors === null ? 'текстов' : 'авторов'} (${p.samples.text}) темы находятся снова: скорректированный индекс Рэнда в среднем ${p.stability}, в худшем случае ${p.lowest} (1 — то же самое, 0 — случайность); требуется 0,7.`,
  wordsCaption: (target, language) => `Темы: ${target}, ${language}. Слова, которыми они отличаются`,
  theme: 'Тема',
  words: 'Самые характерные слова, сначала самые надёжные',
  nearest: 'В кодировочной книге это в основном',
  since: 'Достаточно упоминаний с',
  notYet: 'ни в одном отрезке',
  life: 'Видна',
  seen: (first, last) => (first === last ? first : `${first} — ${last}`),
  change: {
    first: (month) => `среди первых тем, ${month}`,
    born: (month) => `новая: ${month}`,
    split: (month, other) => `отделилась от темы ${other}: ${month}`,
    returned: (month) => `появилась снова: ${month}`,
    merged: (month, other) => `вошла в тему ${other}: ${month}`,
    ended: (month) => `больше не выделяется: ${month}`,
  },
  classCaption: (target, language, name) =>
    `${name}: доля в разговоре и баланс оценок по темам, ${target}, ${language}, без поправки на ошибки классификатора`,
  share: 'Доля в разговоре',
  balance: 'Баланс оценок, п. п.',
  mentions: 'Упоминания',
  none: 'никакая: ни одна тема не объясняет',
  figure: (target, name) => `Доля крупнейших тем в разговоре по времени: ${target}; ${name}`,
  axis: 'Доля в разговоре',
  moreClasses: (n) => `Другие классы: ${n.text}. Их числа есть в finding.json.`,
  nothing: (list) => `Темы не названы: ${list}.`,
  reason: {
    'too-few-texts': (texts) => `слишком мало текстов или авторов (текстов: ${texts.text})`,
    'too-few-words': () => 'слишком мало разных слов',
    'not-stable': (_, stability) =>
      `ни одно разбиение не находится снова в других выборках авторов (скорректированный индекс Рэнда ${stability})`,
  },
  method:
    'Тексты разобраны месяц за месяцем, копии не учтены, языки порознь; тема, у которой с прежней общая большая часть текстов, сохраняет имя, хотя её слова могут меняться; слова, которые употребляют меньше десяти авторов, не показаны. Тема — это то, какими словами говорят, а не мнение и не причина; вопрос, найденный здесь, нельзя проверить на тех же постах.',
};

/** Chinese. */
export const zhDiscovered: DiscoveredMessages = {
  heading: '语料自身显示的主题',
  intro:
    '仅按用词把相近的提及归在一起，事先无人为这些主题命名。它们显示编码手册可能遗漏的内容。每条提及至多属于其中一个主题。',
  found: (p) =>
    `${p.target}，${p.language}：${p.themes.text} 个主题，逐月学习，最近一次学自 ${p.authors === null ? '' : `${p.authors.text} 位作者的 `}${p.texts.text} 篇文本。在 ${p.samples.text} 个按${p.authors === null ? '文本' : '作者'}抽取的自助样本中再次得到它们：调整兰德指数平均 ${p.stability}，最低 ${p.lowest}（1 = 相同，0 = 随机）；要求为 0.7。`,
  wordsCaption: (target, language) => `${target}（${language}）的主题：用以区分各主题的词语`,
  theme: '主题',
  words: '最具区分度的词语，最可靠者在前',
  nearest: '编码手册大多归入',
  since: '提及足够多始于',
  notYet: '各时段均不足',
  life: '出现时间',
  seen: (first, last) => (first === last ? first : `${first}至${last}`),
  change: {
    first: (month) => `属最初的主题（${month}）`,
    born: (month) => `${month}新出现`,
    split: (month, other) => `${month}从${other}中分出`,
    returned: (month) => `${month}再次出现`,
    merged: (month, other) => `${month}并入${other}`,
    ended: (month) => `${month}起不再能区分`,
  },
  classCaption: (target, language, name) =>
    `${name}：${target}（${language}）各主题的讨论份额与净倾向（未校正分类器误差）`,
  share: '讨论份额',
  balance: '净倾向（百分点）',
  mentions: '提及',
  none: '无：没有主题能解释',
  figure: (target, name) => `关于${target}的最大主题的讨论份额随时间的变化：${name}`,
  axis: '讨论份额',
  moreClasses: (n) => `其他类别：${n.text} 个，数字见 finding.json。`,
  nothing: (list) => `以下未给出主题：${list}。`,
  reason: {
    'too-few-texts': (texts) => `文本或作者过少（${texts.text} 篇）`,
    'too-few-words': () => '不同的词过少',
    'not-stable': (_, stability) => `在其他作者样本中无法再次得到任何划分（调整兰德指数 ${stability}）`,
  },
  method:
    '逐月学习，不计抄本，各语言分开处理；与先前主题有大部分共同文本的主题保留原名，尽管用词可能变化；少于十位作者使用的词不予显示。主题是说话的方式，既不是意见也不是原因；在此发现的问题不能用同一批帖子来检验。',
};
