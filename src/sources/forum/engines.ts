/** How the topic pages of one forum program are marked up. Selectors as `finder` and `valueFinder` read them. */
export interface ForumEngine {
  readonly name: string;
  /** Stands in the source of each of its pages. */
  readonly mark: RegExp;
  /** One element for each post. */
  readonly post: string;
  /** Of a post: digits, or a word and digits (`p12`, `post_12`). */
  readonly id: readonly string[];
  readonly author: readonly string[];
  /** Printed or for machines, best first. */
  readonly date: readonly string[];
  /** The element that holds the words of a post. */
  readonly body: string;
  /** Inside the body: words of others. */
  readonly quotes: readonly string[];
  /** Inside the body: what nobody said, such as "edited by", names above quotes, hidden noise. */
  readonly noise: readonly string[];
  /** Finds the id of the quoted post in the source of a quote: the digits of its one group. */
  readonly quotedPost: RegExp;
  /** Link to the post itself. */
  readonly link: readonly string[];
  /** Of the topic. */
  readonly title: readonly string[];
  /** The day on which the page was made, where it prints one. */
  readonly pageDate: readonly string[];
}

const PHPBB: ForumEngine = {
  name: 'phpBB',
  mark: /id="phpbb"|class="postprofile"|>phpBB[<®&]/,
  post: 'div.post[id^="p"]',
  id: ['@id'],
  author: ['p.author .username', 'p.author .username-coloured', 'p.author strong', '.postprofile .username'],
  date: ['p.author time@datetime', 'p.author::own', 'p.author'],
  body: '.content',
  quotes: ['blockquote'],
  noise: ['cite', '.attachbox', '.notice', '.signature'],
  quotedPost: /(?:[?&;]p=|#p)(\d{1,15})/,
  link: ['p.author a[href*="#p"]@href', 'h3 a[href*="#p"]@href'],
  title: ['h2.topic-title', '#page-body h2', '.topic-title', 'h2'],
  pageDate: [],
};

const VBULLETIN: ForumEngine = {
  name: 'vBulletin 3 or 4',
  mark: /id="vbulletin_html"|content="vBulletin|vbulletin_global\.js|vbulletin_[a-z-]+\.(?:js|css)|>vBulletin/,
  post: 'li.postcontainer[id^="post_"] | li[class*="postbit"][id^="post_"] | table[id^="post"] | div[id^="post_"]',
  id: ['@id'],
  author: ['.username_container .username', '.bigusername', '.username', '.guest'],
  date: ['.postdate .date', '.posthead .date', 'td.thead::own', 'div.normal::own', 'td.thead'],
  body: 'blockquote.postcontent | div[id^="post_message_"]',
  quotes: ['.bbcode_quote', '.quote_container', 'td.alt2'],
  // `strong` is the program's, the posters' bold is `b`.
  noise: ['.bbcode_postedby', '.bbcode_description', 'div.smallfont', 'strong', '.signature'],
  quotedPost: /#post(\d{1,15})/,
  link: ['a.postcounter@href', 'a[id^="postcount"]@href', 'a[href*="#post"]@href'],
  title: ['.threadtitle', '#pagetitle h1', '.navbar strong', 'h1'],
  pageDate: [],
};

const VBULLETIN_5: ForumEngine = {
  name: 'vBulletin 5',
  mark: /content="vBulletin 5|b-post__content|js-post__content/,
  post: 'li.b-post[data-node-id]',
  id: ['@data-node-id'],
  author: ['.b-userinfo .author a', '.author a', '.author'],
  date: ['time[itemprop="dateCreated"]@datetime', 'time@datetime', '.b-post__timestamp'],
  body: '.js-post__content-text | [itemprop="text"]',
  quotes: ['.bbcode_quote', '.quote_container'],
  noise: ['.bbcode_postedby', '.bbcode_description', '.b-post__edit-info'],
  quotedPost: /(?:#post|[?&;]p=)(\d{1,15})/,
  link: ['a.b-post__count@href', 'a[href*="#post"]@href'],
  title: ['.main-title', 'h1'],
  pageDate: [],
};

const XENFORO_1: ForumEngine = {
  name: 'XenForo 1',
  mark: /<html[^>]{1,400}id="XenForo"/,
  post: 'li.message[id^="post-"]',
  id: ['@id'],
  author: ['@data-author', '.userText .username'],
  date: [
    '.datePermalink .DateTime@data-time',
    '.datePermalink .DateTime@title',
    '.datePermalink',
    '.DateTime@data-time',
    '.messageMeta .DateTime',
  ],
  body: '.messageText',
  quotes: ['.bbCodeQuote', '.quoteContainer'],
  noise: ['.attribution', '.messageTextEndMarker', '.quoteExpand', '.editDate'],
  quotedPost: /(?:#post-|posts\/|post: ?)(\d{1,15})/,
  link: ['a.postNumber@href', '.datePermalink@href'],
  title: ['.titleBar h1::own', 'h1::own', 'h1'],
  pageDate: [],
};

const XENFORO_2: ForumEngine = {
  name: 'XenForo 2',
  mark: /<html[^>]{1,400}id="XF"|data-xf-init=|class="p-body-inner"/,
  post: 'article.message[data-content^="post-"]',
  id: ['@data-content'],
  author: ['@data-author', '.message-name .username'],
  date: ['time.u-dt@datetime', 'time.u-dt@data-time', 'time@datetime', 'time.u-dt'],
  body: '.message-body .bbWrapper | .message-body',
  quotes: ['.bbCodeBlock--quote'],
  noise: ['.bbCodeBlock-title', '.bbCodeBlock-expandLink', '.js-selectToQuoteEnd', '.message-lastEdit'],
  quotedPost: /(?:#post-|posts\/|post: ?|[?&;]id=)(\d{1,15})/,
  link: ['.message-attribution-main@href', '.message-attribution a[href*="post-"]@href'],
  title: ['.p-title-value::own', '.p-title-value', 'h1'],
  pageDate: [],
};

const SMF: ForumEngine = {
  name: 'SMF',
  mark: /smf_theme_url|smf_scripturl|Simple Machines|var smf_/,
  post: 'div.post_wrapper | div[class*="windowbg"][id^="msg"]',
  id: ['.inner[id^="msg_"]@id', '.inner[data-msgid]@data-msgid', '[id^="subject_"]@id', '@id'],
  author: ['.poster h4 a[href*="action=profile"]', '.poster h4'],
  date: ['time@datetime', '.keyinfo .smalltext', '.postinfo .smalltext'],
  body: '.post .inner | .inner',
  quotes: ['blockquote', '.bbc_standard_quote'],
  noise: ['.quoteheader', '.quotefooter', 'cite', '.modified', '.codeheader'],
  quotedPost: /(?:#msg|\.msg|msg=)(\d{1,15})/,
  link: ['.keyinfo h5 a@href', '.postinfo a[href*="msg"]@href'],
  title: ['#display_head h2', '#forumposts .catbg::own', '.navigate_section .last', 'h1'],
  pageDate: ['#upper_section time@datetime', '#upper_section .time'],
};

const DISCUZ: ForumEngine = {
  name: 'Discuz!',
  mark: /content="Discuz!|Discuz! (?:Team|X)|comsenz|id="postmessage_\d|authorposton\d/i,
  post: 'table[id^="pid"] | div[id^="post_"]',
  id: ['@id'],
  author: ['.pls .authi a', '.postauthor cite a', '.postauthor cite', '.authi a.xi2', '.authi a'],
  date: ['[id^="authorposton"] span[title]@title', '[id^="authorposton"]', '.authorinfo em'],
  body: '[id^="postmessage_"]',
  quotes: ['.quote', 'blockquote'],
  noise: [
    '.pstatus',
    '.jammer',
    '[style*="display:none"]',
    '.attach_nopermission',
    '.tip',
    'a[href*="goto=findpost"]',
  ],
  quotedPost: /[?&;]pid=(\d{1,15})/,
  link: ['a[id^="postnum"]@href', '.pi a[href*="pid"]@href'],
  title: ['#thread_subject', '.vwthd h1', '#threadtitle h1', 'h1'],
  pageDate: ['#frt .xs0::own', '#footer p.smalltext'],
};

/** Every program that is known, one entry each. A page is read as the first of those whose mark it bears and whose posts it holds. */
export const ENGINES: readonly ForumEngine[] = [
  XENFORO_2,
  XENFORO_1,
  VBULLETIN_5,
  VBULLETIN,
  SMF,
  DISCUZ,
  PHPBB,
];
