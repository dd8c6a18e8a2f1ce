import type { Limit } from '../../domain/finding.ts';
import type { ReportLanguage } from '../../study/config.ts';
import type { ErrorCheckName, ErrorSource } from '../error-source.ts';
import { TRANSLATION_MESSAGES } from './translation-messages.ts';

/** Limits by the source of error, and what it would take to remove each. */
interface ErrorSourceMessages {
  readonly source: Readonly<Record<ErrorSource, { readonly title: string; readonly body: string }>>;
  /** Before what would remove a limit. */
  readonly toRemove: string;
  readonly remedy: Readonly<Record<Limit['code'], string>>;
  readonly clear: (checks: string) => string;
  readonly unexamined: (checks: string) => string;
  readonly check: Readonly<Record<ErrorCheckName, string>>;
}

const en: ErrorSourceMessages = {
  source: {
    coverage: { title: 'Coverage', body: 'Who could be in the corpus at all.' },
    platform: { title: 'Platform', body: 'What the places where people write do to what they write.' },
    selection: { title: 'Selection', body: 'Which of their texts were collected and used.' },
    measurement: { title: 'Measurement', body: 'Whether a label says what the text says.' },
    adjustment: { title: 'Adjustment', body: 'How numbers are weighted, corrected and compared.' },
  },
  toRemove: 'What would remove it: ',
  remedy: {
    synthetic: 'run the same study over collected posts.',
    'no-population':
      'a probability sample of people, asked the same question; an outside measure set beside the series says how far the two agree.',
    'class-missing': 'add a source of this class to the study, or take the class out of it.',
    'no-authors': 'an export of these sources that names their authors; a pseudonym is enough.',
    'coarse-time': 'an export of these sources with the day and hour of publication.',
    hole: 'collect these days again, or compare days that lie away from them.',
    'collection-shift': 'collect both sides of the date in the same way, or leave the source out.',
    rejected: 'look at the reasons under collection health and mend the records or their mapping.',
    'few-mentions': 'more sources of the class, a longer unit of time, or fewer classes.',
    uncorrected: 'code a sample by hand (groundswell sample, then codings import).',
    'unusable-labels': 'mend these labels in the records, or have the program annotate them.',
    abstained: 'an annotator that knows these languages, or hand codings.',
    'unlike-training': 'hand codings of these mentions, or a model trained on texts like them.',
    'annotator-drift': 'more hand codings of the days named.',
    untranslated: TRANSLATION_MESSAGES.en.limit.remedy,
    'sampling-only':
      'hand codings, which bring the annotator’s error into the interval; errors of collection stay outside it.',
    'few-codings': 'at least twenty independent codings of each, ten on either side of an event.',
    'pooled-rectifier': 'hand codings of the days compared.',
    'tested-on-labels': 'hand codings from before and after the event.',
    'codings-unmatched': 'code mentions drawn from the corpus as it is now.',
    'codings-incomplete': 'code the rest of the sheet.',
    'codings-outgrown': 'draw and code another wave.',
    'rivals-inside-window':
      'a series by day, a control series that only one of the events can reach, or a group that one of them did not concern.',
    'placebo-moved': 'find what the target and the placebo share: a source, a mood, a change of collection.',
  },
  clear: (checks) => `Looked at, with no limit to state: ${checks}.`,
  unexamined: (checks) => `Not examined: ${checks}.`,
  check: {
    classes: 'whether each class has documents',
    polls: 'agreement with outside measures of people',
    nonWriters: 'how those who write here differ from those who do not',
    authors: 'whether sources name authors',
    times: 'how well publication times are known',
    alike: 'accounts that act alike',
    deleted: 'posts deleted or changed before they were collected, or since',
    ranking: 'what the platform shows, hides or removes',
    holes: 'days without any document',
    density: 'jumps in the number of documents collected',
    records: 'records that could not be used',
    periods: 'periods with too few mentions',
    unnamed: 'texts that speak of a target without any of its names',
    labels: 'mentions without a usable label',
    wording: 'mentions worded unlike the texts that the annotator learned from',
    agreement: 'agreement of the annotator with people',
    drift: 'whether the annotator’s error moves',
    voices: 'whose words a mention stands in',
    irony: 'irony and hints that only insiders read',
    codings: 'the annotator’s error, by hand codings of these mentions',
    mix: 'the same numbers over a fixed mix of sources',
    rivals: 'rival events',
    placebos: 'placebos that should not move',
    choices: 'the headline under other defensible choices',
    population: 'weights that make authors stand for a population',
  },
};

const ru: ErrorSourceMessages = {
  source: {
    coverage: { title: 'Охват', body: 'Кто вообще мог попасть в корпус.' },
    platform: { title: 'Площадка', body: 'Как место, где пишут, влияет на написанное.' },
    selection: { title: 'Отбор', body: 'Какие из этих текстов собраны и использованы.' },
    measurement: { title: 'Измерение', body: 'Верно ли метка передаёт то, что сказано в тексте.' },
    adjustment: { title: 'Обработка', body: 'Как числа взвешены, исправлены и сопоставлены.' },
  },
  toRemove: 'Что снимет это ограничение: ',
  remedy: {
    synthetic: 'то же исследование на собранных сообщениях.',
    'no-population':
      'вероятностная выборка людей, которым задан тот же вопрос; внешние данные рядом с кривой покажут, насколько они сходятся.',
    'class-missing': 'добавьте в исследование источник этого класса или уберите класс.',
    'no-authors': 'выгрузка этих источников с авторами; достаточно псевдонимов.',
    'coarse-time': 'выгрузка этих источников с днём и часом публикации.',
    hole: 'соберите эти дни заново или сравнивайте дни вдали от них.',
    'collection-shift': 'соберите обе стороны даты одинаково или исключите источник.',
    rejected: 'посмотрите причины в разделе о сборе и исправьте записи или их описание.',
    'few-mentions': 'больше источников этого класса, более крупная единица времени или меньше классов.',
    uncorrected: 'разметьте выборку вручную (groundswell sample, затем codings import).',
    'unusable-labels': 'исправьте эти метки в записях или поручите разметку программе.',
    abstained: 'разметчик, который знает эти языки, или ручная разметка.',
    'unlike-training': 'ручная разметка этих упоминаний или модель, обученная на подобных текстах.',
    'annotator-drift': 'больше ручной разметки за названные дни.',
    untranslated: TRANSLATION_MESSAGES.ru.limit.remedy,
    'sampling-only':
      'ручная разметка: с ней ошибка разметчика входит в интервал; ошибки сбора остаются вне его.',
    'few-codings':
      'не меньше двадцати независимых ручных меток для каждого, по десять с каждой стороны события.',
    'pooled-rectifier': 'ручная разметка за сравниваемые дни.',
    'tested-on-labels': 'ручная разметка до события и после него.',
    'codings-unmatched': 'разметьте упоминания, отобранные из нынешнего корпуса.',
    'codings-incomplete': 'разметьте остаток листа.',
    'codings-outgrown': 'отберите и разметьте ещё одну порцию.',
    'rivals-inside-window':
      'ряд по дням, контрольный ряд, которого могло коснуться только одно из событий, или группа, которой одно из них не касалось.',
    'placebo-moved':
      'найдите, что общего у объекта и контрольного объекта: источник, настроение, перемена в сборе.',
  },
  clear: (checks) => `Проверено, ограничений нет: ${checks}.`,
  unexamined: (checks) => `Не проверялось: ${checks}.`,
  check: {
    classes: 'есть ли документы в каждом классе',
    polls: 'сходство с внешними данными о людях',
    nonWriters: 'чем те, кто здесь пишет, отличаются от тех, кто не пишет',
    authors: 'называют ли источники авторов',
    times: 'насколько точно известно время публикации',
    alike: 'аккаунты, которые действуют одинаково',
    deleted: 'сообщения, удалённые или изменённые до сбора или после него',
    ranking: 'что площадка показывает, скрывает или удаляет',
    holes: 'дни без единого документа',
    density: 'скачки числа собранных документов',
    records: 'записи, которые не удалось использовать',
    periods: 'отрезки времени, где упоминаний слишком мало',
    unnamed: 'тексты, где об объекте говорят, не называя его',
    labels: 'упоминания без пригодной метки',
    wording: 'упоминания, не похожие на тексты, на которых учился разметчик',
    agreement: 'согласие разметчика с людьми',
    drift: 'меняется ли ошибка разметчика',
    voices: 'чьи слова стоят в упоминании',
    irony: 'ирония и намёки, понятные только своим',
    codings: 'ошибка разметчика по ручной разметке этих упоминаний',
    mix: 'те же числа при постоянном составе источников',
    rivals: 'конкурирующие события',
    placebos: 'контрольные объекты, которые не должны меняться',
    choices: 'главное число при других обоснованных решениях',
    population: 'веса, при которых авторы представляли бы всех, кто живёт в стране',
  },
};

const zh: ErrorSourceMessages = {
  source: {
    coverage: { title: '覆盖', body: '哪些人有可能进入语料。' },
    platform: { title: '平台', body: '发言场所对发言内容的影响。' },
    selection: { title: '选取', body: '其中哪些文本被采集和使用。' },
    measurement: { title: '测量', body: '标签是否如实反映文本的意思。' },
    adjustment: { title: '调整', body: '数值如何加权、校正和比较。' },
  },
  toRemove: '消除办法：',
  remedy: {
    synthetic: '用真实采集的帖子做同一研究。',
    'no-population': '对概率抽样的人群提出同样的问题；把外部测量与序列并列，可以看出两者相符的程度。',
    'class-missing': '在研究中加入该类别的来源，或去掉该类别。',
    'no-authors': '取得带有作者（化名即可）的导出数据。',
    'coarse-time': '取得带有发布日期和钟点的导出数据。',
    hole: '重新采集这些日期，或比较远离这些日期的时段。',
    'collection-shift': '用同样方式采集该日期前后两侧，或去掉该来源。',
    rejected: '查看“采集状况”中的原因，修正记录或其字段对应。',
    'few-mentions': '增加该类别的来源，使用更长的时间单位，或减少类别。',
    uncorrected: '对样本做人工编码（groundswell sample，再 codings import）。',
    'unusable-labels': '修正记录中的这些标签，或改由程序标注。',
    abstained: '使用懂这些语言的标注器，或做人工编码。',
    'unlike-training': '对这些提及做人工编码，或用类似文本训练模型。',
    'annotator-drift': '对所列日期做更多人工编码。',
    untranslated: TRANSLATION_MESSAGES.zh.limit.remedy,
    'sampling-only': '人工编码可把标注误差纳入区间；采集误差仍在区间之外。',
    'few-codings': '每项至少二十条独立编码，事件两侧各十条。',
    'pooled-rectifier': '对所比较的日期做人工编码。',
    'tested-on-labels': '对事件前后的提及做人工编码。',
    'codings-unmatched': '对从现有语料抽取的提及做编码。',
    'codings-incomplete': '把编码表余下部分做完。',
    'codings-outgrown': '再抽取并编码一批。',
    'rivals-inside-window': '按日的序列、只受其中一个事件影响的对照序列，或其中一个事件没有涉及的群体。',
    'placebo-moved': '找出对象与对照对象的共同之处：来源、情绪或采集方式的变化。',
  },
  clear: (checks) => `已检查，没有需要说明的限制：${checks}。`,
  unexamined: (checks) => `未检查：${checks}。`,
  check: {
    classes: '各类别是否都有文档',
    polls: '与外部对人的测量是否相符',
    nonWriters: '在此发言的人与不发言的人有何不同',
    authors: '来源是否给出作者',
    times: '发布时间是否精确',
    alike: '行为一致的账号',
    deleted: '采集之前或之后被删改的帖子',
    ranking: '平台展示、隐藏或删除了什么',
    holes: '没有任何文档的日期',
    density: '采集量的突变',
    records: '无法使用的记录',
    periods: '提及过少的时段',
    unnamed: '谈到对象却没有用其任何名称的文本',
    labels: '没有可用标签的提及',
    wording: '措辞与标注器训练文本不同的提及',
    agreement: '标注器与人工判断是否一致',
    drift: '标注器的误差是否变动',
    voices: '提及出自谁之口',
    irony: '反讽和只有内行才懂的暗示',
    codings: '以这些提及的人工编码衡量的标注误差',
    mix: '固定来源构成下的同样数值',
    rivals: '竞争事件',
    placebos: '不应变动的对照对象',
    choices: '其他合理选择下的主要数值',
    population: '使作者代表总体的权重',
  },
};

/** Limits by the source of error, by language. */
export const ERROR_SOURCE_MESSAGES: Readonly<Record<ReportLanguage, ErrorSourceMessages>> = { en, ru, zh };
