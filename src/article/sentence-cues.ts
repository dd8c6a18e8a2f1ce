import type { SentenceCue } from '../domain/checked-article.ts';
import { findPopulationWords } from '../text/population-words.ts';
import { findQuotations } from './find-quotations.ts';

const word = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');
const plain = (pattern: string): RegExp => new RegExp(pattern, 'u');

const MONTHS_EN =
  'January|February|March|April|June|July|August|September|October|November|December|(?:in|since|until|by|before|after|late|early|mid|\\d{1,2}) May|May \\d';
const MONTHS_RU =
  '(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяюе]м?|март(?:а|е|у|ом)?|август(?:а|е|у|ом)?|\\d{1,2} мая|в мае|с мая|мая \\d{4}';

/** What a date looks like; a year alone counts too. */
const DATE_PATTERNS: readonly RegExp[] = [
  word(MONTHS_EN),
  word(MONTHS_RU),
  plain('\\d{1,4}\\s?年|\\d{1,2}\\s?月'),
  word('(?:19|20)\\d\\d(?:[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?)?'),
  word('\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d'),
];

const NUMBER_WORDS: readonly RegExp[] = [
  word(
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|half|a third|a quarter|two[- ]thirds|double[ds]?|doubling|tripled?|halved|dozens?',
  ),
  word(
    'дв(?:а|е|ух|умя|ое)|тр(?:и|ёх|ех|емя)|четыр(?:е|ёх|ех)|пять|пяти|шесть|семь|восемь|девять|десять|десят(?:ки|ков)|сотн(?:и|я)|сто|тысяч\\p{L}{0,3}|миллион\\p{L}{0,3}|миллиард\\p{L}{0,3}|половин(?:а|у|ы|е)|треть|четверть|вдвое|втрое|удво\\p{L}+',
  ),
  plain(
    '[一二三四五六七八九十百千两兩]+(?:个|個|倍|成|分之|百|千|万|萬|亿|億|名|家|次|项|項|年)|一半|翻番|翻了一番|数百|数千|成千上万',
  ),
];

/** Cue → patterns of all three languages, from what a sentence is seen to claim something. */
const PATTERNS: Readonly<Partial<Record<SentenceCue, readonly RegExp[]>>> = {
  date: DATE_PATTERNS,
  comparison: [
    word(
      'more|less|fewer|than|compared (?:with|to)|unlike|whereas|in contrast|by contrast|as (?:much|many|little|few) as|higher|lower|greater|larger|smaller|better|worse|warmer|cooler|colder|harsher|stronger|weaker|twice|behind|ahead of|outnumber\\p{L}*|exceeds?|gap|difference|differs?',
    ),
    word(
      'больше|меньше|чем|более|менее|выше|ниже|лучше|хуже|теплее|холоднее|сильнее|слабее|по сравнению|в отличие|тогда как|вдвое|превыша\\p{L}+|уступа\\p{L}+|разрыв|разниц\\p{L}+|различи\\p{L}+|контраст\\p{L}*',
    ),
    plain('比|更|较|較|高于|高於|低于|低於|多于|少于|不如|超过|超過|相比|而不是|相较|差距|差异|差異'),
  ],
  superlative: [
    word(
      'most|least|largest|biggest|highest|lowest|best|worst|strongest|weakest|main|chief|leading|unprecedented|record(?:-high|-low)?|never before|the only|first ever|all-time',
    ),
    word(
      'сам(?:ый|ая|ое|ые|ого|ой|ых|ым)|наибол\\p{L}+|наимен\\p{L}+|крупнейш\\p{L}+|важнейш\\p{L}+|лучш(?:ий|ая|ее|ие)|худш(?:ий|ая|ее|ие)|главн\\p{L}+|беспрецедентн\\p{L}+|рекорд\\p{L}*|впервые|единственн\\p{L}+',
    ),
    plain('最|首次|第一|唯一|空前|史无前例|史無前例|主要'),
  ],
  change: [
    word(
      '(?:has |have |had )?(?:fallen|risen|grown|dropped|declined|soured|cooled|warmed|worsened|improved|increased|decreased|shrunk|shrank|collapsed|surged|doubled|halved|shifted|changed|deteriorated|weakened|strengthened|eroded|deepened|deepening|fell|rose|grew)|fall(?:s|ing)?|ris(?:e|es|ing)|grow(?:s|ing)?|drop(?:s|ping)?|declin(?:e|es|ing)|sour(?:s|ing)?|cool(?:s|ing)|warm(?:s|ing)|worsen(?:s|ing)?|improv(?:e|es|ing)|increas(?:e|es|ing|ingly)|decreas(?:e|es|ing)|shift(?:s|ing)?|change[sd]?|became|become|becoming|no longer|since|began|began to|started to|turn(?:ed|s|ing)? (?:against|away)|lost|gained?|chang(?:e|es|ing)',
    ),
    word(
      '(?:у|с|вы|по|воз|из)?(?:пал|рос|рост|росл|сниз|вырос|возрос|ухудш|улучш|увелич|уменьш|измен|охлад|охладел|испорт|сократ|усил|ослаб|ослабл)\\p{L}*|падени\\p{L}+|снижени\\p{L}+|рост\\p{L}{0,3}|спад\\p{L}{0,3}|стал[аио]?|становит\\p{L}+|перестал\\p{L}*|начал\\p{L}*|больше не',
    ),
    plain(
      '下降|上升|增长|增長|增加|减少|減少|恶化|惡化|改善|变得|變得|变化|變化|转变|轉變|降温|降溫|升温|下滑|下跌|跌至|升至|自.{1,12}(?:以来|以來|起)|开始|開始|不再|越来越|越來越|日益|加深',
    ),
  ],
  speaker: [
    word(
      '(?:said|says|told|tells|claims|claimed|argues|argued|writes|wrote|insists|insisted|warned|warns|stated|states|announced|added|admitted|declared|believes|explained|replied|noted|stressed|remarked|complained|reveals?|revealed|reports?|reported|indicates?|indicated|suggests?|shows?|showed|found|finds|questions?|questioned|express(?:es|ed)?|called|calls|according to|in the words of|quoted)',
    ),
    word(
      'заяв(?:ил|ила|или|ляет|ляют)|сказал\\p{L}?|говор(?:ит|ят|ил|ила|или)|сообщ(?:ил|ила|или|ает|ают)|отме(?:тил|тила|тили|чает|чают)|подч[её]рк\\p{L}+|утвержда\\p{L}+|счита(?:ет|ют)|пиш(?:ет|ут)|писал\\p{L}?|написал\\p{L}?|добавил\\p{L}?|назвал\\p{L}?|называ(?:ет|ют)|по словам|по мнению|по данным|по оценк(?:е|ам)|согласно|показыва(?:ет|ют)|показал\\p{L}?',
    ),
    plain(
      '表示|称|稱|认为|認為|写道|寫道|声称|聲稱|强调|強調|指出|透露|坦言|直言|宣布|据报道|據報導|根据|根據|据.{1,12}(?:报道|报告|数据)|显示|顯示|说|說',
    ),
  ],
  cause: [
    word(
      'because(?: of)?|due to|owing to|caused? by|cause[sd]?|led to|leads? to|as a result|result(?:s|ed) (?:of|in|from)|driven by|dr(?:ove|ives?|iven)|therefore|thus|hence|so that|thanks to|explains?|explained by|stems? from|in response to|after .{3,60} began|when .{3,60} began|reasons?|why|triggered|prompted|fuel(?:l?ed|s)|contribut(?:ed|es) to|which is why',
    ),
    word(
      'потому что|потому|поскольку|так как|из-за|вследствие|в результате|привел[аио]? к|привод(?:ит|ят) к|вызва(?:л|ла|ли|но|ны|н)|вызыва(?:ет|ют)|причин\\p{L}+|поэтому|благодаря|объясня(?:ет|ют|ется|ются)|обусловлен\\p{L}*|следствие\\p{L}?|в ответ на|спровоцир\\p{L}+',
    ),
    plain(
      '因为|因為|由于|由於|导致|導致|造成|所以|因此|使得|引发|引發|归因|歸因|原因|源于|源於|促使|推动|推動|由此',
    ),
  ],
  judgement: [
    word(
      'should|must|ought|clearly|obviously|of course|undoubtedly|unfortunately|fortunately|hopeless|ripe for|doomed|inevitabl[ey]|it seems|seems|appears|perhaps|probably|likely|may|might|could|shows that|proves|I think|we think|in my view|dangerous|disgrace\\p{L}*|absurd|remarkable',
    ),
    word(
      'должн\\p{L}+|нужно|следует|очевидно|конечно|безусловно|несомненно|к сожалению|вероятно|возможно|пожалуй|похоже|кажется|видимо|неизбежн\\p{L}+|обречен\\p{L}*|обречён\\p{L}*|по-моему|на мой взгляд|абсурд\\p{L}*|опасн\\p{L}+',
    ),
    plain(
      '应该|應該|必须|必須|显然|顯然|无疑|無疑|当然|當然|可能|也许|也許|恐怕|似乎|看来|看來|注定|注定|令人遗憾|我认为|我認為',
    ),
  ],
};

const DIGITS = /[\p{Nd}]/u;
/** Digits that only number a heading or a list. */
const LIST_NUMBER = /^\s*(?:\(?\d{1,3}[.)]|[#]+)\s+/u;

/** What in a sentence claims something, in the order of the contract; nothing where it claims nothing that rules can see. */
export function findCues(sentence: string): SentenceCue[] {
  const text = sentence.replace(LIST_NUMBER, '');
  const has = (cue: SentenceCue): boolean => PATTERNS[cue]?.some((pattern) => pattern.test(text)) ?? false;
  const isSpoken = findQuotations(text).some(({ start, end }) => end - start > 1);
  const isNumber = DIGITS.test(withoutDates(text)) || NUMBER_WORDS.some((pattern) => pattern.test(text));
  const found: SentenceCue[] = [];
  if (isNumber) found.push('number');
  for (const cue of ['date', 'comparison', 'superlative', 'change'] as const) if (has(cue)) found.push(cue);
  if (findPopulationWords(text).length > 0) found.push('population');
  if (isSpoken) found.push('quotation');
  for (const cue of ['speaker', 'cause', 'judgement'] as const) if (has(cue)) found.push(cue);
  return found;
}

/** Digits that are part of a date are no number of their own. */
export function withoutDates(text: string): string {
  return DATE_DIGITS.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}

const DATE_DIGITS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{1,2}\.\d{1,2}\.\d{4}(?![\p{L}\p{N}])/gu,
  /\d{1,4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?[日号號])?|\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号號])?/gu,
  /(?<![\p{L}\p{N}])(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,? \d{4})?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:\d{1,2} )?(?:январ|феврал|март|апрел|ма[яйе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}{0,3}(?: \d{4})?(?: года?)?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}.,])(?:19|20)\d\d(?![\p{L}\p{N}%])(?:[–—-](?:19|20)\d\d)?/gu,
];
