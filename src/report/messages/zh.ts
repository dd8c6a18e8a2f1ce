import { zhChanges } from './change-messages.ts';
import { zhClaims } from './claim-messages.ts';
import { zhClassContrasts } from './class-contrast-messages.ts';
import { codingsZh } from './codings.ts';
import { zhCoordination } from './coordination-messages.ts';
import { zhDiscovered } from './discovered-messages.ts';
import { ERROR_BAND } from './error-band.ts';
import { zhExhibits } from './exhibit-messages.ts';
import type { Messages } from './messages.ts';
import { MIX_MESSAGES } from './mix-messages.ts';
import { POLL_MESSAGES } from './poll-messages.ts';
import { zhPrivacy } from './privacy-messages.ts';
import { zhDrivers } from './zh-drivers.ts';
import { zhLimits } from './zh-limits.ts';
import { zhTests } from './zh-tests.ts';

/** Chinese, simplified. */
export const zh: Messages = {
  word: {
    points: (number) => `${number} 个百分点`,
    interval: (level) => `${level} 置信区间`,
    uncorrected: '未校正分类器误差',
    quoted: (label) => `“${label}”`,
    target: '对象',
    class: '来源类别',
    period: '时段',
    source: '来源',
    documents: '文档',
    mentions: '提及数',
    authors: '作者数',
    clusters: '副本组数',
    effectiveSampleSize: '有效样本量',
    netBalance: '净倾向（百分点）',
    placebo: '对照',
    everything: '全部已采集文档',
    authorsNotGiven: '未提供',
    nothing: '无',
    separator: '；',
    comma: '，',
    colon: '：',
    dataBehindChart: '图中数据',
    dataBehindCharts: '各图数据',
    bandKey: (level) => `色带或竖线：${level} 置信区间`,
    noCollection: '未采集到文档',
    tooFew: '数据过少，无法估计',
    hole: '某一来源的采集缺口',
    declared: '预设事件',
    rival: '竞争事件',
  },
  reason: {
    'no-collection': '未采集到文档',
    'no-mentions': '没有提及',
    'theme-not-known': '当时未能区分该主题',
    'too-few-mentions': '提及过少',
    'too-few-authors': '作者过少',
    'one-side-empty': '其中一侧无法估计',
    'reference-not-covered': '基准构成未被覆盖',
    'too-few-periods': '时间单位过少',
    'too-few-codings': '人工编码过少',
    withheld: '为匿名隐去',
  },
  rejection: {
    unparseable: '无法解析',
    truncated: '记录不完整',
    'too-long': '记录过长',
    'wrong-encoding': '编码错误',
    'no-text': '没有正文',
    'no-date': '没有日期',
    'unparseable-date': '日期无法识别',
    'date-out-of-range': '日期超出范围',
    'wrong-shape': '结构不符',
    'unreadable-file': '文件无法读取',
    'repeated-record': '重复记录',
    forgotten: '应要求删除',
    'past-retention': '超过保存期限',
  },
  measure: {
    'net-balance': '净倾向',
    'favor-share': '支持占比',
    'against-share': '反对占比',
    'neither-share': '中立占比',
    'mention-share': '提及该对象的文档占比',
  },
  lead: {
    eyebrow: '分析结果',
    contents: '目录',
    syntheticTitle: '合成语料。',
    syntheticBody: '本报告所依据的帖子全部由程序生成，其中的变化是预先设定的，与现实世界无关。',
    question: '问题',
    period: '时段',
    bin: { day: '按日', week: '按周', month: '按月' },
    change: (p) => `“${p.event}”（${p.date}）之后净倾向的变化。对象：${p.target}；来源类别：${p.class}`,
    level: (p) => `净倾向，${p.period}。对象：${p.target}；来源类别：${p.class}`,
    netBalance: '净倾向',
    chart: '净倾向（百分点）及其区间',
    noNumber: '无法给出数值',
    noNumberBecause: (reason, mentions) =>
      `原因：${reason}（所比较的文档中共有 ${mentions.text} 次提及）。下文列出已采集的内容和缺失的部分。`,
    fell: (low, high) => `在本语料中，事件之后的净倾向低于之前，降幅在 ${low} 至 ${high} 个百分点之间。`,
    rose: (low, high) => `在本语料中，事件之后的净倾向高于之前，升幅在 ${low} 至 ${high} 个百分点之间。`,
    changeUnclear: '区间包含零：仅凭本语料无法区分上升与下降。',
    moreAgainst: '整个区间低于零：反对该对象的提及多于支持的提及。',
    moreInFavor: '整个区间高于零：支持该对象的提及多于反对的提及。',
    levelUnclear: '区间包含零：仅凭本语料无法判断反对与支持的提及孰多孰少。',
    comparison: (before, after) => `事件之前：${before}。事件之后：${after}。`,
    basis: (mentions, clusters) => `依据 ${mentions.text} 次提及，分属 ${clusters.text} 组相同或近似的文本。`,
    missingClasses: (classes) => `本语料不含以下类别的文档：${classes}。`,
    placebosStill: (compared) => `对照对象以同样方法比较：${compared.text} 项差值的区间均含零。`,
    placebosMoved: (p) =>
      `对照对象以同样方法比较：${p.compared.text} 项差值中有 ${p.moved.text} 项的区间不含零（${p.names}）。仅凭偶然，约 ${p.chance} 的差值会如此；若更多，则说明发生了与所研究对象无关的变动。`,
    notCause: '这只是前后差异的大小，不能证明差异由该事件引起。',
    inseparable: (events) => `所比较的日期内还有其他事件，无法与之区分：${events}。`,
    colophon: (version, runId) => `由 Groundswell ${version} 根据 finding.json 生成。运行编号 ${runId}。`,
  },
  index: {
    heading: '净倾向的时间变化',
    definition:
      '净倾向是指在本语料的文档中，提及该对象时表示支持的占比减去表示反对的占比，单位为百分点，取值从 −100（全部反对）到 +100（全部支持）。',
    reading: (level) =>
      `色带和竖线为 ${level} 置信区间，只包含抽样误差，未校正分类器误差。没有估计值之处线条中断，斜纹标明原因。`,
    figure: (target) => `净倾向：${target}`,
    axis: '百分点',
    description: (p) =>
      `图：${p.measure}。对象：${p.target}；时段：${p.period} · ${p.series} · 全部数据见图下的表格。`,
    descriptionSeries: (p) =>
      `${p.name}：${p.bins.text} 个值中有 ${p.estimable.text} 个可以估计，从 ${p.low} 到 ${p.high}`,
    none: '未测量净倾向。',
    withoutMentions: (names) => `未发现提及，未绘出：${names}`,
    withoutValues: (names) => `没有任何时段可以估计，未绘出：${names}`,
    noneEstimable: (figure) => `${figure}：没有任何时间单位的数据足以估计，原因见关于局限的一节。`,
    event: (label, date, kind) => `${date}：${label}（${kind}）`,
    eventsUnder: (letters, title) => `${letters}：事件见“${title}”图下的说明`,
  },
  contrasts: {
    heading: '各事件前后对比',
    intro: (estimated) =>
      `事件在读取文档之前已写入研究文件。可以估计 ${estimated.text} 项差值；项数较多时，会有一些区间偶然不包含零。变动是否超出偶然，由检验说明。`,
    none: '研究文件中没有落在该时段内的事件。',
    caption: (p) =>
      `“${p.event}”，${p.date}，${p.kind}：净倾向（百分点，未校正分类器误差），前后各至多 ${p.windowDays.text} 天`,
    before: '之前',
    after: '之后',
    change: '变化',
    mentionsBoth: '提及数（前 / 后）',
    reading: '解读',
    fall: '之后较低',
    rise: '之后较高',
    unclear: '区间包含零',
    expected: { rise: '预期上升', fall: '预期下降', none: '预期无变化' },
    inseparable: (event, events) => `所比较的日期内还有其他事件，“${event}”无法与之区分：${events}。`,
    neitherSide: (list) => `前后两侧数据都过少（括号内为提及数，前 / 后）：${list}。`,
    neitherSideItem: (p) => `${p.target}，${p.class}（${p.before.text} / ${p.after.text}）`,
  },
  drivers: zhDrivers,
  claims: zhClaims,
  classContrasts: zhClassContrasts,
  coordination: zhCoordination,
  discovered: zhDiscovered,
  changes: zhChanges,
  levels: {
    heading: '各对象、各类别的水平',
    introWhole:
      '整个时段的净倾向及其依据。如果许多提及出自少数作者或同一文本的副本，有效样本量就会小于提及数。',
    introLast:
      '最近一个可估计时间单位的净倾向及其依据。如果许多提及出自少数作者或同一文本的副本，有效样本量就会小于提及数。',
    captionWhole: (period) => `净倾向（百分点，未校正分类器误差），${period}`,
    captionLast: '净倾向（百分点，未校正分类器误差），最近一个可估计的时间单位',
    none: '未测量水平。',
  },
  errorBand: ERROR_BAND.zh,
  gap: {
    heading: '两类来源之间的差距',
    intro: (first, second) =>
      `“${first}”类文档的净倾向减去“${second}”类文档的净倾向。高于零表示前者对该对象的评价好于后者。`,
    method:
      '差距的区间由上文两个区间推得，并假定两类来源相互独立（方差估计恢复法，Zou 与 Donner，2008）。未校正分类器误差：如果标注器在两类来源中的错误不同，差距可能由此造成。',
    figure: (target, first, second) => `${target}：“${first}”减“${second}”`,
    line: (first, second) => `“${first}”减“${second}”`,
    axis: '百分点',
  },
  mix: MIX_MESSAGES.zh,
  polls: POLL_MESSAGES.zh,
  volume: {
    heading: '讨论量',
    intro:
      '提及该对象的文档占同一类别、同一时间单位内全部已采集文档的比例。话题的转移体现在这里，而不在净倾向中。',
    figure: (target) => `提及该对象的文档占比：${target}`,
    axis: '占已采集文档的百分比',
    none: '未测量讨论量。',
  },
  exhibits: zhExhibits,
  privacy: zhPrivacy,
  health: {
    heading: '采集情况',
    intro:
      '各来源提供的内容。读入的每条记录或成为文档，或连同原因被剔除。缺口是指无法用偶然解释的连续无文档日期；缺口表示数据缺失，不表示中立。提及数、作者数和副本数只计时段内提到对象的文档。',
    caption: '各来源的记录、文档与缺口',
    files: '文件',
    records: '读入记录',
    rejected: '剔除',
    inPeriod: '时段内文档',
    copies: '副本',
    holes: '缺口',
    none: '研究中没有来源。',
    coverage: '各来源采集的文档随时间的分布',
    coverageDescription: (p) =>
      `已采集文档的日历条。时段：${p.period}；来源：${p.sources}。共 ${p.holes.text} 个缺口。`,
    coverageKey: ['文档较少', '约为该来源最大值的一半', '该来源的最大值'],
    holeKey: '缺口：无文档',
    rejectedTitle: '被剔除的记录',
    rejectedItem: (source, reasons) => `${source}：${reasons}`,
    missingTitle: '来源未提供的字段',
    missingItem: (field, why) => `${field}（${why}）`,
    holesTitle: '采集缺口',
    holeItem: (source, period) => `${source}：${period}`,
  },
  phrase: {
    stance: '对对象的立场',
    themes: '主题',
    'classify-and-count': '分类计数',
    weighted: '加权',
    'at the reference mix': '按基准构成',
    'difference estimator (PPI++, DSL)': '差分估计（PPI++、DSL）',
    'difference estimator (PPI++, DSL) with a rectifier pooled over time and widened by its drift':
      '差分估计（PPI++、DSL），校正量由各时段合并推得并按其漂移放宽',
    'clustered by author and copies': '按作者和副本聚类',
    'difference of means, after − before': '均值之差（之后减之前）',
    'step in a series': '序列中的水平变动',
    'autocorrelated noise and errors of measurement': '自相关噪声与测量误差',
    'mentions over documents collected': '提及数除以已采集文档数',
    'compound Poisson': '复合泊松分布',
    'difference of two intervals (MOVER), classes independent': '两个区间之差（MOVER），类别相互独立',
    'drawn at random among mentions with probability of the side at least 0.6':
      '在该侧概率不低于 0.6 的提及中随机抽取',
    'nearest in words to the centre of the theme that this side mentions most':
      '用词最接近该侧提及最多的主题的中心',
    'largest probability of the side': '该侧概率最大',
    'earliest mention with probability of the side at least 0.6': '该侧概率不低于 0.6 的提及中最早的一条',
    'one per author and per cluster of copies': '每位作者、每个副本组至多一条',
  },
  limits: zhLimits,
  tests: zhTests,
  voices: {
    heading: '谁的话',
    intro: (counted) =>
      `帖子提到对象时，可能用作者自己的话，可能引用或转述他人的话，也可能只在所分享链接的标题里提到。计入测量的是：${counted}。只有当对象的所有位置都在他人的话里、且作者没有回应时，才算他人的话；判断依据是引号和言说动词，会有误差。`,
    caption: '研究期内的提及，按谁的话分列，附原始标注',
    voice: { own: '作者自己的话', quoted: '引用他人的话', 'shared-headline': '所分享的标题' },
    labels: (against, favor) => `反对${against.text}，支持${favor.text}`,
  },
  codings: codingsZh,
  method: {
    heading: '数值的得出方法',
    corpus: (p) =>
      `从 ${p.sources.text} 个来源读入 ${p.records.text} 条记录，其中 ${p.documents.text} 篇文档属于该时段（${p.period}）。`,
    population: (classes) =>
      `语料只包含这些来源所覆盖的作者和媒体，分为以下类别：${classes}。各类别从不合并。不在这些地方发言、只在非公开场合发言，或在采集前已被删除的内容，均不在语料之中。`,
    mention: (targets) => `一次提及是指一篇文档以某个预设名称提到某个对象。对象：${targets}。`,
    copies:
      '完全相同、近似的文本和转发均予保留并归为一组。标准误按作者和副本组聚类，因此同一声音重复一千次不会算作一千个。',
    annotator: (p) =>
      `“${p.layer}”层由 ${p.name}（版本 ${p.version}）标注${p.trainedOn === null ? '' : `，训练数据：${p.trainedOn}`}。`,
    measure: (level) =>
      `对每个对象、类别和时间单位，净倾向是各次提及取值（支持 +1，中立 0，反对 −1）的平均数，并附 ${level} 置信区间。`,
    minimum: (mentions, authors) =>
      `提及少于 ${mentions.text} 次或作者少于 ${authors.text} 人（来源不提供作者时按副本组计）的，不给出数值。`,
    weights: (p) =>
      [
        '各次提及的权重不尽相同。',
        p.copiesOnce ? '被复制的文本对每个对象和类别只计一次。' : '',
        p.authorWeekCap === null ? '' : `同一作者一周内对同一对象的提及合计权重至多为 ${p.authorWeekCap}。`,
        p.sources === null ? '' : `各来源的倍数：${p.sources}。`,
        '提及数量与讨论占比未加权。',
      ].join(''),
    uncorrected: '标注器会出错，而且这些错误不会相互抵消。此处所有数值均未就此校正，区间只包含抽样误差。',
    events: (declared, rivals, looks) =>
      `研究文件列出 ${declared.text} 个预设事件和 ${rivals.text} 个竞争事件，共做 ${looks.text} 项检验。`,
    placebo: (targets) => `以同样方法测量、预期不会变动的对照对象：${targets}。`,
    estimators: (methods) => `估计方法：${methods}。`,
  },
  quality: {
    caption: (level) =>
      `标注器与人工编码的一致程度（据其模型卡）：在别处的人工编码文本上交叉验证，区间为${level}；在本语料上的表现未知`,
    language: '语言',
    coded: '人工编码的提及数',
    macroF1: '宏平均F1',
    calibrationError: '校准误差',
    unknown: {
      'given-labels': '标注随记录而来，错误率未知。',
      'no-card': '标注器是没有模型卡的程序，错误率未知。',
    },
  },
  reproduce: {
    heading: '如何重现',
    intro: '相同的记录、研究文件、随机种子和版本会得到逐字节相同的结果和相同的运行编号。',
    study: '研究',
    runId: '运行编号',
    configDigest: '研究配置的 SHA-256',
    recordsDigest: (records) => `${records.text} 条记录的汇总 SHA-256`,
    recordsRoot: '记录的 Merkle 根，SHA-256',
    seed: '随机种子',
    version: 'Groundswell 版本',
    stages: '各阶段版本',
    annotators: '标注器',
  },
};
