import { ruChanges } from './change-messages.ts';
import { ruClaims } from './claim-messages.ts';
import { ruClassContrasts } from './class-contrast-messages.ts';
import { codingsRu } from './codings.ts';
import { ruCoordination } from './coordination-messages.ts';
import { ruDiscovered } from './discovered-messages.ts';
import { ERROR_BAND } from './error-band.ts';
import { ruExhibits } from './exhibit-messages.ts';
import type { Messages } from './messages.ts';
import { MIX_MESSAGES } from './mix-messages.ts';
import { POLL_MESSAGES } from './poll-messages.ts';
import { ruPrivacy } from './privacy-messages.ts';
import { ruDrivers } from './ru-drivers.ts';
import { ruLimits } from './ru-limits.ts';
import { some } from './ru-plural.ts';
import { ruTests } from './ru-tests.ts';

/** Russian. */
export const ru: Messages = {
  word: {
    points: (number) => `${number} п. п.`,
    interval: (level) => `доверительный интервал ${level}`,
    uncorrected: 'без поправки на ошибки классификатора',
    quoted: (label) => `«${label}»`,
    target: 'Объект',
    class: 'Класс источников',
    period: 'Период',
    source: 'Источник',
    documents: 'Документы',
    mentions: 'Упоминания',
    authors: 'Авторы',
    clusters: 'Группы копий',
    effectiveSampleSize: 'Эффективный объём выборки',
    netBalance: 'Баланс оценок, п. п.',
    placebo: 'контроль',
    everything: 'всё собранное',
    authorsNotGiven: 'не указаны',
    nothing: 'нет',
    separator: '; ',
    comma: ', ',
    colon: ': ',
    dataBehindChart: 'Числа к графику',
    dataBehindCharts: 'Числа к графикам',
    bandKey: (level) => `полоса или отрезок: доверительный интервал ${level}`,
    noCollection: 'ничего не собрано',
    tooFew: 'данных мало для оценки',
    hole: 'пробел в сборе одного из источников',
    declared: 'заявленное событие',
    rival: 'конкурирующее событие',
  },
  reason: {
    'no-collection': 'ничего не собрано',
    'no-mentions': 'нет упоминаний',
    'theme-not-known': 'тема тогда не выделялась',
    'too-few-mentions': 'слишком мало упоминаний',
    'too-few-authors': 'слишком мало авторов',
    'one-side-empty': 'одна из сторон не оценивается',
    'reference-not-covered': 'эталонный состав источников не покрыт',
    'too-few-periods': 'слишком мало отрезков времени',
    'too-few-codings': 'слишком мало ручных меток',
    withheld: 'скрыто ради анонимности',
  },
  rejection: {
    unparseable: 'не разбирается',
    truncated: 'обрыв записи',
    'too-long': 'слишком длинная запись',
    'wrong-encoding': 'неверная кодировка',
    'no-text': 'нет текста',
    'no-date': 'нет даты',
    'unparseable-date': 'дата не читается',
    'date-out-of-range': 'дата вне допустимых пределов',
    'wrong-shape': 'неожиданная структура',
    'unreadable-file': 'файл не читается',
    'repeated-record': 'повтор записи',
    forgotten: 'забыты по просьбе',
    'past-retention': 'старше срока хранения',
  },
  measure: {
    'net-balance': 'баланс оценок',
    'favor-share': 'доля «за»',
    'against-share': 'доля «против»',
    'neither-share': 'доля без оценки',
    'mention-share': 'доля документов с упоминанием объекта',
  },
  lead: {
    eyebrow: 'Результат',
    contents: 'Содержание',
    syntheticTitle: 'Синтетический корпус.',
    syntheticBody:
      'Все сообщения, на которых построен отчёт, созданы программой, и изменение в них заложено заранее. О реальном мире отчёт ничего не говорит.',
    question: 'Вопрос',
    period: 'Период',
    bin: { day: 'по дням', week: 'по неделям', month: 'по месяцам' },
    change: (p) =>
      `Изменение баланса оценок после события «${p.event}» (${p.date}). Объект: ${p.target}; класс источников: ${p.class}`,
    level: (p) => `Баланс оценок, ${p.period}. Объект: ${p.target}; класс источников: ${p.class}`,
    netBalance: 'баланс оценок',
    chart: 'Баланс оценок в п. п., с интервалами',
    noNumber: 'Число привести нельзя',
    noNumberBecause: (reason, mentions) =>
      `Причина: ${reason} (${some(mentions, ['упоминание', 'упоминания', 'упоминаний'])} в сравниваемых документах). Ниже показано, что собрано и чего не хватает.`,
    fell: (low, high) =>
      `В этом корпусе баланс после события ниже, чем до него: разница составляет от ${low} до ${high} п. п.`,
    rose: (low, high) =>
      `В этом корпусе баланс после события выше, чем до него: разница составляет от ${low} до ${high} п. п.`,
    changeUnclear: 'Интервал включает ноль: по этому корпусу нельзя отличить рост от снижения.',
    moreAgainst: 'Весь интервал ниже нуля: упоминаний «против» больше, чем упоминаний «за».',
    moreInFavor: 'Весь интервал выше нуля: упоминаний «за» больше, чем упоминаний «против».',
    levelUnclear:
      'Интервал включает ноль: по этому корпусу нельзя сказать, каких упоминаний больше — «за» или «против».',
    comparison: (before, after) => `До события: ${before}. После: ${after}.`,
    basis: (mentions, clusters) =>
      `Основа: ${some(mentions, ['упоминание', 'упоминания', 'упоминаний'])}, ${some(clusters, ['группа', 'группы', 'групп'])} одинаковых или почти одинаковых текстов.`,
    missingClasses: (classes) => `В корпусе нет документов таких классов: ${classes}.`,
    placebosStill: (compared) =>
      compared.n === 1
        ? 'Так же измерен контрольный объект: интервал его разности включает ноль.'
        : `Так же измерены контрольные объекты: сравнений — ${compared.text}, и каждый интервал разности включает ноль.`,
    placebosMoved: (p) =>
      `Так же измерены контрольные объекты: сравнений — ${p.compared.text}, интервал не включает ноль в ${p.moved.text} (${p.names}). Случайно так бывает примерно в ${p.chance} сравнений; если чаще — изменилось что-то, не связанное с самим объектом.`,
    notCause: 'Это величина различия во времени. Она не доказывает, что его вызвало событие.',
    inseparable: (events) =>
      `На сравниваемые дни приходятся и другие события, и разделить их влияние нельзя: ${events}.`,
    colophon: (version, runId) =>
      `Построено из finding.json программой Groundswell ${version}. Расчёт ${runId}.`,
  },
  index: {
    heading: 'Баланс оценок во времени',
    definition:
      'Баланс оценок — это доля упоминаний «за» минус доля упоминаний «против» среди упоминаний объекта в документах этого корпуса, в процентных пунктах: от −100 (все против) до +100 (все за).',
    reading: (level) =>
      `Полосы и отрезки — доверительные интервалы ${level}. Они учитывают только ошибку выборки, без поправки на ошибки классификатора. Там, где оценки нет, линия прерывается; штриховка показывает причину.`,
    figure: (target) => `Баланс оценок: ${target}`,
    axis: 'п. п.',
    description: (p) =>
      `График: ${p.measure}. Объект: ${p.target}; период: ${p.period} · ${p.series} · Все числа приведены в таблице под графиком.`,
    descriptionSeries: (p) =>
      `${p.name}: можно оценить ${p.estimable.text} из ${p.bins.text} значений, от ${p.low} до ${p.high}`,
    none: 'Баланс оценок не измерялся.',
    withoutMentions: (names) => `упоминаний не нашлось, не показаны: ${names}`,
    withoutValues: (names) => `ни один отрезок нельзя оценить, не показаны: ${names}`,
    noneEstimable: (figure) =>
      `${figure}. Ни один отрезок времени оценить нельзя; причины — в разделе «Что можно и чего нельзя оценить».`,
    event: (label, date, kind) => `${date}: ${label} (${kind})`,
    eventsUnder: (letters, title) => `${letters}: события, названные под графиком «${title}»`,
  },
  contrasts: {
    heading: 'До и после каждого события',
    intro: (estimated) =>
      `События названы в файле исследования до чтения документов. Оценить удалось ${some(estimated, ['разность', 'разности', 'разностей'])}; когда их много, часть интервалов не включает ноль случайно. Больше ли этого изменение, показывают проверки.`,
    none: 'В файле исследования нет событий, приходящихся на этот период.',
    caption: (p) =>
      `«${p.event}», ${p.date}, ${p.kind}: баланс оценок в п. п. без поправки на ошибки классификатора, не более ${some(p.windowDays, ['дня', 'дней', 'дней'])} с каждой стороны`,
    before: 'До',
    after: 'После',
    change: 'Изменение',
    mentionsBoth: 'Упоминания до / после',
    reading: 'Вывод',
    fall: 'после ниже',
    rise: 'после выше',
    unclear: 'ноль в интервале',
    expected: { rise: 'ожидался рост', fall: 'ожидалось снижение', none: 'изменения не ожидалось' },
    inseparable: (event, events) =>
      `Событие «${event}» нельзя отделить от других событий в сравниваемые дни: ${events}.`,
    neitherSide: (list) => `Слишком мало с обеих сторон (в скобках упоминания до / после): ${list}.`,
    neitherSideItem: (p) => `${p.target}, ${p.class} (${p.before.text} / ${p.after.text})`,
  },
  drivers: ruDrivers,
  claims: ruClaims,
  classContrasts: ruClassContrasts,
  coordination: ruCoordination,
  discovered: ruDiscovered,
  changes: ruChanges,
  levels: {
    heading: 'Уровни по объектам и классам',
    introWhole:
      'Баланс оценок за весь период и то, на чём он основан. Эффективный объём выборки меньше числа упоминаний, если много упоминаний дают немногие авторы или копии одного текста.',
    introLast:
      'Баланс оценок за последний отрезок времени, который можно оценить, и то, на чём он основан. Эффективный объём выборки меньше числа упоминаний, если много упоминаний дают немногие авторы или копии одного текста.',
    captionWhole: (period) => `Баланс оценок в п. п. без поправки на ошибки классификатора, ${period}`,
    captionLast:
      'Баланс оценок в п. п. без поправки на ошибки классификатора, последний отрезок времени, который можно оценить',
    none: 'Уровни не измерялись.',
  },
  errorBand: ERROR_BAND.ru,
  gap: {
    heading: 'Разрыв между классами источников',
    intro: (first, second) =>
      `Баланс оценок в документах класса «${first}» минус баланс оценок в документах класса «${second}». Выше нуля — в первом классе об объекте отзываются лучше, чем во втором.`,
    method:
      'Интервал разрыва получен из двух интервалов, показанных выше; классы считаются независимыми (метод восстановления дисперсий, Zou и Donner, 2008). Поправки на ошибки классификатора нет: если разметчик ошибается в двух классах по-разному, разрыв может быть вызван этим.',
    figure: (target, first, second) => `${target}: «${first}» минус «${second}»`,
    line: (first, second) => `«${first}» минус «${second}»`,
    axis: 'п. п.',
  },
  mix: MIX_MESSAGES.ru,
  polls: POLL_MESSAGES.ru,
  volume: {
    heading: 'Сколько об этом пишут',
    intro:
      'Доля документов с упоминанием объекта среди всех документов, собранных в этом классе за отрезок времени. Смена темы видна здесь, а не в балансе оценок.',
    figure: (target) => `Доля документов с упоминанием объекта: ${target}`,
    axis: '% собранных документов',
    none: 'Объём не измерялся.',
  },
  exhibits: ruExhibits,
  privacy: ruPrivacy,
  health: {
    heading: 'Полнота сбора',
    intro:
      'Что дал каждый источник. Каждая прочитанная запись стала документом или отклонена с указанием причины. Пробел — это ряд дней без документов, который нельзя объяснить случайностью; это отсутствие данных, а не нейтральная оценка. Упоминания, авторы и копии подсчитаны среди документов периода, в которых назван объект.',
    caption: 'Записи, документы и пробелы по источникам',
    files: 'Файлы',
    records: 'Прочитано записей',
    rejected: 'Отклонено',
    inPeriod: 'В периоде',
    copies: 'Копии',
    holes: 'Пробелы',
    none: 'В исследовании нет источников.',
    coverage: 'Собранные документы во времени, по источникам',
    coverageDescription: (p) =>
      `Календарная лента собранных документов: ${p.period}; источники: ${p.sources}. Всего ${some(p.holes, ['пробел', 'пробела', 'пробелов'])}.`,
    coverageKey: ['мало документов', 'около половины максимума источника', 'максимум источника'],
    holeKey: 'пробел: документов нет',
    rejectedTitle: 'Отклонённые записи',
    rejectedItem: (source, reasons) => `${source}: ${reasons}`,
    missingTitle: 'Чего источник не сообщает',
    missingItem: (field, why) => `${field} (${why})`,
    holesTitle: 'Пробелы в сборе',
    holeItem: (source, period) => `${source}: ${period}`,
  },
  phrase: {
    stance: 'отношение к объекту',
    themes: 'темы',
    'classify-and-count': 'подсчёт меток классификатора',
    weighted: 'с весами',
    'at the reference mix': 'при эталонном составе',
    'difference estimator (PPI++, DSL)': 'разностная оценка (PPI++, DSL)',
    'difference estimator (PPI++, DSL) with a rectifier pooled over time and widened by its drift':
      'разностная оценка (PPI++, DSL) с поправкой, общей для всех отрезков времени и расширенной на её дрейф',
    'clustered by author and copies': 'кластеризация по авторам и копиям',
    'difference of means, after − before': 'разность средних, после минус до',
    'step in a series': 'сдвиг уровня в ряде',
    'autocorrelated noise and errors of measurement': 'автокоррелированный шум и ошибки измерения',
    'mentions over documents collected': 'упоминания к собранным документам',
    'compound Poisson': 'составное распределение Пуассона',
    'difference of two intervals (MOVER), classes independent':
      'разность двух интервалов (MOVER), классы независимы',
    'drawn at random among mentions with probability of the side at least 0.6':
      'случайный выбор среди упоминаний, у которых вероятность этой стороны не ниже 0,6',
    'nearest in words to the centre of the theme that this side mentions most':
      'ближе всего по словам к центру темы, о которой эта сторона говорит чаще всего',
    'largest probability of the side': 'наибольшая вероятность этой стороны',
    'earliest mention with probability of the side at least 0.6':
      'самое раннее упоминание, у которого вероятность этой стороны не ниже 0,6',
    'one per author and per cluster of copies': 'не более одной цитаты от автора и из группы копий',
  },
  limits: ruLimits,
  tests: ruTests,
  voices: {
    heading: 'Чьи слова',
    intro: (counted) =>
      `Пост может назвать объект словами автора, в цитате или пересказе чужих слов либо в заголовке ссылки, которой он делится. В измерения входят: ${counted}. Упоминание считается чужим, только если все его места стоят в чужих словах и автор им не возражает; это определяется по кавычкам и глаголам речи, с ошибками.`,
    caption: 'Упоминания за период по тому, чьи это слова, с метками без поправок',
    voice: { own: 'слова автора', quoted: 'чужие слова', 'shared-headline': 'заголовки ссылок' },
    labels: (against, favor) => `против ${against.text}, за ${favor.text}`,
  },
  codings: codingsRu,
  method: {
    heading: 'Как получены числа',
    corpus: (p) =>
      `Прочитано ${some(p.records, ['запись', 'записи', 'записей'])} из ${some(p.sources, ['источника', 'источников', 'источников'])}; на период ${p.period} приходится ${some(p.documents, ['документ', 'документа', 'документов'])}.`,
    population: (classes) =>
      `В корпус входят только авторы и издания, которые охвачены источниками, по классам: ${classes}. Классы никогда не объединяются. Тех, кто там не пишет, пишет непублично или чьи сообщения удалены до сбора, в корпусе нет.`,
    mention: (targets) =>
      `Упоминание — это один документ, в котором объект назван одним из заявленных имён. Объекты: ${targets}.`,
    copies:
      'Точные копии, почти одинаковые тексты и репосты сохраняются и группируются. Стандартные ошибки кластеризованы по авторам и группам копий, поэтому один голос, повторённый тысячу раз, не считается за тысячу.',
    annotator: (p) =>
      `Слой «${p.layer}» разметил ${p.name}, версия ${p.version}${p.trainedOn === null ? '' : `; обучающие данные: ${p.trainedOn}`}.`,
    measure: (level) =>
      `Для каждого объекта, класса и отрезка времени баланс оценок — это среднее значений +1 (за), 0 (без оценки) и −1 (против) по упоминаниям, с доверительным интервалом ${level}.`,
    minimum: (mentions, authors) =>
      `Если упоминаний меньше ${mentions.text} или авторов меньше ${authors.text} (групп копий там, где источник не называет авторов), число не приводится.`,
    weights: (p) =>
      [
        'Упоминания имеют разный вес.',
        p.copiesOnce ? 'Скопированный текст считается один раз для каждого объекта и класса.' : '',
        p.authorWeekCap === null
          ? ''
          : `Упоминания объекта одним автором за неделю вместе весят не больше ${p.authorWeekCap}.`,
        p.sources === null ? '' : `Множители источников: ${p.sources}.`,
        'Числа упоминаний и доли обсуждения не взвешены.',
      ]
        .filter(Boolean)
        .join(' '),
    uncorrected:
      'Разметчик ошибается, и его ошибки не гасят друг друга. Ни одно число здесь на них не исправлено; интервалы учитывают только ошибку выборки.',
    events: (declared, rivals, looks) =>
      `В файле исследования названо: заявленных событий — ${declared.text}, конкурирующих — ${rivals.text}; проведено проверок — ${looks.text}.`,
    placebo: (targets) =>
      `Контрольные объекты, измеренные так же; изменений по ним не ожидается: ${targets}.`,
    estimators: (methods) => `Способы оценки: ${methods}.`,
  },
  quality: {
    caption: (level) =>
      `Как разметчик согласуется с людьми, по его паспорту: перекрёстная проверка на размеченных текстах из других мест, интервалы ${level}; как он работает на этом корпусе, неизвестно`,
    language: 'Язык',
    coded: 'Размечено упоминаний',
    macroF1: 'Макро-F1',
    calibrationError: 'Ошибка калибровки',
    unknown: {
      'given-labels': 'Метки пришли вместе с записями; как часто они ошибочны, неизвестно.',
      'no-card': 'Разметчик — программа без паспорта модели; как часто она ошибается, неизвестно.',
    },
  },
  reproduce: {
    heading: 'Как воспроизвести',
    intro:
      'Те же записи, файл исследования, начальное число и версия дают тот же результат байт в байт и тот же номер расчёта.',
    study: 'Исследование',
    runId: 'Номер расчёта',
    configDigest: 'Настройки исследования, SHA-256',
    recordsDigest: (records) => `Сводный хеш (${some(records, ['запись', 'записи', 'записей'])}), SHA-256`,
    recordsRoot: 'Корень Меркла по записям, SHA-256',
    seed: 'Начальное число (seed)',
    version: 'Версия Groundswell',
    stages: 'Версии этапов',
    annotators: 'Разметчики',
  },
};
