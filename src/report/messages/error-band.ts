import type { ReportLanguage } from '../../study/config.ts';

/** The range of the true number if the annotator errs as it did on coded texts. */
export interface ErrorBandMessages {
  readonly level: (p: { lower: string; upper: string; level: string }) => string;
  readonly change: (p: { lower: string; upper: string; level: string }) => string;
  /** Said where nothing tells how the annotator errs on another kind of text. */
  readonly oneKind: string;
  /** Heading of a column of bands. */
  readonly column: string;
  readonly method: string;
}

/** The same in every language of reports. */
export const ERROR_BAND: Readonly<Record<ReportLanguage, ErrorBandMessages>> = {
  en: {
    level: (p) =>
      `If the model errs here as it does on coded texts, the true balance lies between ${p.lower} and ${p.upper} points (${p.level}). No text of this corpus was coded to check that.`,
    change: (p) =>
      `If the model errs here as it does on coded texts, and before the event as after it, the true change lies between ${p.lower} and ${p.upper} points (${p.level}). No text of this corpus was coded to check that.`,
    oneKind: 'How it errs on other kinds of text than the one coded is not known and not in this range.',
    column: 'True balance if the model errs as on coded texts',
    method:
      'The range of the true balance is the set of balances from which a model with the errors of its card could have made the labels counted. It carries sampling error, and how differently the model errs on the kinds of text that were coded. It takes errors to depend on the true stance alone; it is no correction, and only codings of this corpus can give one.',
  },
  ru: {
    level: (p) =>
      `Если модель ошибается здесь так же, как на размеченных людьми текстах, истинный баланс лежит между ${p.lower} и ${p.upper} п. (${p.level}). Тексты этого корпуса для проверки не размечались.`,
    change: (p) =>
      `Если модель ошибается здесь так же, как на размеченных людьми текстах, и до события так же, как после, истинное изменение лежит между ${p.lower} и ${p.upper} п. (${p.level}). Тексты этого корпуса для проверки не размечались.`,
    oneKind:
      'Как она ошибается на текстах иного рода, чем размеченные, неизвестно и в этот диапазон не входит.',
    column: 'Истинный баланс, если ошибки как на размеченных текстах',
    method:
      'Диапазон истинного баланса — это все балансы, из которых модель с ошибками своей карточки могла получить подсчитанные метки. Он учитывает ошибку выборки и то, насколько по-разному модель ошибается на размеченных текстах разного рода. Считается, что ошибки зависят только от истинной позиции; это не поправка: её дают только размеченные тексты этого корпуса.',
  },
  zh: {
    level: (p) =>
      `如果模型在此处的错误与其在人工标注文本上的错误相同，真实净倾向介于 ${p.lower} 与 ${p.upper} 个百分点之间（${p.level}）。本语料没有人工标注的文本可供核对。`,
    change: (p) =>
      `如果模型在此处的错误与其在人工标注文本上的错误相同，且事件前后一致，真实变化介于 ${p.lower} 与 ${p.upper} 个百分点之间（${p.level}）。本语料没有人工标注的文本可供核对。`,
    oneKind: '模型在其他类型文本上的错误未知，不包含在此范围内。',
    column: '错误与标注文本相同时的真实净倾向',
    method:
      '真实净倾向的范围，是错误与模型说明卡一致时可能产生所计标签的全部净倾向。它包含抽样误差，以及模型在不同类型标注文本上错误的差别。它假定错误只取决于真实立场；这不是校正，只有对本语料的人工标注才能校正。',
  },
};
