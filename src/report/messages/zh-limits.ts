import type { StanceProblem } from '../../domain/stance.ts';
import type { LimitMessages } from './messages.ts';
import { TRANSLATION_MESSAGES } from './translation-messages.ts';

const silent = (): string => '';

const PROBLEMS: Readonly<Record<StanceProblem, string>> = {
  'no-label': '没有标签',
  'unknown-label': '取值不是标签',
  'bad-probabilities': '概率之和不为 1',
  'unknown-target': '研究中没有该对象',
};

/** What can and cannot be estimated, in Chinese. */
export const zhLimits: LimitMessages = {
  heading: '可以估计与无法估计的内容',
  intro: '阅读以上数值时请注意下列局限。',
  estimableCaption: (bin) => `可以估计净倾向的${{ day: '日', week: '周', month: '月' }[bin]}数，按对象和类别`,
  estimable: '可以估计',
  why: '其余无法估计的原因',
  reasonCount: (reason, n) => `${reason}：${n.text}`,
  of: (n, total) => `${n.text} / ${total.text}`,
  code: {
    synthetic: {
      title: '帖子是合成的',
      body: '它们由程序生成，此处内容与现实世界无关。',
      item: silent,
    },
    uncorrected: {
      title: '未校正分类器误差',
      body: '立场由模型标注，没有用人工标注的样本加以校正。如果模型的错误因类别而异或随时间变化，此处显示的差异可能由这些错误造成。',
      item: silent,
    },
    'sampling-only': {
      title: '区间只包含抽样误差',
      body: '区间表示换用同类的其他文档时数值会变动多少，不涵盖标注、采集和来源选择方面的误差。',
      item: silent,
    },
    'no-population': {
      title: '描述的是文档，而不是人',
      body: '数值描述本语料中的文档，不能说明任何人群中有多大比例持某种看法。',
      item: silent,
    },
    'class-missing': {
      title: '缺少某类来源',
      body: '对下列类别的文档无法作出任何判断：',
      item: (fact) => fact('label'),
    },
    hole: {
      title: '采集存在缺口',
      body: '下列来源在这些日期没有任何文档，而此前或此后有文档。缺口附近的升降可能由缺口造成。',
      item: (fact) => `${fact('source')}：${fact('period')}`,
    },
    'no-authors': {
      title: '未提供作者',
      body: '下列来源不提供作者，无法区分一位高产作者与多位作者；区间只按副本组聚类，可能偏窄。',
      item: (fact) => fact('source'),
    },
    'few-mentions': {
      title: '部分时间单位提及过少',
      body: '提及过少或没有提及的时间单位，序列在此中断。上表按对象和类别列出这类时间单位的数目。',
      item: silent,
    },
    rejected: {
      title: '部分记录无法使用',
      body: '这些记录读入后被剔除；如果它们与其他记录不同，数值会有偏差。',
      item: (fact, count) =>
        `${fact('source')}：${count('recordsIn').text} 条记录中剔除 ${count('rejected').text} 条`,
    },
    'rivals-inside-window': {
      title: '事件无法相互区分',
      body: '所比较的日期内还有其他事件，不能把差异归因于其中某一个。各比较下方的说明列出了这些事件。',
      item: silent,
    },
    'coarse-time': {
      title: '发布时间不精确',
      body: '部分文档只知道月份或年份。它们不计入序列的任何时间单位，也不参加任何比较。',
      item: (fact, count) => `${fact('source')}：${count('documents').text} 篇文档`,
    },
    'unusable-labels': {
      title: '部分标签无法使用',
      body: '这些提及不计入净倾向和立场占比。如果它们与其余提及不同，数值会有偏差。',
      item: (fact, count) =>
        `${fact('source')}：${count('mentions').text} 条提及，${PROBLEMS[fact('problem') as StanceProblem]}`,
    },
    abstained: {
      title: '标注器未作判断',
      body: '对下列提及，标注器没有给出立场：语言不认识、把握不足或没有可用标签。它们不计入净倾向和立场占比，但计入讨论占比。',
      item: (fact, count) =>
        `${fact('class')}：${count('mentions').text} 次提及中有 ${count('abstained').text} 次`,
    },
    'unlike-training': {
      title: '用词与标注器的训练文本不同',
      body: '在标注器的训练文本中，生词比例如此之高的只有百分之一。这里更多：已知的错误率对这些提及说明力较弱，人工编码更可靠。',
      item: (fact, count) =>
        `${fact('class')}，${fact('language')}：${count('mentions').text} 次提及中有 ${count('unlike').text} 次`,
    },
    'placebo-moved': {
      title: '对照对象也发生了变动',
      body: '预期下列对照对象不会变动，但检验显示有变动；或在序列过短而无法检验时，差值的区间不含零（约二十个对照中会有一个偶然如此）。这说明变动可能与所研究的对象无关。',
      item: (fact) => `${fact('target')} · ${fact('class')} · ${fact('event')}`,
    },
    'collection-shift': {
      title: '采集密度发生变化',
      body: '下列来源在某一日期前后，每日文档数相差三倍或以上。增加或缺失的部分可能与其余部分不同。',
      item: (fact) =>
        `${fact('source')}：${fact('period')}之前每日 ${fact('before')} 篇，此后每日 ${fact('after')} 篇`,
    },
    'few-codings': {
      title: '人工编码太少，无法校正',
      body: '下列序列、水平值和比较未经校正：其背后相互独立的编码不足二十条，或事件一侧不足十条；同一作者的多条编码只比一条略多。',
      item: (fact, count) => `${fact('target')} · ${fact('class')}：${count('coded').text} 条`,
    },
    untranslated: {
      ...TRANSLATION_MESSAGES.zh.limit,
      item: (fact, count) =>
        TRANSLATION_MESSAGES.zh.limit.item(fact('translator'), count('missing'), count('wanted')),
    },
    'annotator-drift': {
      title: '标注器的净误差在变动',
      body: '在所列日期内，标签的偏向与其余时间不同，且超出偶然所能解释的程度：标注器的错误变了，或它容易误读的内容变多了。校正后的水平值与比较仍然成立；单个时段的校正值取决于误差变动的快慢，请对这些日期补充编码。',
      item: (fact) => `${fact('target')} · ${fact('class')}：${fact('period')}，${fact('shift')}`,
    },
    'pooled-rectifier': {
      title: '用其他日期的编码校正的比较',
      body: '所比较日期内经编码的提及太少。这些比较的校正由事件同一侧的其他日期推及。标注器误差可以渐变，也可以在事件当日突变；区间宽度取决于各侧的编码数量。',
      item: (fact) => `${fact('target')} · ${fact('class')} · ${fact('event')}`,
    },
    'tested-on-labels': {
      title: '按标签检验的事件',
      body: '对这些事件的结论依据未经校正的标签：事件一侧的编码太少，无法区分言论的变化与标注器错误的变化。请对事件前后的提及补充编码。',
      item: (fact) => `${fact('target')} · ${fact('class')} · ${fact('event')}`,
    },
    'codings-unmatched': {
      title: '部分编码找不到对应的提及',
      body: '下列提及经人工编码，但不在所测量的提及之中：文档已不在语料里，或不属于研究的时段、对象或话语来源。它们不计入任何数值。',
      item: (fact, count) =>
        `${fact('wave')}：${count('coded').text} 条编码中有 ${count('unmatched').text} 条`,
    },
    'codings-incomplete': {
      title: '编码尚未完成',
      body: '抽出待编码的提及没有全部看过。其余视为随机缺失；只要编码者按编码表的顺序进行，这一假定就成立。',
      item: (fact, count) => `${fact('wave')}：${count('drawn').text} 次提及中有 ${count('coded').text} 次`,
    },
    'codings-outgrown': {
      title: '抽样之后语料有所增加',
      body: '后来出现的提及没有机会被抽中编码；关于标注误差的了解是推及它们的。请再抽一批。',
      item: (fact, count) =>
        `${fact('wave')}：抽样时有 ${count('drawnFrom').text} 次提及，现有 ${count('now').text} 次`,
    },
  },
};
