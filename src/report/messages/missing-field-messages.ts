import type { ReportLanguage } from '../../study/config.ts';

/** Fields of a document that a source may not give. */
const FIELDS: Readonly<Record<string, Readonly<Record<ReportLanguage, string>>>> = {
  title: { en: 'title', ru: 'заголовок', zh: '标题' },
  url: { en: 'address', ru: 'адрес', zh: '网址' },
  author: { en: 'author', ru: 'автор', zh: '作者' },
  language: { en: 'language', ru: 'язык', zh: '语言' },
  region: { en: 'region', ru: 'регион', zh: '地区' },
  quoted: { en: 'words of others', ru: 'чужие слова', zh: '他人原话' },
  repostOf: { en: 'what is reposted', ru: 'что перепечатано', zh: '转发来源' },
  retrievedAt: { en: 'time of collection', ru: 'время сбора', zh: '采集时间' },
  nLikes: { en: 'likes', ru: 'число отметок', zh: '点赞数' },
  nReposts: { en: 'reposts', ru: 'число репостов', zh: '转发数' },
  nReplies: { en: 'replies', ru: 'число ответов', zh: '回复数' },
  nViews: { en: 'views', ru: 'число просмотров', zh: '浏览数' },
};

type Translated = Readonly<Record<Exclude<ReportLanguage, 'en'>, string>>;

/** Why, as the adapters say it, in the other languages. */
const REASONS: Readonly<Record<string, Translated>> = {
  'a table does not mark the words of others': {
    ru: 'в таблице чужие слова не отмечены',
    zh: '表格不标出他人的话',
  },
  'a data set does not mark the words of others': {
    ru: 'в наборе данных чужие слова не отмечены',
    zh: '数据集不标出他人的话',
  },
  'a plain record does not mark the words of others': {
    ru: 'в простой записи чужие слова не отмечены',
    zh: '普通记录不标出他人的话',
  },
  'comments do not mark the words of others': {
    ru: 'в комментариях чужие слова не отмечены',
    zh: '评论不标出他人的话',
  },
  'items do not mark the words of others; block quotes in HTML are found later': {
    ru: 'в записях ленты чужие слова не отмечены; цитаты в HTML находятся позже',
    zh: '条目不标出他人的话；HTML 中的引用块稍后识别',
  },
  'texts mark the words of others in ways of their own; Markdown quotes are found later': {
    ru: 'в текстах чужие слова отмечены по-разному; цитаты Markdown находятся позже',
    zh: '各文本标出他人的话的方式不一；Markdown 引用稍后识别',
  },
  'a feed does not say when it was read': {
    ru: 'лента не говорит, когда её прочли',
    zh: '订阅源不说明读取时间',
  },
  'an item taken from elsewhere names the other feed, not the item': {
    ru: 'запись, взятая из другой ленты, называет ленту, а не запись',
    zh: '转自他处的条目只注明订阅源，不注明原条目',
  },
  'feeds give points on the map, and for few items': {
    ru: 'ленты дают точку на карте, и лишь у немногих записей',
    zh: '订阅源只给出地图坐标，且仅限少数条目',
  },
  'feeds do not count likes': { ru: 'ленты не считают отметок', zh: '订阅源不计点赞' },
  'feeds do not count reposts': { ru: 'ленты не считают репостов', zh: '订阅源不计转发' },
  'feeds do not count views': { ru: 'ленты не считают просмотров', zh: '订阅源不计浏览' },
  'pages state the language of their buttons, not of posts': {
    ru: 'страницы называют язык кнопок, а не сообщений',
    zh: '页面注明的是界面语言，不是帖文语言',
  },
  'profiles state places in words of their own, and few do': {
    ru: 'в профилях место названо вольно и у немногих',
    zh: '个人资料中的地点写法随意，且填写者少',
  },
  'forums know quotes, no reposts': {
    ru: 'на форумах есть цитаты, но не репосты',
    zh: '论坛有引用，没有转发',
  },
  'counts of thanks differ by forum and are seldom complete': {
    ru: 'благодарности на каждом форуме считают по-своему и редко полно',
    zh: '各论坛的感谢计数方式不一，且少有完整',
  },
  'forums know no reposts': { ru: 'на форумах нет репостов', zh: '论坛没有转发' },
  'forums count replies to topics, not to posts': {
    ru: 'форумы считают ответы в теме, а не на сообщение',
    zh: '论坛统计主题的回复，不统计单帖的回复',
  },
  'forums count views of topics, not of posts': {
    ru: 'форумы считают просмотры темы, а не сообщения',
    zh: '论坛统计主题的浏览，不统计单帖的浏览',
  },
  'Reddit does not state it': { ru: 'Reddit этого не сообщает', zh: 'Reddit 不提供' },
  'messages have no title': { ru: 'у сообщений нет заголовка', zh: '消息没有标题' },
  'an export does not name the public address of a chat': {
    ru: 'в выгрузке нет публичного адреса чата',
    zh: '导出文件不含群聊的公开网址',
  },
  'an export names the first author of a forwarded message, not the message': {
    ru: 'выгрузка называет первого автора пересланного, а не само сообщение',
    zh: '导出文件注明转发消息的原作者，不注明原消息',
  },
  'Telegram does not state it': { ru: 'Telegram этого не сообщает', zh: 'Telegram 不提供' },
  'an export does not say when it was made': {
    ru: 'выгрузка не говорит, когда сделана',
    zh: '导出文件不说明导出时间',
  },
  'an export leaves out forward counts': { ru: 'в выгрузке нет числа пересылок', zh: '导出文件不含转发数' },
  'an export leaves out comment counts': {
    ru: 'в выгрузке нет числа комментариев',
    zh: '导出文件不含评论数',
  },
  'an export leaves out view counts': { ru: 'в выгрузке нет числа просмотров', zh: '导出文件不含浏览数' },
  'messages do not say when they were read; map it where a scraper adds it': {
    ru: 'сообщения не говорят, когда их прочли; укажите поле, если сборщик его пишет',
    zh: '消息不说明读取时间；若采集程序写入该字段，请在映射中指定',
  },
  'texts carry no counts': { ru: 'в текстах нет счётчиков', zh: '文本不含计数' },
  'tweets have no title': { ru: 'у твитов нет заголовка', zh: '推文没有标题' },
  'posts have no title': { ru: 'у записей нет заголовка', zh: '帖文没有标题' },
  'VK does not state it': { ru: 'VK этого не сообщает', zh: 'VK 不提供' },
  'VK gives a point on the map, and for few posts': {
    ru: 'VK даёт точку на карте, и лишь у немногих записей',
    zh: 'VK 只给出地图坐标，且仅限少数帖文',
  },
  'responses do not say when they were received; map it where a scraper adds it': {
    ru: 'ответы не говорят, когда получены; укажите поле, если сборщик его пишет',
    zh: '响应不说明接收时间；若采集程序写入该字段，请在映射中指定',
  },
  'pages do not state it': { ru: 'страницы этого не сообщают', zh: '页面不提供' },
  'counts on pages are drawn by scripts, or differ by site': {
    ru: 'счётчики на страницах рисует скрипт, или на каждом сайте они свои',
    zh: '页面上的计数由脚本生成，或因网站而异',
  },
  'Weibo does not state it': { ru: 'Weibo этого не сообщает', zh: '微博不提供' },
  'crawlers do not write it; map it where one does': {
    ru: 'сборщики этого не пишут; укажите поле, если ваш пишет',
    zh: '采集程序不写入；若有写入，请在映射中指定',
  },
  'Weibo does not show it for posts of others': {
    ru: 'Weibo не показывает этого у чужих записей',
    zh: '微博不显示他人帖文的浏览数',
  },
  'comments have no title': { ru: 'у комментариев нет заголовка', zh: '评论没有标题' },
  'comments cannot be shared on': { ru: 'комментариями нельзя поделиться', zh: '评论不能转发' },
  'YouTube does not state it for comments': {
    ru: 'YouTube не сообщает этого о комментариях',
    zh: 'YouTube 不为评论提供此项',
  },
  'YouTube does not count the views of comments': {
    ru: 'YouTube не считает просмотров комментариев',
    zh: 'YouTube 不统计评论的浏览数',
  },
};

/** A field that a source does not give and why, in a language; words that are not known stay as they were given. */
export function missingField(
  language: ReportLanguage,
  field: string,
  why: string,
): { readonly field: string; readonly why: string } {
  return {
    field: FIELDS[field]?.[language] ?? field,
    why: language === 'en' ? why : (REASONS[why]?.[language] ?? why),
  };
}
