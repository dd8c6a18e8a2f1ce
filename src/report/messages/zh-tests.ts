import type { EventTestMessages } from './messages.ts';

/** Tests of events, in Chinese. */
export const zhTests: EventTestMessages = {
  intro: (looks) =>
    `每个事件都在时间序列上检验：事件日期处是否有水平变动，并计入自相关噪声和每个时间单位的测量误差。所得变动与不含事件的模拟序列、同一序列的其他日期、平稳漂移以及其他事件相比较。共做 ${looks.text} 项检验，p 值已按全部检验校正。`,
  caption: (event) => `“${event}”：事件日期处水平变动的检验（百分点，未校正分类器误差）`,
  step: '水平变动',
  probability: '校正后 p 值',
  unadjusted: (p) => `校正前 ${p}`,
  otherDates: '变动同样大的其他日期',
  ofDates: (nAsLarge, n) => `${nAsLarge.text} / ${n.text}`,
  detectable: '可察觉的最小变动',
  reading: '结论',
  control: (label) => `对照：${label}`,
  placeboClass: '事件未触及',
  largest: (period) => `最大变动：${period}`,
  verdict: {
    supported: '得到支持',
    contradicted: '与预期相反',
    'cannot-separate': '无法区分',
    'other-date': '变动在其他日期',
    gradual: '可能是逐渐变化',
    unconfirmed: '标签有变动，人工编码未能证实',
    'no-change-seen': '未见变动',
    'not-tested': '时间单位过少，未检验',
    'not-estimable': '—',
  },
  ofLabels: (p) => `仅按标签：${p.step}，${p.verdict}`,
  lead: {
    moved: (p) =>
      `检验结果：该日期处的变动大于 ${p.dates.text} 个安慰剂日期中的${p.isLargest ? '任何一个' : ` ${p.share}`}，也大于不含事件的序列中偶然出现的变动（p\u00a0=\u00a0${p.probability}，已按 ${p.looks.text} 项检验校正）。`,
    supported: '没有其他日期能更好地解释这一变动；逐渐变化和研究中列出的其他事件对它的解释都更差。',
    contradicted: '变动方向与研究的预期相反。',
    'cannot-separate': (events) => `无法与以下事件区分：${events}。`,
    'other-date': (period) => `在所比较的日期内净倾向有变动，但另一日期更能解释这一变动：${period}。`,
    gradual: '无法与所比较日期内的逐渐变化区分，而逐渐变化无须由事件引起。',
    unconfirmed: (p) =>
      `标签在该日期有变动，但按人工编码校正后，变动无法与偶然波动区分（p\u00a0=\u00a0${p.probability}，已按 ${p.looks.text} 项检验校正）。或是标注器的错误变了而言论未变，或是编码太少：变动达到 ${p.detectable} 个百分点时，五次中有四次会被察觉。`,
    'no-change-seen': (p) =>
      `与不含事件的序列和 ${p.dates.text} 个安慰剂日期相比，该日期处的水平变动无法与偶然波动区分（p\u00a0=\u00a0${p.probability}，已按 ${p.looks.text} 项检验校正）；若变动达到 ${p.detectable} 个百分点，五次中有四次会被察觉。`,
    'not-tested': '时间单位过少，无法与安慰剂日期比较。',
  },
};
