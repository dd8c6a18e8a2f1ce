import type { ReportLanguage } from '../../../../src/study/config.ts';

/** Words of the guided start. */
export interface StartWords {
  readonly title: string;
  readonly intro: string;
  readonly steps: readonly [files: string, fields: string, targets: string, study: string, write: string];
  readonly filesIn: (folder: string) => string;
  readonly noFiles: string;
  readonly cut: string;
  readonly chooseFirst: string;
  readonly format: string;
  readonly speaker: string;
  readonly classes: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly files: (n: number) => string;
  readonly usable: (n: string, of: string, isWhole: boolean) => string;
  readonly days: (first: string, last: string) => string;
  readonly ownFields: string;
  readonly none: string;
  readonly field: Readonly<Record<string, string>>;
  readonly columns: readonly [field: string, column: string, examples: string];
  readonly preview: string;
  readonly previewColumns: readonly [day: string, author: string, text: string];
  readonly hasAuthor: readonly [yes: string, no: string];
  readonly rejected: string;
  readonly target: string;
  readonly targetHint: string;
  readonly label: string;
  readonly aliases: string;
  readonly aliasesHint: string;
  readonly exclude: string;
  readonly excludeHint: string;
  readonly placebo: string;
  readonly placeboHint: string;
  readonly addTarget: string;
  readonly remove: string;
  readonly studyTitle: string;
  readonly question: string;
  readonly questionHint: string;
  readonly first: string;
  readonly last: string;
  readonly partRead: string;
  readonly bin: string;
  readonly bins: Readonly<Record<'day' | 'week' | 'month', string>>;
  readonly missing: string;
  readonly file: string;
  readonly line: string;
  readonly write: string;
  readonly exists: string;
  readonly replace: string;
  readonly written: string;
  readonly ready: string;
}

const en: StartWords = {
  title: 'A new study',
  intro:
    'Five answers, then the first finding. They become a study file that you can read and edit; the posts stay where they are.',
  steps: ['Files', 'Fields', 'Targets', 'Study', 'Write and run'],
  filesIn: (folder) => `Files in ${folder} that may hold posts`,
  noFiles:
    'There is no file here that may hold posts. Put files into this folder (CSV, JSON lines, JSON, Parquet, exports of Telegram, Reddit and others), then look again.',
  cut: 'There are more files than are listed; start in a folder with fewer.',
  chooseFirst: 'Choose files first.',
  format: 'Format',
  speaker: 'Who speaks',
  classes: {
    public: 'Posts and comments of users',
    'state-media': 'State media',
    'private-press': 'Private press',
    'business-press': 'Business press',
    officials: 'Officials',
    'military-bloggers': 'Military bloggers',
  },
  zone: 'Time zone of the source',
  files: (n) => (n === 1 ? '1 file' : `${n} files, read alike`),
  usable: (n, of, isWhole) =>
    `${n} of ${of} records can be used${isWhole ? '' : ' (the beginning of the file)'}`,
  days: (first, last) => `${first} to ${last}`,
  ownFields: 'This format has fields of its own; there is nothing to map.',
  none: '– none –',
  field: {
    id: 'Id of the post',
    text: 'Text',
    title: 'Headline',
    publishedAt: 'Time of publication',
    author: 'Author',
    url: 'Address',
    region: 'Place',
    language: 'Language',
  },
  columns: ['Field', 'Column of the file', 'In the file'],
  preview: 'The first records as a run reads them',
  previewColumns: ['Day', 'Author', 'Text'],
  hasAuthor: ['yes', 'no'],
  rejected: 'Why records cannot be used',
  target: 'Target',
  targetHint: 'What people take a stance toward: a country, a firm, a person.',
  label: 'Name',
  aliases: 'Words that name it',
  aliasesHint: 'Separated by commas or lines. Cases and adjectives are formed from them.',
  exclude: 'Longer words that are something else',
  excludeHint: 'South China Sea, Китай-город',
  placebo: 'Placebo: expected not to move',
  placeboHint: 'Without one, a change of mood in general looks like a change toward the target.',
  addTarget: 'Add a target',
  remove: 'Remove',
  studyTitle: 'Title',
  question: 'Question',
  questionHint: 'Written before the data are read.',
  first: 'First day',
  last: 'Last day',
  partRead: 'Only the beginning of a file was read: see that the days are those of the whole.',
  bin: 'A point in the charts is a',
  bins: { day: 'day', week: 'week', month: 'month' },
  missing: 'Still needed: files whose records can be used, a target with a name, and a title.',
  file: 'The study file',
  line: 'line',
  write: 'Write the study file and run',
  exists: 'There is a study file in this folder already. It is kept beside the new one as a copy.',
  replace: 'Replace it and run',
  written: 'The study file is written. The run follows.',
  ready: 'The study file is there. The first run makes its finding.',
};

const ru: StartWords = {
  title: 'Новое исследование',
  intro:
    'Пять ответов — и первый результат. Из ответов получится файл исследования, который можно читать и править; посты остаются на месте.',
  steps: ['Файлы', 'Поля', 'Объекты', 'Исследование', 'Запись и запуск'],
  filesIn: (folder) => `Файлы в ${folder}, в которых могут быть посты`,
  noFiles:
    'Здесь нет файлов, в которых могут быть посты. Положите файлы в эту папку (CSV, JSON по строкам, JSON, Parquet, выгрузки Telegram, Reddit и другие) и обновите список.',
  cut: 'Файлов больше, чем показано; начните в папке, где их меньше.',
  chooseFirst: 'Сначала выберите файлы.',
  format: 'Формат',
  speaker: 'Кто говорит',
  classes: {
    public: 'Посты и комментарии пользователей',
    'state-media': 'Государственные СМИ',
    'private-press': 'Частная пресса',
    'business-press': 'Деловая пресса',
    officials: 'Официальные лица',
    'military-bloggers': 'Военные блогеры',
  },
  zone: 'Часовой пояс источника',
  files: (n) => (n === 1 ? '1 файл' : `файлов: ${n}, читаются одинаково`),
  usable: (n, of, isWhole) => `Годных записей: ${n} из ${of}${isWhole ? '' : ' (начало файла)'}`,
  days: (first, last) => `с ${first} по ${last}`,
  ownFields: 'У этого формата свои поля; сопоставлять нечего.',
  none: '– нет –',
  field: {
    id: 'Номер поста',
    text: 'Текст',
    title: 'Заголовок',
    publishedAt: 'Время публикации',
    author: 'Автор',
    url: 'Адрес',
    region: 'Место',
    language: 'Язык',
  },
  columns: ['Поле', 'Столбец файла', 'В файле'],
  preview: 'Первые записи так, как их читает запуск',
  previewColumns: ['День', 'Автор', 'Текст'],
  hasAuthor: ['есть', 'нет'],
  rejected: 'Почему записи не годятся',
  target: 'Объект',
  targetHint: 'То, к чему относятся люди: страна, фирма, человек.',
  label: 'Название',
  aliases: 'Слова, которыми его называют',
  aliasesHint: 'Через запятую или с новой строки. Падежи и прилагательные образуются сами.',
  exclude: 'Более длинные слова о другом',
  excludeHint: 'Китай-город, South China Sea',
  placebo: 'Плацебо: сдвига не ожидается',
  placeboHint: 'Без него общая смена настроения выглядит как сдвиг в отношении к объекту.',
  addTarget: 'Добавить объект',
  remove: 'Убрать',
  studyTitle: 'Заголовок',
  question: 'Вопрос',
  questionHint: 'Записан до чтения данных.',
  first: 'Первый день',
  last: 'Последний день',
  partRead: 'Прочитано только начало файла: проверьте, что дни охватывают его целиком.',
  bin: 'Точка на графике — это',
  bins: { day: 'день', week: 'неделя', month: 'месяц' },
  missing: 'Не хватает: файлов с годными записями, объекта с названием и заголовка.',
  file: 'Файл исследования',
  line: 'строка',
  write: 'Записать файл и запустить',
  exists: 'В этой папке уже есть файл исследования. Рядом с новым останется его копия.',
  replace: 'Заменить и запустить',
  written: 'Файл исследования записан. Начинается запуск.',
  ready: 'Файл исследования есть. Первый запуск даст результат.',
};

const zh: StartWords = {
  title: '新建研究',
  intro: '回答五个问题，即可得到第一个结果。回答会写成一个可读可改的研究文件；帖子留在原处。',
  steps: ['文件', '字段', '对象', '研究', '写入并运行'],
  filesIn: (folder) => `${folder} 中可能含有帖子的文件`,
  noFiles:
    '此处没有可能含有帖子的文件。请把文件放入此文件夹（CSV、JSON 行、JSON、Parquet，以及 Telegram、Reddit 等的导出），然后刷新。',
  cut: '文件多于所列；请在文件较少的文件夹中启动。',
  chooseFirst: '请先选择文件。',
  format: '格式',
  speaker: '谁在说话',
  classes: {
    public: '网民发帖与评论',
    'state-media': '官方媒体',
    'private-press': '民营媒体',
    'business-press': '财经媒体',
    officials: '官员与政府机构',
    'military-bloggers': '军事博主',
  },
  zone: '来源所在时区',
  files: (n) => (n === 1 ? '1 个文件' : `${n} 个文件，读法相同`),
  usable: (n, of, isWhole) => `${of} 条记录中 ${n} 条可用${isWhole ? '' : '（文件开头部分）'}`,
  days: (first, last) => `${first} 至 ${last}`,
  ownFields: '此格式自带字段，无需对应。',
  none: '– 无 –',
  field: {
    id: '帖子编号',
    text: '正文',
    title: '标题',
    publishedAt: '发布时间',
    author: '作者',
    url: '网址',
    region: '地点',
    language: '语言',
  },
  columns: ['字段', '文件中的列', '文件内容'],
  preview: '运行时读到的前几条记录',
  previewColumns: ['日期', '作者', '正文'],
  hasAuthor: ['有', '无'],
  rejected: '记录不可用的原因',
  target: '对象',
  targetHint: '人们对其表态的事物：国家、公司、人物。',
  label: '名称',
  aliases: '称呼它的词',
  aliasesHint: '用逗号或换行分隔。俄语各格与形容词会自动生成。',
  exclude: '含有该词而另有所指的更长的词',
  excludeHint: '印度尼西亚、South China Sea',
  placebo: '安慰剂：预期不变',
  placeboHint: '没有它，整体情绪的变化看上去就像对该对象态度的变化。',
  addTarget: '添加对象',
  remove: '移除',
  studyTitle: '标题',
  question: '问题',
  questionHint: '在读取数据之前写下。',
  first: '第一天',
  last: '最后一天',
  partRead: '只读了文件开头：请确认日期涵盖整个文件。',
  bin: '图中每一点代表',
  bins: { day: '一天', week: '一周', month: '一个月' },
  missing: '还需要：记录可用的文件、有名称的对象，以及标题。',
  file: '研究文件',
  line: '行',
  write: '写入研究文件并运行',
  exists: '此文件夹中已有研究文件。旧文件会作为副本保留在旁边。',
  replace: '替换并运行',
  written: '研究文件已写入，随即运行。',
  ready: '研究文件已在。第一次运行将得出结果。',
};

/** The words of the guided start in each language. */
export const START_WORDS: Readonly<Record<ReportLanguage, StartWords>> = { en, ru, zh };
