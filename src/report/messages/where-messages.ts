import type { ReportLanguage } from '../../study/config.ts';
import type { TileCountry } from '../charts/tile-chart.ts';
import type { Count } from '../locale-format.ts';

/** Balances by region. */
export interface WhereMessages {
  readonly heading: string;
  readonly intro: string;
  readonly tiles: string;
  readonly unknown: string;
  readonly rest: string;
  readonly withheld: (regions: Count) => string;
  readonly figure: (target: string) => string;
  readonly panel: (p: { readonly class: string; readonly country: TileCountry }) => string;
  readonly description: (p: {
    readonly class: string;
    readonly country: TileCountry;
    readonly regions: Count;
  }) => string;
  readonly key: {
    readonly above: (points: string) => string;
    readonly below: (points: string) => string;
    readonly unclear: string;
    readonly tooFew: string;
    readonly withheld: string;
    readonly empty: string;
  };
  readonly tableCaption: (target: string) => string;
  readonly othersCaption: (target: string) => string;
  readonly region: string;
  readonly share: string;
  readonly change: string;
  /** What is compared within a region. */
  readonly changeNote: (event: string | null) => string;
  /** One class of one target: whether its regions differ. */
  readonly differ: (p: RegionTest) => string;
  readonly alike: (p: RegionTest) => string;
  readonly untested: (p: Pick<RegionTest, 'class' | 'unknown'>) => string;
  /** After one of these; empty where the share is withheld. */
  readonly stated: (unknown: string) => string;
  readonly tiersCaption: (target: string) => string;
  readonly tier: string;
  readonly step: string;
  readonly slope: (p: { readonly class: string; readonly text: string; readonly p: string }) => string;
  readonly noSlope: (p: { readonly class: string }) => string;
  readonly tiersNote: string;
  readonly little: (targets: string) => string;
  readonly method: string;
}

interface RegionTest {
  readonly class: string;
  /** What share of mentions has no region, as a sentence. */
  readonly unknown: string;
  readonly regions: Count;
  readonly p: string;
  readonly q: string;
}

/** Balances by region, by language. */
export const WHERE_MESSAGES: Readonly<Record<ReportLanguage, WhereMessages>> = {
  en: {
    heading: 'Where',
    intro:
      'Net balance by the region that a post states; most posts state none, and those that do need not be like the others. Exploratory: no region was named before the data were read. Regions stand where they lie and not in the order of their balances, because the difference of any two may be chance.',
    tiles:
      'Tiles are the codes of ISO 3166-2:RU and ISO 3166-2:CN and say nothing about borders. A place that has no such code stands in a table under the name that the posts give it.',
    unknown: 'no region stated',
    rest: 'all other places',
    withheld: (regions) => `places withheld: ${regions.text}`,
    figure: (target) => `Net balance toward ${target} by region, in points, uncorrected for classifier error`,
    panel: (p) => `${p.class} · ${p.country === 'RU' ? 'federal subjects of Russia' : 'provinces of China'}`,
    description: (p) =>
      `Tile map of ${p.country === 'RU' ? 'the federal subjects of Russia' : 'the provinces of China'}, class “${p.class}”: ${p.regions.text} with a balance. The table below has every number.`,
    key: {
      above: (points) => `above zero; darkest at ${points}`,
      below: (points) => `below zero; darkest at ${points}`,
      unclear: 'broken line: the interval holds zero',
      tooFew: 'too little to estimate',
      withheld: 'withheld for anonymity',
      empty: 'empty: no mention',
    },
    tableCaption: (target) =>
      `Net balance toward ${target} by region, in points, uncorrected for classifier error`,
    othersCaption: (target) => `Toward ${target}: places that have no tile, and posts that state no region`,
    region: 'Region',
    share: 'Share of mentions',
    change: 'Change',
    changeNote: (event) =>
      event === null
        ? 'Change: second half of the period less the first.'
        : `Change: all days of the period after “${event}” less all days before it.`,
    differ: (p) =>
      `${p.class}: the ${p.regions.text} regions that can be compared differ by more than chance (p\u00a0=\u00a0${p.p}; with all tests here counted q\u00a0=\u00a0${p.q}). The test does not say which.${p.unknown}`,
    alike: (p) =>
      `${p.class}: the ${p.regions.text} regions that can be compared differ no more than chance would make them (p\u00a0=\u00a0${p.p}; with all tests here counted q\u00a0=\u00a0${p.q}).${p.unknown}`,
    untested: (p) =>
      `${p.class}: too few regions with enough authors to ask whether they differ.${p.unknown}`,
    stated: (unknown) => ` No region is stated in ${unknown} of the mentions.`,
    tiersCaption: (target) => `Net balance toward ${target} in the order of regions that the study gives`,
    tier: 'Tier',
    step: 'Less the tier above',
    slope: (p) => `${p.class}: ${p.text} by step of the order (p\u00a0=\u00a0${p.p}).`,
    noSlope: (p) => `${p.class}: the difference by step cannot be estimated.`,
    tiersNote:
      'The order was given in the study file. The difference by step is the slope of a straight line through the balances; a rise that turns into a fall is not seen by it.',
    little: (targets) => `Too little by region for a balance: ${targets}.`,
    method:
      'Whether regions differ: Cochran’s Q with Welch’s correction, and with that of Rao and Scott for authors and copied texts that several regions share. Intervals are clustered by author and by groups of copies.',
  },
  ru: {
    heading: 'Где',
    intro:
      'Баланс оценок по региону, который указан в сообщении; в большинстве сообщений он не указан, и остальные не обязаны быть на них похожи. Разведочный анализ: до чтения данных ни один регион назван не был. Регионы стоят там, где они расположены, а не по порядку балансов: разница любых двух может быть случайной.',
    tiles:
      'Плитки — это коды ISO 3166-2:RU и ISO 3166-2:CN; о границах они ничего не говорят. Место без такого кода стоит в таблице под тем названием, которое дано в сообщениях.',
    unknown: 'регион не указан',
    rest: 'все остальные места',
    withheld: (regions) => `скрыто мест: ${regions.text}`,
    figure: (target) =>
      `Баланс оценок по регионам в п. п. без поправки на ошибки классификатора. Объект: ${target}`,
    panel: (p) => `${p.class} · ${p.country === 'RU' ? 'субъекты РФ' : 'провинции Китая'}`,
    description: (p) =>
      `Плиточная карта: ${p.country === 'RU' ? 'субъекты РФ' : 'провинции Китая'}, класс «${p.class}»; с балансом: ${p.regions.text}. Все числа — в таблице ниже.`,
    key: {
      above: (points) => `выше нуля; темнее всего при ${points}`,
      below: (points) => `ниже нуля; темнее всего при ${points}`,
      unclear: 'прерывистая линия: ноль внутри интервала',
      tooFew: 'слишком мало для оценки',
      withheld: 'скрыто ради анонимности',
      empty: 'пусто: упоминаний нет',
    },
    tableCaption: (target) =>
      `Баланс оценок по регионам в п. п. без поправки на ошибки классификатора. Объект: ${target}`,
    othersCaption: (target) => `Места без плитки и сообщения без региона. Объект: ${target}`,
    region: 'Регион',
    share: 'Доля упоминаний',
    change: 'Изменение',
    changeNote: (event) =>
      event === null
        ? 'Изменение: вторая половина периода минус первая.'
        : `Изменение: все дни периода после события «${event}» минус все дни до него.`,
    differ: (p) =>
      `${p.class}: регионы, которые можно сравнить (${p.regions.text}), различаются сильнее, чем это бывает случайно (p\u00a0=\u00a0${p.p}; с учётом всех проверок здесь q\u00a0=\u00a0${p.q}). Какие именно, проверка не говорит.${p.unknown}`,
    alike: (p) =>
      `${p.class}: регионы, которые можно сравнить (${p.regions.text}), различаются не сильнее, чем это бывает случайно (p\u00a0=\u00a0${p.p}; с учётом всех проверок здесь q\u00a0=\u00a0${p.q}).${p.unknown}`,
    untested: (p) =>
      `${p.class}: слишком мало регионов, в которых достаточно авторов, чтобы проверить, различаются ли они.${p.unknown}`,
    stated: (unknown) => ` Доля упоминаний без региона: ${unknown}.`,
    tiersCaption: (target) => `Баланс оценок в порядке регионов, заданном в исследовании. Объект: ${target}`,
    tier: 'Ступень',
    step: 'Минус предыдущая ступень',
    slope: (p) => `${p.class}: ${p.text} на одну ступень (p\u00a0=\u00a0${p.p}).`,
    noSlope: (p) => `${p.class}: разницу на ступень оценить нельзя.`,
    tiersNote:
      'Порядок задан в файле исследования. Разница на ступень — наклон прямой, проведённой через балансы; подъём, который сменяется спадом, она не покажет.',
    little: (targets) => `По регионам слишком мало для баланса: ${targets}.`,
    method:
      'Различаются ли регионы: Q Кокрена с поправкой Уэлча и поправкой Рао и Скотта на общих для регионов авторов и скопированные тексты. Интервалы учитывают кластеры по авторам и по группам копий.',
  },
  zh: {
    heading: '各地',
    intro:
      '按帖文所标地区计算的净倾向；多数帖文未标地区，标了地区的帖文也未必与其他帖文相似。此为探索性分析：读取数据之前没有指定任何地区。各地区按所在位置排列，而不按净倾向高低排列，因为任意两地之间的差异都可能出于偶然。',
    tiles:
      '方块对应 ISO 3166-2:RU 与 ISO 3166-2:CN 的代码，不涉及边界问题。没有此类代码的地方，以帖文所写的名称列在表中。',
    unknown: '未标地区',
    rest: '其他所有地方',
    withheld: (regions) => `隐去的地方：${regions.text}`,
    figure: (target) => `对${target}的净倾向，按地区（百分点，未校正分类器误差）`,
    panel: (p) => `${p.class} · ${p.country === 'RU' ? '俄罗斯联邦主体' : '中国省级行政区'}`,
    description: (p) =>
      `方块地图：${p.country === 'RU' ? '俄罗斯联邦主体' : '中国省级行政区'}，类别“${p.class}”，有净倾向的地区：${p.regions.text}。全部数字见下表。`,
    key: {
      above: (points) => `高于零；${points}时颜色最深`,
      below: (points) => `低于零；${points}时颜色最深`,
      unclear: '虚线框：区间包含零',
      tooFew: '数量太少，无法估计',
      withheld: '为匿名隐去',
      empty: '空白：没有提及',
    },
    tableCaption: (target) => `对${target}的净倾向，按地区（百分点，未校正分类器误差）`,
    othersCaption: (target) => `对${target}：没有方块的地方，以及未标地区的帖文`,
    region: '地区',
    share: '占提及的份额',
    change: '变化',
    changeNote: (event) =>
      event === null ? '变化：时期的后半减前半。' : `变化：时期内“${event}”之后的所有日子减之前的所有日子。`,
    differ: (p) =>
      `${p.class}：可比较的 ${p.regions.text} 个地区之间的差异超出偶然（p\u00a0=\u00a0${p.p}；计入此处全部检验后 q\u00a0=\u00a0${p.q}）。检验不说明是哪些地区。${p.unknown}`,
    alike: (p) =>
      `${p.class}：可比较的 ${p.regions.text} 个地区之间的差异未超出偶然（p\u00a0=\u00a0${p.p}；计入此处全部检验后 q\u00a0=\u00a0${p.q}）。${p.unknown}`,
    untested: (p) => `${p.class}：作者足够多的地区太少，无法检验地区之间是否有差异。${p.unknown}`,
    stated: (unknown) => `未标地区的提及占 ${unknown}。`,
    tiersCaption: (target) => `对${target}的净倾向，按研究给定的地区次序`,
    tier: '层级',
    step: '减去上一层级',
    slope: (p) => `${p.class}：每一层级相差 ${p.text}（p\u00a0=\u00a0${p.p}）。`,
    noSlope: (p) => `${p.class}：无法估计每一层级的差异。`,
    tiersNote: '次序由研究文件给定。每一层级的差异是穿过各净倾向的直线的斜率；先升后降的走势它看不出来。',
    little: (targets) => `按地区数量太少、无法得出净倾向：${targets}。`,
    method:
      '地区之间是否有差异：用 Cochran Q 检验，经 Welch 校正，并按 Rao–Scott 方法校正多个地区共有的作者和文本副本。区间按作者和文本副本组聚类。',
  },
};
