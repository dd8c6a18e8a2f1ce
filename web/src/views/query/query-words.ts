import type { ReportLanguage } from '../../../../src/study/config.ts';

/** Words of the query builder. */
export interface QueryWords {
  readonly intro: string;
  readonly target: string;
  readonly aliases: string;
  readonly exclude: string;
  readonly hint: string;
  readonly anyLanguage: string;
  readonly codeWords: string;
  readonly found: (n: string, of: string, share: string) => string;
  readonly from: Readonly<Record<'store' | 'files', string>>;
  readonly overTime: string;
  readonly columns: readonly [period: string, found: string, drawn: string];
  readonly shown: Readonly<Record<'found' | 'gained' | 'lost', string>>;
  readonly posts: string;
  readonly others: string;
  readonly none: string;
  readonly withheld: string;
  readonly suggest: string;
  readonly suggestions: string;
  readonly noSuggestions: string;
  readonly kinds: Readonly<Record<'form' | 'spelling' | 'code-word', string>>;
  readonly counts: (missed: string, near: string) => string;
  readonly ambiguous: string;
  readonly add: string;
  readonly review: string;
  readonly difference: (file: string) => string;
  readonly save: string;
  readonly back: string;
  readonly undo: string;
  readonly reload: string;
  readonly saved: string;
  readonly line: string;
  readonly unchanged: string;
  readonly lines: Readonly<Record<' ' | '-' | '+', string>>;
}

const en: QueryWords = {
  intro:
    'What a target is called decides what is found. Edit the words; below stands at once what they find and what they miss.',
  target: 'Target',
  aliases: 'Words that name it',
  exclude: 'Longer words that are something else',
  hint: 'Separated by commas or lines. Cases and plurals are formed; =word is taken as it is, word* stands for all that begins so.',
  anyLanguage: 'any language',
  codeWords: 'Lists of code words',
  found: (n, of, share) => `${n} of ${of} posts (${share})`,
  from: {
    store: 'Drawn from the stored posts of the last run.',
    files: 'From the beginning of the source files, as there is no run yet.',
  },
  overTime: 'Found over time, as a share of the posts',
  columns: ['From', 'Found', 'Posts'],
  shown: { found: 'All found', gained: 'New', lost: 'No longer found' },
  posts: 'A random sample',
  others: 'Draw others',
  none: 'There is no such post.',
  withheld: 'The privacy profile of this study shows nobody’s words.',
  suggest: 'Look for missing words',
  suggestions: 'Words that may be missing',
  noSuggestions: 'No form, spelling or code word was found that these words miss.',
  kinds: { form: 'form', spelling: 'spelling', 'code-word': 'code word' },
  counts: (missed, near) => `in ${missed} posts that are missed, ${near} that are found`,
  ambiguous: 'means something else too',
  add: 'Add',
  review: 'Look at the change',
  difference: (file) => `What changes in ${file}`,
  save: 'Save to the study file',
  back: 'Go on editing',
  undo: 'Undo all',
  reload: 'Load the file again',
  saved: 'Saved. Run the study again to measure with these words.',
  line: 'line',
  unchanged: 'Nothing is changed.',
  lines: { ' ': 'unchanged', '-': 'taken out', '+': 'put in' },
};

const ru: QueryWords = {
  intro:
    'От того, как называют объект, зависит, что найдётся. Меняйте слова: ниже сразу видно, что они находят и что упускают.',
  target: 'Объект',
  aliases: 'Слова, которыми его называют',
  exclude: 'Более длинные слова о другом',
  hint: 'Через запятую или с новой строки. Падежи образуются сами; =слово берётся как есть, слово* — всё, что так начинается.',
  anyLanguage: 'любой язык',
  codeWords: 'Списки кодовых слов',
  found: (n, of, share) => `${n} из ${of} постов (${share})`,
  from: {
    store: 'Взяты из сохранённых постов последнего запуска.',
    files: 'Взяты из начала файлов: запусков ещё не было.',
  },
  overTime: 'Найдено по времени, доля от постов',
  columns: ['С', 'Найдено', 'Посты'],
  shown: { found: 'Все найденные', gained: 'Новые', lost: 'Больше не находятся' },
  posts: 'Случайная выборка',
  others: 'Взять другие',
  none: 'Таких постов нет.',
  withheld: 'Профиль конфиденциальности этого исследования не показывает ничьих слов.',
  suggest: 'Искать пропущенные слова',
  suggestions: 'Слова, которых, возможно, не хватает',
  noSuggestions: 'Не нашлось ни форм, ни написаний, ни кодовых слов, которые эти слова упускают.',
  kinds: { form: 'форма', spelling: 'написание', 'code-word': 'кодовое слово' },
  counts: (missed, near) => `постов: упущено ${missed}, найдено ${near}`,
  ambiguous: 'значит и другое',
  add: 'Добавить',
  review: 'Посмотреть изменение',
  difference: (file) => `Что изменится в ${file}`,
  save: 'Сохранить в файл исследования',
  back: 'Править дальше',
  undo: 'Отменить всё',
  reload: 'Прочитать файл заново',
  saved: 'Сохранено. Запустите исследование снова, чтобы измерить с этими словами.',
  line: 'строка',
  unchanged: 'Ничего не изменено.',
  lines: { ' ': 'без изменений', '-': 'убрано', '+': 'добавлено' },
};

const zh: QueryWords = {
  intro: '对象怎样被称呼，决定能找到什么。修改词语，下方会立即显示找到和遗漏的内容。',
  target: '对象',
  aliases: '称呼它的词',
  exclude: '含有该词而另有所指的更长的词',
  hint: '用逗号或换行分隔。各种词形自动生成；=词 按原样匹配，词* 匹配以其开头的所有词。',
  anyLanguage: '任何语言',
  codeWords: '暗语列表',
  found: (n, of, share) => `${of} 条帖子中 ${n} 条（${share}）`,
  from: { store: '取自上次运行存储的帖子。', files: '尚未运行，取自来源文件的开头。' },
  overTime: '各时段找到的比例',
  columns: ['起', '找到', '帖子'],
  shown: { found: '全部找到的', gained: '新找到的', lost: '不再找到的' },
  posts: '随机样本',
  others: '换一批',
  none: '没有这样的帖子。',
  withheld: '此研究的隐私设置不显示任何人的原话。',
  suggest: '查找遗漏的词',
  suggestions: '可能遗漏的词',
  noSuggestions: '没有发现这些词遗漏的词形、写法或暗语。',
  kinds: { form: '词形', spelling: '写法', 'code-word': '暗语' },
  counts: (missed, near) => `遗漏的帖子 ${missed} 条，已找到的 ${near} 条`,
  ambiguous: '另有他义',
  add: '添加',
  review: '查看改动',
  difference: (file) => `${file} 中的改动`,
  save: '保存到研究文件',
  back: '继续编辑',
  undo: '全部撤销',
  reload: '重新读取文件',
  saved: '已保存。请重新运行研究，以用这些词测量。',
  line: '行',
  unchanged: '没有改动。',
  lines: { ' ': '未变', '-': '删去', '+': '加入' },
};

/** The words of the query builder in each language. */
export const QUERY_WORDS: Readonly<Record<ReportLanguage, QueryWords>> = { en, ru, zh };
