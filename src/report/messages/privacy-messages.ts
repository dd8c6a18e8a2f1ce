import type { FindingPrivacy } from '../../domain/privacy.ts';
import type { Count } from '../locale-format.ts';

/** The statement of what is kept of people and what of it is shown. */
export interface PrivacyMessages {
  readonly heading: string;
  readonly stored: string;
  readonly pseudonyms: string;
  readonly kept: (days: Count | null) => string;
  readonly quoted: Readonly<Record<FindingPrivacy['profile'], (published: string | null) => string>>;
  readonly privateWords: Readonly<Record<FindingPrivacy['privateWords'], string>>;
  readonly removed: string;
  readonly withheld: (authors: Count) => string;
  readonly leftOut: (forgotten: Count, tooOld: Count) => string;
}

/** English. */
export const enPrivacy: PrivacyMessages = {
  heading: 'Data protection',
  stored:
    'Stored, on the machine of whoever ran the study: every record as received with its SHA-256, and of each its text, time, language, place where the source gives one, and labels. This report and the finding hold numbers and the quotes above.',
  pseudonyms:
    'In all tables made from the records an author is a pseudonym: a keyed digest (HMAC-SHA-256) of the handle. The key lies outside the store. The records themselves hold what the source gave of their author.',
  kept: (days) =>
    days === null
      ? 'The study sets no limit to how long records are kept.'
      : `Records are removed from the store ${days.text} days after publication, by the next run.`,
  quoted: {
    'verbatim-institutions': (published) =>
      published === null
        ? 'No class is an institution or a large public channel, so nobody is quoted in full.'
        : `Quoted in full: ${published}, whose words are published speech.`,
    excerpts: () =>
      'Nobody is quoted in full: of everyone at most six words in a row are shown, with the day.',
    none: () => 'Nobody is quoted.',
  },
  privateWords: {
    excerpt: 'Of private persons at most six words in a row are shown, with the day and without address.',
    paraphrase: 'Of private persons no word is shown.',
  },
  removed:
    'Removed from all that is shown: handles, links, e-mail addresses, phone and card numbers, numbers of identity papers. Names of persons in texts are not removed.',
  withheld: (authors) =>
    `Numbers of fewer than ${authors.text} authors are withheld for anonymity, and so are those from which they could be found by subtraction.`,
  leftOut: (forgotten, tooOld) =>
    `Left out on request: ${forgotten.text} records. Left out because of their age: ${tooOld.text}.`,
};

/** Russian. */
export const ruPrivacy: PrivacyMessages = {
  heading: 'Защита данных',
  stored:
    'Хранятся на компьютере того, кто проводил исследование: каждая запись в полученном виде с её SHA-256, а также её текст, время, язык, место, если его указывает источник, и метки. В отчёте и в файле результата есть только числа и приведённые выше цитаты.',
  pseudonyms:
    'Во всех таблицах, сделанных из записей, автор обозначен псевдонимом: это дайджест ника с ключом (HMAC-SHA-256). Ключ лежит вне хранилища. В самих записях есть то, что источник сообщил об авторе.',
  kept: (days) =>
    days === null
      ? 'Срок хранения записей в исследовании не ограничен.'
      : `Срок хранения записей после публикации, дней: ${days.text}; более старые удаляет следующий запуск.`,
  quoted: {
    'verbatim-institutions': (published) =>
      published === null
        ? 'Среди классов нет ни учреждений, ни крупных публичных каналов, поэтому полностью никто не цитируется.'
        : `Полностью цитируются: ${published}; это публичная речь.`,
    excerpts: () => 'Полностью никто не цитируется: показано не больше шести слов подряд и день публикации.',
    none: () => 'Никто не цитируется.',
  },
  privateWords: {
    excerpt: 'Слова частных лиц показаны не больше чем по шесть подряд, с днём и без адреса.',
    paraphrase: 'Слова частных лиц не показаны.',
  },
  removed:
    'Из всего показанного удалены ники, ссылки, адреса почты, номера телефонов, карт и документов. Имена людей в текстах не удаляются.',
  withheld: (authors) =>
    `Ради анонимности скрыты числа, за которыми авторов меньше ${authors.text}, и те, из которых их можно найти вычитанием.`,
  leftOut: (forgotten, tooOld) =>
    `Исключено записей по просьбе: ${forgotten.text}; из-за срока хранения: ${tooOld.text}.`,
};

/** Chinese. */
export const zhPrivacy: PrivacyMessages = {
  heading: '数据保护',
  stored:
    '保存在研究者计算机上的内容：每条记录的原样及其 SHA-256，以及正文、时间、语言、来源给出的地点和标注。本报告和结果文件只含数值和上述引文。',
  pseudonyms:
    '由记录生成的各表中，作者均以化名表示：账号的带密钥摘要（HMAC-SHA-256）。密钥存放在数据存储之外。记录本身含有来源给出的作者信息。',
  kept: (days) =>
    days === null
      ? '本研究没有限定记录的保存期限。'
      : `记录在发布 ${days.text} 天后，由下一次运行从存储中删除。`,
  quoted: {
    'verbatim-institutions': (published) =>
      published === null
        ? '各类别中没有机构或大型公开频道，因此不全文引用任何人。'
        : `全文引用：${published}，其言论属公开发表。`,
    excerpts: () => '不全文引用任何人：每人至多显示连续六个词和日期。',
    none: () => '不引用任何人的话。',
  },
  privateWords: {
    excerpt: '私人的话至多显示连续六个词（汉字每字计为一词），只给日期，不给地址。',
    paraphrase: '私人的话一词也不显示。',
  },
  removed: '凡显示之处均已删除账号、链接、电子邮箱、电话号码、银行卡号和证件号码。文中的人名不删除。',
  withheld: (authors) => `不足 ${authors.text} 位作者的数值为匿名隐去，可由相减推出它们的数值也隐去。`,
  leftOut: (forgotten, tooOld) =>
    `应要求删除的记录：${forgotten.text} 条；因超过保存期限删除：${tooOld.text} 条。`,
};
