import type { ReportLanguage } from '../../../../src/study/config.ts';

/** Words of the article view. */
export interface ArticleWords {
  readonly intro: string;
  readonly chosen: string;
  readonly none: string;
  readonly name: string;
  readonly nameHint: string;
  readonly text: string;
  readonly check: string;
  readonly checking: string;
  readonly again: string;
  /** Where the sentences are confirmed: the file, then the rest. */
  readonly ledger: readonly [string, string];
  readonly another: string;
  readonly older: string;
  readonly tooLong: string;
}

/** In each language. */
export const ARTICLE_WORDS: Readonly<Record<ReportLanguage, ArticleWords>> = {
  en: {
    intro:
      'Paste an article. Every sentence that claims something is marked, by rules: measured, quoted, fact of others, conclusion or opinion.',
    chosen: 'Checked article',
    none: 'none chosen',
    name: 'Name',
    nameHint: 'Letters, digits, spaces, - and _',
    text: 'Text',
    check: 'Check',
    checking: 'The article is being checked…',
    again: 'Check again',
    ledger: ['Confirm or change the sentences in', 'then check again: confirmed ones carry the verdicts.'],
    another: 'Another article',
    older: 'Checked against an earlier run. Check it again to see the verdicts of this one.',
    tooLong: 'An article has at most 500,000 bytes.',
  },
  ru: {
    intro:
      'Вставьте статью. Каждое предложение, которое что-то утверждает, отмечается по правилам: измерено, цитата, сторонний факт, вывод или мнение.',
    chosen: 'Проверенная статья',
    none: 'не выбрана',
    name: 'Название',
    nameHint: 'Буквы, цифры, пробелы, - и _',
    text: 'Текст',
    check: 'Проверить',
    checking: 'Статья проверяется…',
    again: 'Проверить снова',
    ledger: [
      'Подтвердите или исправьте предложения в файле',
      'и проверьте снова: у подтверждённых появятся вердикты.',
    ],
    another: 'Другая статья',
    older: 'Проверено по прежнему запуску. Проверьте снова, чтобы увидеть вердикты нынешнего.',
    tooLong: 'В статье не больше 500 000 байт.',
  },
  zh: {
    intro: '粘贴一篇文章。凡有所主张的句子都会按规则标出：已测量、引语、他方事实、推论或看法。',
    chosen: '已核查的文章',
    none: '未选择',
    name: '名称',
    nameHint: '字母、数字、空格、- 和 _',
    text: '正文',
    check: '核查',
    checking: '正在核查文章……',
    again: '再次核查',
    ledger: ['请在此文件中确认或修改各句：', '然后再次核查，已确认的句子会附上判定。'],
    another: '另一篇文章',
    older: '此文是按较早的运行核查的。再次核查即可看到本次运行的判定。',
    tooLong: '文章最多 500,000 字节。',
  },
};
