import type { ReportLanguage } from '../../../src/study/config.ts';

/** Words about runs. */
export interface RunWords {
  readonly stages: Readonly<Record<string, string>>;
  readonly status: Readonly<
    Record<'none' | 'waiting' | 'running' | 'cancelling' | 'cancelled' | 'failed' | 'done', string>
  >;
  readonly explained: Readonly<
    Record<'none' | 'waiting' | 'running' | 'cancelling' | 'cancelled' | 'failed' | 'done', string>
  >;
  readonly intro: string;
  readonly start: string;
  readonly again: string;
  readonly cancel: string;
  readonly details: string;
  readonly hide: string;
  readonly progress: string;
  readonly secondsLeft: (seconds: number) => string;
  readonly took: (seconds: number) => string;
  readonly upToDate: string;
  readonly columns: readonly [stage: string, rows: string, time: string];
  readonly warnings: string;
  readonly line: string;
  readonly problems: string;
  readonly estimate: (asked: {
    readonly n: string;
    readonly model: string;
    readonly host: string;
    readonly cost: string | null;
  }) => string;
}

const seconds = (n: number): string => (n < 10 ? n.toFixed(1) : String(Math.round(n)));

const minutes = (n: number, [s, min]: readonly [string, string]): string =>
  n < 90 ? `${Math.ceil(n)} ${s}` : `${Math.ceil(n / 60)} ${min}`;

const en: RunWords = {
  stages: {
    read: 'Read, normalize, annotate',
    deduplicate: 'Find copies',
    assess: 'Assess the annotator',
    coordinate: 'Find campaigns',
    discover: 'Discover themes',
    measure: 'Measure',
    evidence: 'Choose exhibits',
    translate: 'Translate exhibits',
    digest: 'Digest the records',
    report: 'Write the report',
  },
  status: {
    none: 'No run yet',
    waiting: 'The run begins',
    running: 'Running',
    cancelling: 'The run is being ended',
    cancelled: 'The run was cancelled',
    failed: 'The run failed',
    done: 'The run is done',
  },
  explained: {
    none: 'No run was started here since the program began.',
    waiting: 'The files are looked up. What an earlier run has read is not read again.',
    running: 'You may go on reading the last finding meanwhile.',
    cancelling: 'What has been read so far stays.',
    cancelled: 'Nothing is lost: the next run goes on from where this one stopped.',
    failed: 'The last finding stays as it was.',
    done: 'What you see is the new finding.',
  },
  intro:
    'A run reads the files of the study, annotates what is new and measures again. It works in a process of its own, as `groundswell run` does.',
  start: 'Start a run',
  again: 'Run again',
  cancel: 'Cancel the run',
  details: 'Details',
  hide: 'Hide',
  progress: 'Progress',
  secondsLeft: (n) => `about ${minutes(n, ['s', 'min'])} left`,
  took: (n) => `${seconds(n)} s`,
  upToDate: 'up to date',
  columns: ['Step', 'Rows', 'Time'],
  warnings: 'Warnings',
  line: 'Line',
  problems: 'What went wrong',
  estimate: ({ n, model, host, cost }) =>
    `${n} mentions are sent to ${model} at ${host}${cost === null ? '' : `, for about ${cost}`}.`,
};

const ru: RunWords = {
  stages: {
    read: 'Чтение, нормализация, разметка',
    deduplicate: 'Поиск копий',
    assess: 'Оценка разметчика',
    coordinate: 'Поиск кампаний',
    discover: 'Поиск тем',
    measure: 'Измерение',
    evidence: 'Выбор цитат',
    translate: 'Перевод цитат',
    digest: 'Контрольные суммы записей',
    report: 'Запись отчёта',
  },
  status: {
    none: 'Запусков ещё не было',
    waiting: 'Запуск начинается',
    running: 'Идёт запуск',
    cancelling: 'Запуск завершается',
    cancelled: 'Запуск отменён',
    failed: 'Запуск не удался',
    done: 'Запуск завершён',
  },
  explained: {
    none: 'С начала работы программы здесь ничего не запускали.',
    waiting: 'Просматриваются файлы. Прочитанное раньше заново не читается.',
    running: 'Тем временем можно читать прежний результат.',
    cancelling: 'Уже прочитанное сохраняется.',
    cancelled: 'Ничего не потеряно: следующий запуск продолжит с этого места.',
    failed: 'Прежний результат остался без изменений.',
    done: 'На странице новый результат.',
  },
  intro:
    'Запуск читает файлы исследования, размечает новое и измеряет заново. Он работает отдельным процессом, как `groundswell run`.',
  start: 'Запустить',
  again: 'Запустить снова',
  cancel: 'Отменить запуск',
  details: 'Подробнее',
  hide: 'Скрыть',
  progress: 'Ход запуска',
  secondsLeft: (n) => `осталось около ${minutes(n, ['с', 'мин'])}`,
  took: (n) => `${seconds(n).replace('.', ',')} с`,
  upToDate: 'без изменений',
  columns: ['Шаг', 'Строки', 'Время'],
  warnings: 'Предупреждения',
  line: 'Строка',
  problems: 'Что не получилось',
  estimate: ({ n, model, host, cost }) =>
    `Упоминаний, отправляемых модели ${model} на ${host}: ${n}${cost === null ? '' : `, примерно за ${cost}`}.`,
};

const zh: RunWords = {
  stages: {
    read: '读取、规范化、标注',
    deduplicate: '查找副本',
    assess: '评估标注器',
    coordinate: '查找协同活动',
    discover: '发现主题',
    measure: '测量',
    evidence: '选取引文',
    translate: '翻译引文',
    digest: '计算记录摘要',
    report: '撰写报告',
  },
  status: {
    none: '尚未运行',
    waiting: '即将开始运行',
    running: '正在运行',
    cancelling: '正在结束运行',
    cancelled: '运行已取消',
    failed: '运行失败',
    done: '运行完成',
  },
  explained: {
    none: '程序启动以来，此处没有运行过。',
    waiting: '正在查看文件。以前读过的内容不会重读。',
    running: '运行期间可以继续阅读上一次的结果。',
    cancelling: '已读取的内容会保留。',
    cancelled: '没有丢失任何内容：下一次运行会从中断处继续。',
    failed: '上一次的结果保持不变。',
    done: '现在显示的是新结果。',
  },
  intro: '运行会读取研究的文件，标注新内容，并重新测量。它在单独的进程中进行，与 `groundswell run` 相同。',
  start: '开始运行',
  again: '重新运行',
  cancel: '取消运行',
  details: '详情',
  hide: '隐藏',
  progress: '进度',
  secondsLeft: (n) => `约剩 ${minutes(n, ['秒', '分钟'])}`,
  took: (n) => `${seconds(n)} 秒`,
  upToDate: '无变化',
  columns: ['步骤', '行数', '用时'],
  warnings: '警告',
  line: '行',
  problems: '出错原因',
  estimate: ({ n, model, host, cost }) =>
    `将有 ${n} 条提及发送给 ${host} 上的 ${model}${cost === null ? '' : `，费用约 ${cost}`}。`,
};

/** The words about runs in each language. */
export const RUN_WORDS: Readonly<Record<ReportLanguage, RunWords>> = { en, ru, zh };
