/** A place where a text speaks of people who were not asked. Half-open UTF-16 offsets. */
export interface PopulationWords {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** `poll`: of asking people; `people`: of what a population thinks. */
  readonly about: 'poll' | 'people';
}

const EN_PEOPLE =
  'Russians|Chinese|Americans|Ukrainians|Europeans|Germans|Britons|Indians|Turks|Belarusians|Japanese|Poles|Iranians|Muscovites|citizens|netizens|voters|people|residents|consumers';
const EN_MIND =
  'think|thinks|believe|believes|feel|feels|want|wants|say|says|see|sees|view|views|support|supports|oppose|opposes|fear|fears|trust|distrust|question|resent|like|dislike|hate|love|blame|doubt|admire|prefer|are (?:angry|worried|tired|disappointed|dissatisfied|unhappy|happy|convinced|afraid|sceptical|skeptical)';
const RU_PEOPLE =
  'россиян(?:е|ам|ами|ах)?|русск(?:ие|их)|китайц(?:ы|ев|ам|ами|ах)|американц(?:ы|ев|ам|ами)|украинц(?:ы|ев|ам|ами)|европейц(?:ы|ев|ам|ами)|граждан(?:е|ам|ами)?|жител(?:и|ей|ям|ями)|люд(?:и|ей|ям|ьми)|москвич(?:и|ей|ам|ами)|избирател(?:и|ей|ям|ями)|потребител(?:и|ей|ям|ями)';
const RU_MIND =
  'думают|считают|полагают|верят|хотят|говорят|поддерживают|опасаются|боятся|доверяют|недовольны|уверены|устали|разочарованы|сомневаются|обвиняют|против|за';
const ZH_PEOPLE =
  '俄罗斯人|俄国人|俄羅斯人|中国人|中國人|美国人|美國人|乌克兰人|欧洲人|印度人|日本人|国人|國人|网民|網民|民众|民眾|公众|公眾|大众|大眾|百姓|居民|消费者|消費者|人们|人們|人';
const ZH_MIND =
  '认为|認為|觉得|覺得|相信|支持|反对|反對|担心|擔心|害怕|希望|不满|不滿|喜欢|喜歡|讨厌|討厭|怀疑|懷疑|质疑|質疑|信任|抱怨|失望';

const word = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
const plain = (pattern: string): RegExp => new RegExp(pattern, 'gu');

const POLL: readonly RegExp[] = [
  word('surveys?|surveyed|polls?|polled|pollsters?|opinion polling|respondents?|interviewees?'),
  word(
    'опрос(?:а|у|ом|е|ы|ов|ам|ами|ах)?|опрошен(?:о|ы|ных|ные|ным)|респондент\\p{L}{0,4}|соцопрос\\p{L}{0,3}|анкетировани[еяю]',
  ),
  plain('民意调查|民意調查|民调|民調|问卷|問卷|受访者|受訪者|抽样调查|抽樣調查|调查显示|調查顯示'),
];

const PEOPLE: readonly RegExp[] = [
  word(
    `the (?:\\p{L}{3,20} )?public(?! (?:sector|service|relations|prosecutor|purse|transport|comments?|posts?|record|domain|channels?))|public (?:opinion|sentiment|mood)|the population|the electorate|everyone|everybody|(?:the )?man in the street`,
  ),
  word(`(?:Russian|Chinese|American|Ukrainian|European|Indian|Turkish) (?:public|society|people|netizens)`),
  word(
    `(?:a |the )?(?:overwhelming |vast |clear |large )?majority of (?:the )?(?:\\p{L}+ )?(?:${EN_PEOPLE})|(?:most|many|all|few|ordinary|millions of|half of(?: all)?|\\d+ ?(?:%|percent|per cent) of) (?:\\p{Lu}\\p{L}+ )?(?:${EN_PEOPLE})`,
  ),
  word(`(?:${EN_PEOPLE})(?: (?:increasingly|now|also|still|no longer))? (?:${EN_MIND})`),
  word(
    `общественн(?:ое|ого|ому|ым|ом) мнени(?:е|я|ю|ем|и)|населени(?:е|я|ю|ем|и)|общественность\\p{L}?|все (?:россияне|китайцы|граждане|люди)|российское общество|китайское общество`,
  ),
  word(
    `(?:подавляющее )?большинств(?:о|а|у|ом|е) (?:\\p{L}+ )?(?:${RU_PEOPLE})|(?:многие|все|простые|обычные) (?:${RU_PEOPLE})|\\d+ ?% (?:${RU_PEOPLE})`,
  ),
  word(`(?:${RU_PEOPLE})(?: (?:всё|все|больше|уже|теперь|также|не|чаще)){0,2} (?:${RU_MIND})`),
  plain('公众舆论|公眾輿論|民意|舆论普遍|輿論普遍|全体国民|全國人民|全国人民'),
  plain(`(?:绝大多数|絕大多數|大多数|大多數|多数|多數|大部分|所有|普通|广大)(?:的)?(?:${ZH_PEOPLE})`),
  plain(`(?:${ZH_PEOPLE})(?:都|也|普遍|越来越|越來越|大多|开始|仍){0,2}(?:${ZH_MIND})`),
];

/** What takes a word back: "this is not a survey". */
const DENIED =
  /(?:(?<!\p{L})(?:not?|never|nobody|without|isn['’]t|no such|nor)(?: (?:a|an|the|any|been|was|about|of|in|on|by|from|what|speak(?:s)? (?:of|for)))*|(?<!\p{L})(?:не|ни|нет|без|никто)(?: \p{L}+){0,2}|(?:不是|并非|並非|不代表|没有|沒有|非|而非|不等于|不能代表)[^，。；]{0,4})\s*$/iu;

/**
 * Words that speak of a population or of asking people, in English, Russian and Chinese, in order of their places. A corpus
 * of posts bears none of them: only a poll does. Words that are taken back at once ("this is not a survey") are left out.
 */
export function findPopulationWords(text: string): PopulationWords[] {
  const found = [...places(text, POLL, 'poll'), ...places(text, PEOPLE, 'people')].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const kept: PopulationWords[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (last !== undefined && one.start < last.end) continue;
    if (!DENIED.test(text.slice(Math.max(0, one.start - 40), one.start))) kept.push(one);
  }
  return kept;
}

function places(text: string, patterns: readonly RegExp[], about: 'poll' | 'people'): PopulationWords[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
      words,
      about,
    })),
  );
}
