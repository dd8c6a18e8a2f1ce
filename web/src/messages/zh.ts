import type { PageMessages } from './messages.ts';

/** Chinese. */
export const zh: PageMessages = {
  view: { overview: '概览', explore: '探索', why: '原因', claims: '论断', method: '方法' },
  views: '视图',
  skip: '跳到正文',
  language: '语言',
  theme: '配色',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  loading: '正在读取结果…',
  problem: '无法显示',
  again: '重试',
  offline: ['Groundswell 没有回应', '程序已经结束。请重新运行 `groundswell serve`，并打开它给出的链接。'],
  changed: '得出此结果之后，研究文件有改动。请重新运行研究以查看变化。',
  contents: '本页内容',
  report: ['下载报告', '无法生成文件'],
  reading: '将指针移到图上，或在图上使用方向键，可读取各个数值。',
  save: '另存为',
  verdict: '判定',
  empty: '此结果在这里没有可显示的内容。',
  curve: {
    title: '各种选择下的主要数字',
    key: '点与区间按大小排列；蓝色：不含零；带圈：研究本身的选择；下方：所作的选择。',
    none: '尚未在其他选择下计算主要数字。',
    command: '要查看它在多大程度上取决于这些选择，请运行',
  },
};
