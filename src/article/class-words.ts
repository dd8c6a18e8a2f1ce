import type { ClassConfig } from '../study/config.ts';

/** Ids of usual classes and the words by which articles mean them. Written for this purpose. */
const USUAL: readonly { readonly id: RegExp; readonly words: readonly string[] }[] = [
  {
    id: /public|forum|comment|user|social/,
    words: [
      'netizen',
      'netizens',
      'internet user*',
      'social media user*',
      'commenter*',
      'forum*',
      'chats',
      'ordinary user*',
      'online posts',
      'social media',
      'пользовател*',
      'комментатор*',
      'форум*',
      'чаты',
      'чатах',
      'соцсет*',
      'интернет-пользовател*',
      '网民',
      '網民',
      '网友',
      '網友',
      '用户',
      '论坛',
      '評論区',
      '评论区',
      '社交媒体',
    ],
  },
  {
    id: /state/,
    words: [
      'state media',
      'state-run media',
      'state-controlled media',
      'state tv',
      'state television',
      'official media',
      'state press',
      'госсми',
      'государственные сми',
      'государственных сми',
      'провластн*',
      'гостелевидени*',
      '官媒',
      '官方媒体',
      '国家媒体',
      '党媒',
    ],
  },
  {
    id: /blog|milit/,
    words: [
      'military blogger*',
      'war blogger*',
      'milblogger*',
      'blogger*',
      'военкор*',
      'военблогер*',
      'военные блогеры',
      'военных блогеров',
      'блогер*',
      '军事博主',
      '博主',
    ],
  },
  {
    id: /official|government|ministr/,
    words: [
      'official',
      'officials',
      'ministry',
      'ministers',
      'diplomat*',
      'government',
      'чиновник*',
      'министерств*',
      'мид',
      'власти',
      'дипломат*',
      '官员',
      '官員',
      '外交部',
      '政府',
    ],
  },
  {
    id: /business/,
    words: [
      'business press',
      'business daily',
      'business media',
      'деловая пресса',
      'деловой прессе',
      'деловые сми',
      '财经媒体',
      '商报',
      '经济媒体',
    ],
  },
  {
    id: /private|independent/,
    words: [
      'private press',
      'private media',
      'independent press',
      'independent media',
      'независимые сми',
      'независимая пресса',
      '独立媒体',
      '民营媒体',
    ],
  },
  {
    id: /regional|local/,
    words: [
      'regional press',
      'local press',
      'regional media',
      'региональная пресса',
      'региональные сми',
      '地方媒体',
    ],
  },
  {
    id: /expert|academ|elite/,
    words: [
      'expert*',
      'professor*',
      'analyst*',
      'scholar*',
      'эксперт*',
      'профессор*',
      'аналитик*',
      '专家',
      '教授',
      '学者',
      '分析师',
    ],
  },
];

/** A class and the words by which a sentence names it. */
export interface NamedClass {
  readonly id: string;
  readonly words: readonly string[];
}

/** Words for every class of a study, and for usual ones that it lacks: an expert is no netizen, whoever was collected. */
export function classWords(
  classes: readonly ClassConfig[],
  own: Readonly<Record<string, readonly string[]>>,
): NamedClass[] {
  const named = classes.map(({ id, label }) => {
    const usual = USUAL.filter((one) => one.id.test(id))
      .slice(0, 1)
      .flatMap(({ words }) => words);
    return { id, words: [label, ...usual, ...(own[id] ?? [])] };
  });
  const missing = USUAL.filter(({ id }) => !classes.some((one) => id.test(one.id))).map(({ id, words }) => ({
    id: `other:${id.source.split('|')[0]}`,
    words,
  }));
  return [...named, ...missing];
}
