import { CLAIM_RULES, type ClaimKind, type ClaimRule, type ClaimVerdict } from '../../domain/claim.ts';
import type { Count } from '../locale-format.ts';

/** Statements of the study and their verdicts. */
export interface ClaimMessages {
  readonly heading: string;
  readonly intro: string;
  readonly counts: (measured: Count, supported: Count, listed: Count) => string;
  readonly caption: string;
  readonly listedCaption: string;
  readonly claim: string;
  readonly verdictColumn: string;
  readonly number: string;
  readonly wouldChange: string;
  readonly kindColumn: string;
  readonly verdict: Readonly<Record<ClaimVerdict, string>>;
  readonly kind: Readonly<Record<ClaimKind, string>>;
  readonly rule: Readonly<Record<ClaimRule, string>>;
  readonly comparedWith: (threshold: string) => string;
  readonly basis: (mentions: Count, authors: Count | null, clusters: Count) => string;
  readonly times: (ratio: string, interval: string) => string;
  readonly never: string;
  readonly uncorrected: string;
  readonly minimumDetectable: (distance: string) => string;
  readonly moreMentions: (count: Count, name: string) => string;
  readonly moreAuthors: (count: Count, name: string) => string;
  readonly codings: (count: Count, name: string) => string;
  readonly labelError: (distance: string) => string;
  readonly missingClass: (name: string) => string;
  readonly rivals: (events: string) => string;
  readonly method: string;
}

/** English. */
export const enClaims: ClaimMessages = {
  heading: 'Claims',
  intro:
    'Statements written in the study file before the data were read, and what the numbers say of each. A claim that cannot be separated is neither shown nor refuted.',
  counts: (measured, supported, listed) =>
    `Claims that numbers decide: ${measured.text}; supported: ${supported.text}; listed without a verdict: ${listed.text}.`,
  caption: 'Claims with their verdicts',
  listedCaption: 'Listed and not measured',
  claim: 'Claim',
  verdictColumn: 'Verdict',
  number: 'Number behind it',
  wouldChange: 'What would change it',
  kindColumn: 'Kind',
  verdict: {
    supported: '✓ supported',
    contradicted: '✗ contradicted',
    'cannot-separate': '? cannot separate',
    'not-estimable': '– not estimable',
    'no-data': '∅ no data',
  },
  kind: {
    change: 'change',
    trend: 'trend',
    level: 'level',
    gap: 'gap',
    driver: 'driver',
    order: 'order of drivers',
    omission: 'omission',
    'external-fact': 'fact from elsewhere',
    quote: 'quote',
    opinion: 'opinion',
  },
  rule: CLAIM_RULES,
  comparedWith: (threshold) => `compared with ${threshold}`,
  basis: (mentions, authors, clusters) =>
    `mentions: ${mentions.text}, authors: ${authors?.text ?? 'not given'}, different texts: ${clusters.text}`,
  times: (ratio, interval) => `share of talk ${ratio} times as large in the other class ${interval}`,
  never: 'this class never names the theme',
  uncorrected: 'uncorrected',
  minimumDetectable: (distance) => `a difference of ${distance} points, which would have been told apart`,
  moreMentions: (count, name) => `“${name}”: about ${count.text} more mentions, if the number stays`,
  moreAuthors: (count, name) => `“${name}”: ${count.text} more authors or different texts`,
  codings: (count, name) => `“${name}”: at most ${count.text} codings by people, if they bear the number out`,
  labelError: (distance) => `labels that lean by more than ${distance} points; codings would show it`,
  missingClass: (name) => `documents of the class “${name}” that name the target`,
  rivals: (events) => `a comparison that the rivals did not reach: ${events}`,
  method:
    'Verdicts follow fixed rules. Claims count for each other (Holm), and changes at events are tested with all tests of the finding counted. A claim about several classes must hold in each. Where no codings correct a number, its verdict also has to stand against the annotator’s known errors.',
};

/** Russian. */
export const ruClaims: ClaimMessages = {
  heading: 'Утверждения',
  intro:
    'Утверждения записаны в файле исследования до чтения данных; здесь сказано, что о каждом говорят числа. «Не различить» значит: ни показано, ни опровергнуто.',
  counts: (measured, supported, listed) =>
    `Проверяется числами: ${measured.text}; подтверждено: ${supported.text}; приведено без вердикта: ${listed.text}.`,
  caption: 'Утверждения и вердикты',
  listedCaption: 'Приведены и не измерены',
  claim: 'Утверждение',
  verdictColumn: 'Вердикт',
  number: 'Число',
  wouldChange: 'Что изменило бы вердикт',
  kindColumn: 'Вид',
  verdict: {
    supported: '✓ подтверждено',
    contradicted: '✗ опровергнуто',
    'cannot-separate': '? не различить',
    'not-estimable': '– не оценить',
    'no-data': '∅ нет данных',
  },
  kind: {
    change: 'изменение',
    trend: 'тренд',
    level: 'уровень',
    gap: 'разрыв',
    driver: 'вклад темы',
    order: 'порядок вкладов',
    omission: 'умолчание',
    'external-fact': 'сторонний факт',
    quote: 'цитата',
    opinion: 'мнение',
  },
  rule: {
    beyond: 'Весь интервал лежит на заявленной стороне с учётом всех утверждений.',
    opposite: 'Весь интервал лежит на другой стороне с учётом всех утверждений.',
    overlaps: 'С числом согласуется и утверждение, и обратное ему с учётом всех утверждений.',
    'annotator-error':
      'Метки ясно лежат на одной стороне, но ошибки разметчика, известные по размеченным людьми текстам, оставляют возможной и другую.',
    'event-moved':
      'Ряд изменился при событии в заявленную сторону: не случайно с учётом всех проверок, и ни одно соперничающее событие не объясняет этого так же хорошо.',
    'event-opposite': 'Ряд изменился при событии в другую сторону: не случайно с учётом всех проверок.',
    'event-rivals': 'Ряд изменился, но соперничающее событие объясняет это почти так же хорошо.',
    'event-other-date': 'Ряд изменился, но другая дата объясняет это лучше.',
    'event-gradual': 'Ряд изменился, но постепенный сдвиг объясняет это не хуже скачка.',
    'event-unconfirmed': 'Метки изменились; числа с поправкой по кодировкам этого не показывают.',
    'event-no-change': 'Изменение при событии не отличить от случайности с учётом всех проверок.',
    'event-not-tested': 'Событие не проверить: рядом слишком мало отрезков времени.',
    'change-not-shown': 'Изменение в заявленную сторону не показано, так что и вклада в него быть не может.',
    'often-enough':
      'В заявленной доле отрезков времени баланс лежит на заявленной стороне с учётом всех утверждений.',
    'too-seldom':
      'В стольких отрезках баланс лежит на другой стороне, что остальных слишком мало, с учётом всех утверждений.',
    'too-little': 'Для числа слишком мало упоминаний или авторов.',
    'no-documents': 'Нет документов класса, о котором речь, или ни один из них не называет объект.',
    unmeasured: 'Утверждения этого вида числами не решаются.',
  },
  comparedWith: (threshold) => `сравнивается с ${threshold}`,
  basis: (mentions, authors, clusters) =>
    `упоминаний: ${mentions.text}, авторов: ${authors?.text ?? 'не указаны'}, разных текстов: ${clusters.text}`,
  times: (ratio, interval) => `в другом классе доля больше в ${ratio} раза ${interval}`,
  never: 'этот класс ни разу не называет тему',
  uncorrected: 'без поправки',
  minimumDetectable: (distance) => `разница в ${distance} п. п.: её было бы видно`,
  moreMentions: (count, name) =>
    `«${name}»: ещё упоминаний около ${count.text}, если число останется прежним`,
  moreAuthors: (count, name) => `«${name}»: ещё авторов или разных текстов: ${count.text}`,
  codings: (count, name) => `«${name}»: кодировок людьми не более ${count.text}, если они подтвердят число`,
  labelError: (distance) => `перекос меток больше чем на ${distance} п. п.; его показали бы кодировки`,
  missingClass: (name) => `документы класса «${name}», которые называют объект`,
  rivals: (events) => `сравнение, которого не коснулись соперничающие события: ${events}`,
  method:
    'Вердикты следуют постоянным правилам. Утверждения учитываются все вместе (Холм), изменения при событиях проверены с учётом всех проверок. Утверждение о нескольких классах должно быть верно в каждом. Где число не исправлено кодировками, вердикт должен устоять и против известных ошибок разметчика.',
};

/** Chinese. */
export const zhClaims: ClaimMessages = {
  heading: '论断',
  intro:
    '以下论断在读取数据之前已写入研究文件；此处说明数字对每条论断的结论。“无法区分”表示既未证实也未否定。',
  counts: (measured, supported, listed) =>
    `可由数字判定的论断 ${measured.text} 条，其中得到支持 ${supported.text} 条；仅列出、不作判定 ${listed.text} 条。`,
  caption: '论断及判定',
  listedCaption: '仅列出、未测量',
  claim: '论断',
  verdictColumn: '判定',
  number: '依据的数字',
  wouldChange: '什么会改变判定',
  kindColumn: '类型',
  verdict: {
    supported: '✓ 得到支持',
    contradicted: '✗ 与数据相反',
    'cannot-separate': '? 无法区分',
    'not-estimable': '– 无法估计',
    'no-data': '∅ 无数据',
  },
  kind: {
    change: '变化',
    trend: '趋势',
    level: '水平',
    gap: '差距',
    driver: '驱动主题',
    order: '贡献次序',
    omission: '回避',
    'external-fact': '外部事实',
    quote: '引语',
    opinion: '看法',
  },
  rule: {
    beyond: '计入全部论断后，整个区间位于所称的一侧。',
    opposite: '计入全部论断后，整个区间位于相反的一侧。',
    overlaps: '计入全部论断后，论断与其反面都与数字相容。',
    'annotator-error': '标签明显位于一侧，但从已编码文本得知的标注误差使另一侧仍有可能。',
    'event-moved': '序列在事件处按所称方向变化，计入全部检验后超出偶然，且没有竞争事件能同样好地解释。',
    'event-opposite': '序列在事件处朝相反方向变化，计入全部检验后超出偶然。',
    'event-rivals': '序列有变化，但某个竞争事件几乎同样能解释它。',
    'event-other-date': '序列有变化，但另一日期更能解释它。',
    'event-gradual': '序列有变化，但缓慢漂移与突变同样能解释它。',
    'event-unconfirmed': '标签有变化，但经编码校正的数字未显示变化。',
    'event-no-change': '计入全部检验后，事件处的变化无法与偶然区分。',
    'event-not-tested': '事件前后时段过少，无法检验。',
    'change-not-shown': '未显示所称方向的变化，因此谈不上对它的贡献。',
    'often-enough': '计入全部论断后，在所称比例的时段中差额位于所称的一侧。',
    'too-seldom': '计入全部论断后，差额位于相反一侧的时段太多，余下的不足所称比例。',
    'too-little': '提及或作者过少，得不出数字。',
    'no-documents': '所涉类别没有收集到文档，或没有文档提及该对象。',
    unmeasured: '此类论断不由数字判定。',
  },
  comparedWith: (threshold) => `对照值 ${threshold}`,
  basis: (mentions, authors, clusters) =>
    `提及 ${mentions.text}，作者 ${authors?.text ?? '未提供'}，不同文本 ${clusters.text}`,
  times: (ratio, interval) => `另一类别的讨论份额是其 ${ratio} 倍 ${interval}`,
  never: '该类别从未谈及此主题',
  uncorrected: '未校正',
  minimumDetectable: (distance) => `相差 ${distance} 个百分点：这样的差异本可被识别`,
  moreMentions: (count, name) => `“${name}”：若数字不变，还需约 ${count.text} 次提及`,
  moreAuthors: (count, name) => `“${name}”：还需 ${count.text} 名作者或不同文本`,
  codings: (count, name) => `“${name}”：至多 ${count.text} 条人工编码，若编码印证该数字`,
  labelError: (distance) => `标签偏差超过 ${distance} 个百分点；人工编码可以查明`,
  missingClass: (name) => `“${name}”类别中提及该对象的文档`,
  rivals: (events) => `一项未受竞争事件影响的对比：${events}`,
  method:
    '判定依固定规则。各论断合并计入（Holm 法），事件处的变化在计入全部检验后判定。涉及多个类别的论断须在每个类别中成立。未经编码校正的数字，其判定还须经得起已知的标注误差。',
};
