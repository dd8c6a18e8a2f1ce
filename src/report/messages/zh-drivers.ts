import type { DriverMessages } from './driver-messages.ts';

/** Chinese. */
export const zhDrivers: DriverMessages = {
  heading: '变化由什么构成',
  intro:
    '每个声明事件之后的变化被拆成若干部分，各部分之和等于该变化：主题或来源内部的变动（内部），以及讨论从一处移到另一处带来的变动（构成）。涉及多个主题的提及在各主题间平均分摊。各部分只是算术结果，不是原因。',
  unclear: (list) => `以下变化的区间包含零，此处不拆分：${list}。全部拆分见 finding.json。`,
  figure: (p) => `净倾向的变化：${p.target}，“${p.event}”，${p.class}`,
  allClasses: '所有类别合计',
  axis: '净倾向，百分点',
  key: (level) => `条形：变化的一部分；线段：其 ${level} 置信区间`,
  description: (p) => `从 ${p.before} 到 ${p.after} 个百分点，逐步变化。${p.parts}`,
  part: (level, points) => `${level}：${points}。`,
  corrected: (p) =>
    `各部分拆分的是原始标签中的变化，即 ${p.raw} 个百分点。按人工编码校正后为 ${p.corrected}。两者之差 ${p.measurement} 是标注误差（测量），不属于任何一部分。`,
  measurement: '测量',
  leading: (p) =>
    `最大的部分：“${p.level}”，在 ${p.change} 个百分点中占 ${p.contribution}；居首的概率为 ${p.probability}。`,
  notSure: (levels) => `现有数据无法确定哪一部分最大：${levels}。`,
  beyond: (levels) => `超出其讨论份额所能带来的部分：${levels}。`,
  levelsCaption:
    '讨论份额、净倾向与变化的组成部分（百分点，未校正分类器误差）。超出规模：该部分减去讨论份额 × 变化。',
  termsCaption: '各部分明细（百分点，未校正分类器误差）',
  otherCaption: '同一变化的其他拆分方式（百分点，未校正分类器误差）',
  splitBy: '拆分依据',
  dimension: {
    theme: '主题',
    discovered: '发现的主题',
    source: '来源',
    region: '地区',
    language: '语言',
    author: '作者',
    class: '类别',
  },
  kind: {
    mix: '构成',
    within: '内部',
    interaction: '交互',
    entry: '只在一侧',
    remainder: '过少而无法区分',
  },
  share: '讨论份额，前 → 后',
  balance: '净倾向，前 → 后',
  contribution: '变化的部分',
  excess: '超出规模',
  first: '居首的概率',
  term: '项',
  level: {
    'none-of-these': '均不属于',
    unknown: '未知',
    rest: '其余，过少而无法区分',
    stayed: '两侧都有',
    entered: '仅在之后',
    left: '仅在之前',
  },
  wordsCaption: '各主题中目标附近的用词：使用的作者数，前 → 后',
  wordsMore: '之后更多',
  wordsLess: '之后更少',
  noWords: '没有突出的词',
  method:
    '采用 Kitagawa 对称分解；构成以两侧均值为基准。区间按作者和文本副本组聚类。居首的概率由按协方差围绕各部分抽样得到。用词：带先验的对数优势比，每位作者只计一次，错误发现率不超过 5%；使用者少于十人的词不显示。',
};
