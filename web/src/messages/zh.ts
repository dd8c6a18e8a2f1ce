import type { PageMessages } from './messages.ts';

/** Chinese. */
export const zh: PageMessages = {
  view: {
    overview: '概览',
    why: '原因',
    where: '各地',
    claims: '论断',
    article: '文章核查',
    method: '方法',
    code: '编码',
    query: '查询',
    run: '运行',
    start: '开始',
  },
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
  runAgain: '重新运行',
  contents: '本页内容',
  report: ['下载报告', '无法生成文件'],
  reading: '将指针移到图上，或在图上使用方向键，可读取各个数值。',
  save: '另存为',
  verdict: '判定',
  empty: '此结果在这里没有可显示的内容。',
};
